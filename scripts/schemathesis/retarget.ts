import type { ApiModel, Operation } from '../model/api-model.ts';
import { objectOf, type JsonObject } from '../base/json.ts';
import { valueAt, withValueAt } from '../base/json-pointer.ts';

/** Where each documented server really is: its URL in the description to a base address. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * The description with every operation at the address where it really is (Server Object, OpenAPI
 * 3.1.1, section 4.8.5). Schemathesis calls the servers that paths and operations name, whatever base
 * address it is told: a documented one that is left in would be called.
 */
export function retarget(api: ApiModel, addresses: Addresses): JsonObject {
  const [base = ''] = addresses.values();
  const moved = api.operations.reduce<JsonObject>((document, operation) => {
    const servers = [{ url: addressOf(operation, addresses) ?? base }];
    const node = objectOf(valueAt(document, operation.pointer));
    return objectOf(withValueAt(document, operation.pointer, { ...node, servers }));
  }, api.document);
  return { ...moved, servers: [{ url: base }] };
}

/** The address of an operation; none where nobody said where its servers are. */
export function addressOf({ servers }: Operation, addresses: Addresses): string | undefined {
  return servers.map(({ url }) => addresses.get(url)).find((it) => it !== undefined);
}
