import type { HeaderFields } from '../../wire/exchange.ts';
import {
  arrayOf,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';

/** Header fields as a recorder wrote them; `isNamed` is false where one of them has no name. */
interface RecordedFields {
  readonly fields: HeaderFields;
  /** `:authority` and the like: of HTTP/2's framing, and no header fields (RFC 9113, section 8.3). */
  readonly framing: ReadonlyMap<string, string>;
  readonly isNamed: boolean;
}

/** Reads header fields: as HAR has them, as pairs, as a map with lists in it, or as names and values in turns. */
export function recordedFields(given: Json | undefined): RecordedFields {
  const pairs = pairsOf(given).flatMap(([name, value]) =>
    linesIn(value).map((line) => [name, line] as const),
  );
  const isNamed = pairs.every(([name]) => typeof name === 'string');
  const named = pairs.map(([name, line]) => [textOf(name ?? ''), line] as const);
  return {
    fields: named.filter(([name]) => name !== '' && !name.startsWith(':')),
    framing: new Map(named.filter(([name]) => name.startsWith(':'))),
    isNamed,
  };
}

type Pair = readonly [name: Json | undefined, value: Json | undefined];

function pairsOf(given: Json | undefined): readonly Pair[] {
  if (!Array.isArray(given)) return Object.entries(objectOf(given));
  const list = given as readonly Json[];
  if (list.length > 0 && list.length % 2 === 0 && list.every((it) => typeof it === 'string'))
    return list.flatMap((name, i): Pair[] => (i % 2 === 0 ? [[name, list[i + 1]]] : []));
  return list.map((it): Pair => {
    if (!Array.isArray(it)) return [objectOf(it)['name'], objectOf(it)['value'] ?? ''];
    const [name, value] = it as readonly Json[];
    return [name, value ?? ''];
  });
}

/** A field that came several times is one value with line ends in it, where recorders keep a map: none can stand on the wire. */
function linesIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(linesIn);
  if (value === undefined || value === null || isObject(value)) return [];
  const lines = textOf(value).split(/\r?\n/);
  return lines.length === 1 ? lines : lines.filter((it) => it.trim() !== '');
}

/** The cookies that stand beside the header fields, where no field has them, as the field that had. */
export function withCookies(
  fields: HeaderFields,
  name: 'cookie' | 'set-cookie',
  given: Json | undefined,
): HeaderFields {
  const cookies = arrayOf(given).map(objectOf);
  if (cookies.length === 0 || fields.some(([field]) => field.toLowerCase() === name)) return fields;
  if (name === 'set-cookie')
    return [...fields, ...cookies.map((it) => [name, toSetCookie(it)] as const)];
  return [...fields, [name, cookies.map(pairOf).join('; ')]];
}

function pairOf({ name, value }: JsonObject): string {
  return `${textOf(name ?? '')}=${textOf(value ?? '')}`;
}

/** RFC 6265, section 4.1.1. */
function toSetCookie(cookie: JsonObject): string {
  const told = (['path', 'domain', 'expires', 'sameSite'] as const).flatMap((key) => {
    const value = cookie[key];
    return typeof value === 'string' && value !== '' ? [`${key}=${value}`] : [];
  });
  const set = (['httpOnly', 'secure'] as const).filter((key) => cookie[key] === true);
  return [pairOf(cookie), ...told, ...set].join('; ');
}

/** The media type that stands beside the header fields, where no field has it. */
export function withMediaType(fields: HeaderFields, given: Json | undefined): HeaderFields {
  const isTold = fields.some(([name]) => name.toLowerCase() === 'content-type');
  if (isTold || typeof given !== 'string' || !given.includes('/')) return fields;
  return [...fields, ['content-type', given]];
}
