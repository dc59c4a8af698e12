import { bindingOf } from '../cell.ts';
import { isList, isObjectKind, isScalar, plainRoute, SCALARS, type Judge } from '../judge.ts';
import { JAVA } from '../server.ts';

/** Items in which Spring's own separator does not stand: it splits what is decoded. */
const PLAIN_LISTS = ['strings', 'integers', 'single'] as const;

/** Spring MVC's bindings: lists between commas or repeated, matrix variables, parts in JSON. */
export const SPRING: Judge = {
  name: 'Spring MVC',
  packages: ['spring-boot-starter-parent'],
  program: JAVA,
  readsDescription: false,
  route(cell) {
    const isFile = cell.kind === 'file' || cell.kind === 'files';
    if ('label' in cell) {
      if (isFile || isScalar(cell) || isList(cell)) return plainRoute('', cell);
      return cell.place === 'multipart' && isObjectKind(cell) ? '/part/object' : undefined;
    }
    if (cell.content !== undefined) return undefined;
    // A variable of a path segment stands behind its text.
    if (cell.style === 'matrix') return `/matrix/${bindingOf(cell)}/s`;
    if (cell.style !== 'form' && cell.style !== 'simple') return undefined;
    if (isScalar(cell) || isList(cell)) return plainRoute('', cell);
    const isBean = cell.kind === 'object' && cell.place === 'query' && cell.explode;
    return isBean ? plainRoute('', cell) : undefined;
  },
  claims: [
    {
      place: 'path',
      how: ['simple'],
      kinds: ['string', 'integer', 'long', 'number', 'boolean'],
      as: 'yes',
    },
    { place: 'path', how: ['simple', 'simple, explode'], kinds: PLAIN_LISTS, as: 'yes' },
    { place: 'path', how: ['matrix', 'matrix, explode'], kinds: PLAIN_LISTS, as: 'yes' },
    {
      place: 'path',
      how: ['matrix'],
      kinds: ['string', 'integer', 'long', 'number', 'boolean'],
      as: 'yes',
    },
    { place: 'path', how: ['matrix, explode'], kinds: ['object', 'special'], as: 'text' },
    { place: 'header', how: ['simple'], kinds: SCALARS, as: 'yes' },
    { place: 'header', how: ['simple', 'simple, explode'], kinds: PLAIN_LISTS, as: 'yes' },
    { place: 'query', how: ['form'], kinds: SCALARS, as: 'yes' },
    { place: 'query', how: ['form', 'form, explode'], kinds: PLAIN_LISTS, as: 'yes' },
    { place: 'query', how: ['form, explode'], kinds: ['texts', 'object'], as: 'yes' },
    {
      place: 'cookie',
      how: ['form'],
      kinds: ['string', 'integer', 'long', 'number', 'boolean'],
      as: 'yes',
    },
    ...(['urlencoded', 'multipart'] as const).flatMap((place) => [
      { place, how: ['no encoding', 'form'], kinds: SCALARS, as: 'yes' } as const,
      { place, how: ['no encoding', 'form, explode'], kinds: PLAIN_LISTS, as: 'yes' } as const,
    ]),
    { place: 'multipart', how: ['no encoding'], kinds: ['object', 'special'], as: 'yes' },
    {
      place: 'multipart',
      how: ['no encoding', 'contentType image/png'],
      kinds: ['file', 'files'],
      as: 'yes',
    },
  ],
};
