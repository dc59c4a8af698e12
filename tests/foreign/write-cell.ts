import { writeParameter } from '../../scripts/wire/write-parameter.ts';
import { nameOf, type Cell } from './cell.ts';

/** What a cell comes to on the wire; `path` is the segment in which the value stands. */
export interface WrittenCell {
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** A cell by our writer; undefined where it writes nothing. */
export function writeCell(cell: Cell): WrittenCell | undefined {
  if ('label' in cell) return undefined;
  const { place, style, explode, allowReserved, content } = cell;
  const text = writeParameter(
    {
      name: nameOf(cell),
      in: place,
      style,
      explode,
      allowReserved,
      content: content === undefined ? undefined : { mediaType: content },
    },
    cell.value,
  );
  if (text === undefined) return undefined;
  switch (place) {
    case 'path':
      return { path: text };
    case 'query':
      return { query: text };
    case 'header':
      return { headers: { [nameOf(cell)]: text } };
    case 'cookie':
      return { headers: { Cookie: text } };
  }
}
