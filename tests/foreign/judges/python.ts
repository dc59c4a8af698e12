import type { Cell } from '../cell.ts';
import {
  isList,
  isObjectKind,
  isScalar,
  LISTS,
  plainRoute,
  SCALARS,
  type Judge,
} from '../judge.ts';
import { PYTHON } from '../server.ts';

const OBJECTS = ['object', 'special'] as const;
/** Nothing in them has to be encoded. */
const PLAIN = ['string', 'integer', 'number', 'boolean', 'strings', 'integers', 'object'] as const;

/** FastAPI's bindings, each typed by an annotation. */
export const FASTAPI: Judge = {
  name: 'FastAPI',
  packages: ['fastapi'],
  program: PYTHON,
  readsDescription: false,
  route(cell) {
    if (isJson(cell)) {
      const place = 'label' in cell ? 'form' : cell.place;
      const isBound = isObjectKind(cell) || (cell.kind === 'strings' && place !== 'form');
      return isBound && place !== 'path' && place !== 'cookie'
        ? `/${place}-json/${cell.kind}`
        : undefined;
    }
    if ('label' in cell) {
      const isFile = cell.kind === 'file' || cell.kind === 'files';
      return isFile || isScalar(cell) || isList(cell) ? plainRoute('', cell) : undefined;
    }
    if (cell.content !== undefined) return undefined;
    if (cell.style !== 'form' && cell.style !== 'simple') return undefined;
    if (isObjectKind(cell)) {
      return cell.place === 'query' && cell.explode ? plainRoute('', cell) : undefined;
    }
    const hasLists = cell.place === 'query' || cell.place === 'header';
    return isScalar(cell) || (isList(cell) && hasLists) ? plainRoute('', cell) : undefined;
  },
  claims: [
    { place: 'path', how: ['simple'], kinds: SCALARS, as: 'yes' },
    { place: 'header', how: ['simple'], kinds: SCALARS, as: 'yes' },
    { place: 'query', how: ['form', 'form, allowReserved'], kinds: SCALARS, as: 'yes' },
    {
      place: 'query',
      how: ['form, explode', 'form, explode, allowReserved'],
      kinds: [...LISTS, ...OBJECTS],
      as: 'yes',
    },
    { place: 'query', how: ['application/json'], kinds: ['strings', ...OBJECTS], as: 'yes' },
    {
      place: 'cookie',
      how: ['form'],
      kinds: ['string', 'integer', 'long', 'number', 'boolean'],
      as: 'yes',
    },
    ...(['urlencoded', 'multipart'] as const).flatMap((place) => [
      { place, how: ['no encoding', 'form'], kinds: SCALARS, as: 'yes' } as const,
      { place, how: ['no encoding', 'form, explode'], kinds: LISTS, as: 'yes' } as const,
      { place, how: ['no encoding'], kinds: OBJECTS, as: 'yes' } as const,
    ]),
    {
      place: 'multipart',
      how: ['no encoding', 'contentType image/png'],
      kinds: ['file', 'files'],
      as: 'yes',
    },
  ],
};

/** openapi-core reads by the description: it knows all styles of OpenAPI. */
export const OPENAPI_CORE: Judge = {
  name: 'openapi-core',
  packages: ['openapi-core'],
  program: PYTHON,
  readsDescription: true,
  route: (cell) => (cell.place === 'path' ? '/openapi-core/' : '/openapi-core'),
  claims: [
    { place: 'path', how: ['simple', 'simple, explode'], kinds: PLAIN, as: 'yes' },
    { place: 'path', how: ['matrix', 'matrix, explode'], kinds: PLAIN, as: 'yes' },
    { place: 'query', how: ['form', 'pipeDelimited'], kinds: PLAIN, as: 'yes' },
    { place: 'query', how: ['form, explode'], kinds: LISTS, as: 'yes' },
    { place: 'query', how: ['deepObject, explode'], kinds: OBJECTS, as: 'yes' },
    { place: 'header', how: ['simple', 'simple, explode'], kinds: PLAIN, as: 'yes' },
    { place: 'cookie', how: ['form'], kinds: PLAIN, as: 'yes' },
    {
      place: 'query',
      how: ['application/json'],
      kinds: ['string', 'integer', ...LISTS, ...OBJECTS],
      as: 'yes',
    },
    { place: 'urlencoded', how: ['no encoding'], kinds: [...SCALARS, ...LISTS], as: 'yes' },
    { place: 'urlencoded', how: ['deepObject'], kinds: OBJECTS, as: 'yes' },
    { place: 'multipart', how: ['no encoding'], kinds: ['strings', ...OBJECTS, 'file'], as: 'yes' },
  ],
};

/** FastAPI's `Json[...]` reads JSON text in a parameter or a field. */
function isJson(cell: Cell): boolean {
  if ('label' in cell) {
    return cell.label.endsWith('/json') || (cell.label === 'no encoding' && isObjectKind(cell));
  }
  return cell.content === 'application/json';
}
