import { howOf, type Cell } from '../cell.ts';
import {
  isList,
  isObjectKind,
  isScalar,
  LISTS,
  plainRoute,
  SCALARS,
  type Judge,
} from '../judge.ts';
import { GO } from '../server.ts';

const OBJECTS = ['object', 'special'] as const;
/** Nothing in them has to be encoded. */
const PLAIN_SENT = [
  'string',
  'integer',
  'long',
  'number',
  'boolean',
  'strings',
  'integers',
] as const;
const PLAIN = [...PLAIN_SENT, 'object'] as const;

/** Go's own net/http: texts, repeated names, files. */
export const NET_HTTP: Judge = {
  name: 'Go net/http',
  packages: ['go'],
  program: GO,
  readsDescription: false,
  route(cell) {
    const isFile = cell.kind === 'file' || cell.kind === 'files';
    if ('label' in cell) {
      return isFile || isScalar(cell) || isList(cell) ? plainRoute('/net', cell) : undefined;
    }
    if (cell.content !== undefined) return undefined;
    if (cell.style !== 'form' && cell.style !== 'simple') return undefined;
    if (isObjectKind(cell)) {
      return cell.place === 'query' && cell.explode ? plainRoute('/net', cell) : undefined;
    }
    const hasLists = cell.place === 'query' || cell.place === 'header';
    return isScalar(cell) || hasLists ? plainRoute('/net', cell) : undefined;
  },
  claims: [
    { place: 'path', how: ['simple'], kinds: SCALARS, as: 'text' },
    { place: 'header', how: ['simple'], kinds: SCALARS, as: 'text' },
    { place: 'query', how: ['form'], kinds: SCALARS, as: 'text' },
    { place: 'query', how: ['form, explode'], kinds: [...LISTS, ...OBJECTS], as: 'text' },
    {
      place: 'cookie',
      how: ['form'],
      kinds: ['string', 'integer', 'long', 'number', 'boolean'],
      as: 'text',
    },
    ...(['urlencoded', 'multipart'] as const).flatMap((place) => [
      { place, how: ['no encoding', 'form'], kinds: SCALARS, as: 'text' } as const,
      { place, how: ['no encoding', 'form, explode'], kinds: LISTS, as: 'text' } as const,
    ]),
    {
      place: 'multipart',
      how: ['no encoding', 'contentType image/png'],
      kinds: ['file', 'files'],
      as: 'text',
    },
  ],
};

/** huma's bindings, each by a tag of a field: lists between commas, or `explode`. */
export const HUMA: Judge = {
  name: 'huma',
  packages: ['github.com/danielgtaylor/huma/v2'],
  program: GO,
  readsDescription: false,
  route(cell) {
    if ('label' in cell) {
      const isBound = cell.place === 'multipart' && !isObjectKind(cell);
      return isBound ? plainRoute('/huma', cell) : undefined;
    }
    if (cell.content !== undefined) return undefined;
    if (cell.style === 'deepObject') return `/huma/query-deep/${cell.kind}`;
    if (cell.style !== 'form' && cell.style !== 'simple') return undefined;
    if (isScalar(cell)) return plainRoute('/huma', cell);
    if (!isList(cell)) return undefined;
    if (cell.place === 'header') return plainRoute('/huma', cell);
    if (cell.place !== 'query') return undefined;
    return cell.explode
      ? plainRoute('/huma', cell)?.replace('query', 'query-explode')
      : plainRoute('/huma', cell);
  },
  claims: [
    { place: 'path', how: ['simple'], kinds: SCALARS, as: 'yes' },
    { place: 'header', how: ['simple'], kinds: SCALARS, as: 'yes' },
    { place: 'header', how: ['simple'], kinds: ['strings', 'integers', 'single'], as: 'yes' },
    { place: 'query', how: ['form'], kinds: SCALARS, as: 'yes' },
    { place: 'query', how: ['form'], kinds: ['strings', 'integers', 'single'], as: 'yes' },
    { place: 'query', how: ['form, explode'], kinds: LISTS, as: 'yes' },
    { place: 'query', how: ['deepObject'], kinds: OBJECTS, as: 'yes' },
    {
      place: 'cookie',
      how: ['form'],
      kinds: ['string', 'integer', 'long', 'number', 'boolean'],
      as: 'yes',
    },
    {
      place: 'multipart',
      how: ['no encoding'],
      kinds: [...SCALARS, ...LISTS, 'file', 'files'],
      as: 'yes',
    },
  ],
};

/** kin-openapi reads by the description, behind most validators that are written in Go. */
export const KIN: Judge = {
  name: 'kin-openapi',
  packages: ['github.com/getkin/kin-openapi'],
  program: GO,
  readsDescription: true,
  route: byDescription('/kin'),
  claims: [
    ...(['simple', 'label', 'matrix'] as const).map(
      (style) =>
        ({ place: 'path', how: [style, `${style}, explode`], kinds: PLAIN, as: 'yes' }) as const,
    ),
    { place: 'query', how: ['form', 'form, explode'], kinds: PLAIN, as: 'yes' },
    { place: 'query', how: ['spaceDelimited', 'pipeDelimited'], kinds: PLAIN, as: 'yes' },
    { place: 'query', how: ['deepObject, explode'], kinds: OBJECTS, as: 'yes' },
    { place: 'header', how: ['simple', 'simple, explode'], kinds: PLAIN, as: 'yes' },
    { place: 'cookie', how: ['form'], kinds: PLAIN, as: 'yes' },
    { place: 'urlencoded', how: ['no encoding', 'form'], kinds: PLAIN_SENT, as: 'yes' },
    { place: 'urlencoded', how: ['deepObject'], kinds: OBJECTS, as: 'yes' },
    {
      place: 'multipart',
      how: ['no encoding'],
      kinds: [...PLAIN, 'texts', 'special', 'file', 'files'],
      as: 'yes',
    },
  ],
};

/** What servers that oapi-codegen writes call to read a parameter or a form. */
export const OAPI_RUNTIME: Judge = {
  name: 'oapi-codegen',
  packages: ['github.com/oapi-codegen/runtime'],
  program: GO,
  readsDescription: true,
  route: byDescription('/oapi'),
  claims: [
    ...(['simple', 'label', 'matrix'] as const).map(
      (style) =>
        ({
          place: 'path',
          how: [style, `${style}, explode`],
          kinds: PLAIN_SENT,
          as: 'yes',
        }) as const,
    ),
    { place: 'query', how: ['form'], kinds: PLAIN_SENT, as: 'yes' },
    { place: 'query', how: ['form, explode'], kinds: [...LISTS, ...OBJECTS], as: 'yes' },
    { place: 'query', how: ['deepObject, explode'], kinds: OBJECTS, as: 'yes' },
    { place: 'header', how: ['simple', 'simple, explode'], kinds: PLAIN_SENT, as: 'yes' },
    { place: 'urlencoded', how: ['no encoding'], kinds: [...SCALARS, ...LISTS], as: 'yes' },
  ],
};

/** The bindings of generated code know no files. */
function byDescription(prefix: string): Judge['route'] {
  return (cell: Cell) => {
    if (prefix === '/oapi' && (cell.kind === 'file' || cell.kind === 'files')) return undefined;
    if (prefix === '/oapi' && howOf(cell).startsWith('contentType')) return undefined;
    return cell.place === 'path' ? `${prefix}/` : prefix;
  };
}
