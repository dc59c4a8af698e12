import type { JsonObject } from '../../scripts/base/json.ts';
import type { MediaType, Operation, Parameter } from '../../scripts/model/api-model.ts';
import { loadText } from '../load/load-files.ts';
import { documentOf, type Cell } from './cell.ts';

/** A cell as our own loader understands its description. */
export interface Described<T extends Cell = Cell> {
  readonly cell: T;
  readonly document: JsonObject;
  readonly parameter: Parameter | undefined;
  readonly media: MediaType | undefined;
}

/** Loads the descriptions of all cells as one. */
export async function describeCells<T extends Cell>(
  cells: readonly T[],
): Promise<readonly Described<T>[]> {
  const [first] = cells;
  if (!first) return [];
  const paths = cells.map((cell, i) => documentOf(cell, `/cells/${i}`)['paths']);
  const operations = paths.flatMap((it, i) => withId(it, `cell${i}`));
  const api = await loadText(
    JSON.stringify({ ...documentOf(first, '/cells'), paths: Object.fromEntries(operations) }),
  );
  return cells.map((cell, i) => {
    const operation = api.operations.find(({ id }) => id === `cell${i}`);
    if (!operation) throw new Error(`cell ${i} has no operation`);
    return { cell, document: api.document, ...partsOf(operation) };
  });
}

function partsOf({ parameters, body }: Operation): Pick<Described, 'parameter' | 'media'> {
  return { parameter: parameters[0], media: body?.content[0] };
}

/** Each operation of a document has an id of its own. */
function withId(paths: unknown, operationId: string): [string, JsonObject][] {
  return Object.entries(paths as Record<string, Record<string, JsonObject>>).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [method, { ...operation, operationId }]),
    ),
  ]);
}
