import { isObject, objectOf, stringOf, textOf, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { OAUTH_FLOWS, type OAuthFlow, type SecurityScheme } from '../model/security.ts';
import { placeAt } from './place-at.ts';

const SCHEMES = '#/components/securitySchemes';
const PLACES = ['query', 'header', 'cookie'] as const;

/** The Security Scheme Objects under `components`, by name. */
export function toSecuritySchemes(document: JsonObject): ReadonlyMap<string, SecurityScheme> {
  const names = Object.keys(objectOf(objectOf(document['components'])['securitySchemes']));
  return new Map(
    names.map((name) => {
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
