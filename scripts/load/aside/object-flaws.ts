import { isObject, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { nearest } from '../../base/nearest.ts';
import {
  append,
  parentOf,
  pointerOf,
  tokensOf,
  valueAt,
  type Pointer,
} from '../../base/json-pointer.ts';
import { isElsewhere } from '../sources.ts';
import type { ObjectKind } from './object-fields.ts';
import { wordFor, type Survey } from './survey.ts';

const FIELD_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** What programs that read cookies take, which is more than a server should send. */
const COOKIE_NAME = /^[^=;,\s\p{Cc}]+$/u;
const PLACES: readonly string[] = ['path', 'query', 'header', 'cookie', 'querystring'];

const FLAWS: Readonly<Partial<Record<ObjectKind, (node: JsonObject) => string | undefined>>> = {
  parameter({ name, in: place }) {
    if (typeof name !== 'string' || name === '') return 'it has no name';
    if (typeof place === 'string' && PLACES.includes(place)) return flawOfName(name, place);
    return typeof place === 'string'
      ? `there is no place called "${place}": in must be one of ${PLACES.slice(0, 4).join(', ')}`
      : 'it does not say where it stands: in must be path, query, header or cookie';
  },
  server: ({ url }) => (typeof url === 'string' ? undefined : 'it has no url'),
  example: (node) =>
    ['value', 'externalValue', 'dataValue', 'serializedValue'].some((it) => Object.hasOwn(node, it))
      ? undefined
      : 'it has no value: an entry of examples is an object with one',
  'security scheme': ({ type, name, in: place, scheme }) => {
    if (typeof type !== 'string') return 'it has no type';
    if (type === 'http') return textOf(scheme).trim() === '' ? 'it has no scheme' : undefined;
    if (type !== 'apiKey') return undefined;
    if (typeof name !== 'string' || name === '') return 'it has no name';
    return flawOfName(name, place);
  },
};

/** Why nothing of this name could ever be sent there; undefined where it could (RFC 9110, section 5.1; RFC 6265, section 5.4). */
function flawOfName(name: string, place: Json | undefined): string | undefined {
  const carries = place === 'header' ? FIELD_NAME : place === 'cookie' ? COOKIE_NAME : undefined;
  if (carries?.test(name) !== false) return undefined;
  return `no ${place === 'header' ? 'header' : 'cookie'} can be called "${name}"`;
}

/** Why an object cannot be what its place wants; undefined where it can. */
export function flawOfObject(kind: ObjectKind, node: JsonObject): string | undefined {
  return FLAWS[kind]?.(node);
}

/** Why a name cannot stand among its siblings in a field of an object; undefined where it can. */
export function flawOfKey(key: string, holder: ObjectKind, field: string): string | undefined {
  // Components have names of their own.
  if (holder === 'components') return undefined;
  switch (field) {
    case 'paths':
      if (!key.startsWith('/')) return 'a path begins with /';
      return /[?#]/.test(key) ? 'a path holds no query and no fragment' : undefined;
    case 'responses':
      if (/^\s*(?:[1-5]\d\d|[1-5]XX|default)\s*$/i.test(key)) return undefined;
      return `"${key}" is no status: it is written as 200, 2XX or default`;
    case 'content':
      return key.includes('/') ? undefined : `"${key}" is no media type`;
    case 'headers':
      return FIELD_NAME.test(key) ? undefined : `no header can be called "${key}"`;
    default:
      return undefined;
  }
}

/** Whether a key is an extension and no name. */
export function isExtension(key: string, holder: ObjectKind, field: string): boolean {
  return holder !== 'components' && EXTENSIBLE.has(field) && key.startsWith('x-');
}

const EXTENSIBLE: ReadonlySet<string> = new Set(['paths', 'responses', 'callbacks']);

/** Why a Reference Object leads to nothing that could stand in its place; undefined where it does. */
export function flawOfReference(
  ref: string,
  { at, kind }: { readonly at: Pointer; readonly kind: ObjectKind },
  { resolver, document, missingFile }: Pick<Survey, 'resolver' | 'document' | 'missingFile'>,
): string | undefined {
  const seen = new Set<Pointer>([at]);
  let place = resolver.follow(ref, at);
  if (!place) return lostWords(ref, at, { document, missingFile });
  for (;;) {
    if (seen.has(place.pointer)) return `$ref leads back to itself: ${ref}`;
    seen.add(place.pointer);
    if (!isObject(place.node)) return `$ref leads to ${wordFor(place.node)}: ${ref}`;
    const { $ref: next } = place.node;
    if (typeof next !== 'string') break;
    const target = resolver.follow(next, place.pointer);
    if (!target) return `$ref leads to ${ref}, and that on to nothing`;
    place = target;
  }
  const flaw = flawOfObject(kind, place.node);
  return flaw === undefined ? undefined : `$ref leads to ${ref}: ${flaw}`;
}

/** What is said of a `$ref` that leads nowhere. */
export function lostWords(
  ref: string,
  at: Pointer,
  { document, missingFile }: Pick<Survey, 'document' | 'missingFile'>,
): string {
  if (isElsewhere(ref))
    return `$ref leads to another host, and Kiln reads local files only: ${ref}`;
  const file = missingFile(ref, at);
  if (file !== undefined)
    return `$ref leads to ${ref}, but the file ${file} is not there or cannot be read`;
  const pointer = pointerOf(ref);
  const siblings = ref.startsWith('#/') ? valueAt(document, parentOf(pointer)) : undefined;
  const last = tokensOf(pointer).at(-1) ?? '';
  const meant = isObject(siblings) ? nearest(last, Object.keys(siblings)) : undefined;
  const hint = meant === undefined ? '' : `; did you mean ${append(parentOf(pointer), meant)}?`;
  return `$ref leads to ${ref}, but there is no such node${hint}`;
}
