import type { ApiModel, Operation } from '../model/api-model.ts';

/** A client has `http` itself, and one with `then` could not be awaited. */
const OWN_PROPERTIES: readonly string[] = ['http', 'then'];

/**
 * A description whose operations are called as the methods of a client can be: `then_` where the client has
 * such a property itself, `getPet_2` where one path item stands under a second path, operationId and all.
 */
export function withMethodNames(api: ApiModel): ApiModel {
  const taken = new Set([...OWN_PROPERTIES, ...api.operations.map(({ id }) => id)]);
  const seen = new Set(OWN_PROPERTIES);
  const operations = api.operations.map((operation): Operation => {
    const { id } = operation;
    if (!seen.has(id)) {
      seen.add(id);
      return operation;
    }
    const name = freeName(id, taken);
    taken.add(name);
    return { ...operation, id: name };
  });
  return operations.every((it, index) => it === api.operations[index])
    ? api
    : { ...api, operations };
}

function freeName(id: string, taken: ReadonlySet<string>): string {
  if (OWN_PROPERTIES.includes(id) && !taken.has(`${id}_`)) return `${id}_`;
  for (let count = 2; ; count += 1) {
    if (!taken.has(`${id}_${count}`)) return `${id}_${count}`;
  }
}
