import { howOf, type Cell } from '../cell.ts';
import { isList, isObjectKind, isScalar } from '../judge.ts';

/**
 * The cells that every HTTP library has a way to write: texts, repeated names and header lines, a name for each member,
 * fields of forms, parts with a file or with JSON.
 */
export function isEveryday(cell: Cell): boolean {
  const how = howOf(cell);
  // Each library has its own words for true.
  if (cell.kind === 'boolean') return false;
  switch (cell.place) {
    case 'path':
      return how === 'simple' && isScalar(cell);
    case 'header':
      return how === 'simple' && (isScalar(cell) || isList(cell));
    case 'cookie':
      return how === 'form' && isScalar(cell) && cell.kind !== 'text';
    case 'query':
      return isScalar(cell) ? how === 'form' : how === 'form, explode';
    case 'urlencoded':
      return how === 'no encoding' && (isScalar(cell) || isList(cell));
    case 'multipart':
      return (
        how === 'no encoding' || (how === 'contentType application/json' && isObjectKind(cell))
      );
  }
}
