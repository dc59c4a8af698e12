import { isObject, objectOf, stringOf, textOf, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import type { Operation } from '../model/api-model.ts';
import { OAUTH_FLOWS, type OAuthFlow, type SecurityScheme } from '../model/security.ts';
import { placeAt } from './place-at.ts';

const SCHEMES = '#/components/securitySchemes';
const PLACES = ['query', 'header', 'cookie'] as const;

/**
 * The Security Scheme Objects under `components`, by name. One that is asked for and not described is
 * among them: nobody knows how its credential is carried.
 */
export function toSecuritySchemes(
  document: JsonObject,
  operations: readonly Pick<Operation, 'security'>[] = [],
): ReadonlyMap<string, SecurityScheme> {
  const names = Object.keys(objectOf(objectOf(document['components'])['securitySchemes']));
  const asked = operations.flatMap(({ security }) => security.flatMap((it) => [...it.keys()]));
  return new Map(
    [...new Set([...names, ...asked])].map((name) => {
      const { node, pointer } = placeAt(document, append(SCHEMES, name));
      return [name, toSecurityScheme(node, pointer)];
    }),
  );
}

function toSecurityScheme(node: JsonObject, pointer: Pointer): SecurityScheme {
  const { type, scheme, name, in: location } = node;
  if (type === 'http') return { type, scheme: textOf(scheme).trim().toLowerCase(), pointer };
  const place = PLACES.find((it) => it === location);
  if (type === 'apiKey' && place !== undefined) {
    const prefix = stringOf(node['x-prefix']);
    return { type, in: place, name: textOf(name), prefix, pointer };
  }
  if (type === 'oauth2') return { type, flows: toFlows(objectOf(node['flows'])), pointer };
  if (type === 'openIdConnect') return { type, url: textOf(node['openIdConnectUrl']), pointer };
  return { type: type === 'mutualTLS' ? type : 'other', pointer };
}

function toFlows(flows: JsonObject): readonly OAuthFlow[] {
  return OAUTH_FLOWS.filter((kind) => isObject(flows[kind])).map((kind) => {
    const flow = objectOf(flows[kind]);
    return {
      kind,
      authorizationUrl: stringOf(flow['authorizationUrl']),
      tokenUrl: stringOf(flow['tokenUrl']),
      refreshUrl: stringOf(flow['refreshUrl']),
      deviceAuthorizationUrl: stringOf(flow['deviceAuthorizationUrl']),
      scopes: Object.keys(objectOf(flow['scopes'])),
    };
  });
}
