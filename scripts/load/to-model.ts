import type { ApiModel } from '../model/api-model.ts';
import {
  stringsOf,
  isObject,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';
import { parentOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { toSchemas } from '../values/schemas.ts';
import { apiNameOf } from './api-name.ts';
import { callbacksOf } from './callbacks.ts';
import { withInferredResources } from './infer-resources.ts';
import { toOperations, toResponses } from './operations.ts';
import { toPolicies } from './policies.ts';
import { toSecuritySchemes } from './security-schemes.ts';
import { allServers } from './servers.ts';

/** What of a model does not follow from its document. */
export interface ModelParts extends Pick<
  ApiModel,
  'source' | 'document' | 'written' | 'upgradedFrom' | 'aside' | 'fixtures' | 'files' | 'locate'
> {
  /** What the user calls it; it follows from the source when left out. */
  readonly called?: Pick<ApiModel, 'name' | 'argument'> | undefined;
  /** Read when it is first asked for. */
  readonly ledger: () => ApiModel['ledger'];
}

/** The model of a document in which all can be used. */
export function toModel({ ledger, called, ...parts }: ModelParts): ApiModel {
  const { document, source } = parts;
  const info = objectOf(document['info']);
  const { name, argument } = called ?? callOf(source);
  const described = toOperations(document, '#/paths').map((it) => {
    const callbacks = callbacksOf(document, it);
    return callbacks.length === 0 ? it : { ...it, callbacks };
  });
  const operations = withInferredResources(document, described);
  return {
    ...parts,
    name,
    argument,
    title: stringOf(info['title']) || name,
    version: versionText(info['version']),
    servers: allServers(document, operations),
    operations,
    webhooks: toOperations(document, '#/webhooks'),
    securitySchemes: toSecuritySchemes(document, operations),
    policies: toPolicies(document),
    responses: toResponses(document),
    get ledger() {
      return ledger();
    },
    schemas: toSchemas(document),
    claimsAt: (pointer) => claimsAt(document, pointer),
  };
}

/** The name of a description that nobody has given one: its folder's where that is under `specs/`. */
function callOf(source: string): Pick<ApiModel, 'name' | 'argument'> {
  const name = apiNameOf(source);
  return { name, argument: source === `specs/${name}/openapi.yaml` ? name : source };
}

/** Without quotes YAML makes numbers of many versions. */
function versionText(version: Json | undefined): string {
  return typeof version === 'number' ? String(version) : (stringOf(version) ?? '');
}

function claimsAt(document: JsonObject, pointer: Pointer): readonly string[] {
  for (let at = pointer; ; at = parentOf(at)) {
    const evidence = objectOf(valueAt(document, at))['x-evidence'];
    const keyword = tokensOf(pointer)[tokensOf(at).length];
    if (Array.isArray(evidence)) return stringsOf(evidence);
    if (isObject(evidence) && keyword !== undefined && keyword in evidence) {
      return stringsOf(evidence[keyword]);
    }
    if (at === '#') return [];
  }
}
