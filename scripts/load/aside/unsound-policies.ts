import type { DocumentedResponse } from '../../model/api-model.ts';
import { isObject, objectOf, type JsonObject } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { ERROR_KINDS, type ErrorPolicies, type ErrorPolicy } from '../../model/policies.ts';
import { serialiseExample } from '../../wire/example-content.ts';
import { toResponses } from '../operations.ts';
import type { Leaving } from './survey.ts';

/** Error policies whose response, or whose example of it, is not there. */
export function* unsoundPolicies(document: JsonObject): Generator<Leaving> {
  const responses = toResponses(document);
  for (const { node, pointer } of holdersOf(document)) {
    // Their shape was checked.
    const policies = objectOf(node['x-errors']) as ErrorPolicies;
    for (const kind of ERROR_KINDS) {
      const policy = policies[kind];
      const why = policy && whyUnsound(document, responses, policy);
      if (why === undefined) continue;
      yield { what: 'x-errors', name: kind, pointer: append(pointer, 'x-errors', kind), why };
    }
  }
}

interface Holder {
  readonly node: JsonObject;
  readonly pointer: Pointer;
}

/** The description itself and its operations. */
function* holdersOf(document: JsonObject): Generator<Holder> {
  yield { node: document, pointer: '#' };
  for (const [path, item] of Object.entries(objectOf(document['paths']))) {
    for (const [method, node] of Object.entries(objectOf(item))) {
      if (isObject(node)) yield { node, pointer: append('#/paths', path, method) };
    }
  }
}

function whyUnsound(
  document: JsonObject,
  responses: ReadonlyMap<string, DocumentedResponse>,
  { response: name, example, byField = {} }: ErrorPolicy,
): string | undefined {
  const response = responses.get(name);
  if (!response) {
    return `there is no response "${name}": components/responses has ${[...responses.keys()].join(', ') || 'none'}`;
  }
  if (response.content.length === 0) return undefined;
  for (const wanted of [example, ...Object.values(byField)]) {
    const isThere = response.content.some((it) => serialiseExample(document, it, wanted));
    if (isThere) continue;
    const shown = wanted === undefined ? 'no example' : `no example "${wanted}"`;
    return `the response "${name}" has ${shown}, and the mock would send it`;
  }
  return undefined;
}
