import type { ApiModel, Operation } from '../../model/api-model.ts';

/** Where each operation and webhook of an API has its page, below the API's folder and without an ending. */
export type TwinPaths = ReadonlyMap<Operation, string>;

/** Every operation and webhook has a file of its own, also where file names know no capitals. */
export function twinPaths({ operations, webhooks }: ApiModel): TwinPaths {
  return new Map([...namesIn('operations', operations), ...namesIn('webhooks', webhooks)]);
}

function namesIn(folder: string, operations: readonly Operation[]): [Operation, string][] {
  const taken = new Set<string>();
  return operations.map((operation) => {
    const name = fileNameOf(operation.id);
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name}-${n}`;
    taken.add(free.toLowerCase());
    return [operation, `${folder}/${free}`];
  });
}

/** `GET /trees/{id}` is `GET-trees-id`; ids that are names stay as they are. */
export function fileNameOf(id: string): string {
  const name = id.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '');
  return name === '' ? 'operation' : name.slice(0, 120);
}
