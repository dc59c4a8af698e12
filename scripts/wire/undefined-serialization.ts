import { isJsonType } from '../base/media-type.ts';
import { isRecord, jsonOf, plainDataOf, textOf, type PlainData } from './plain-data.ts';
import { isFieldValue, writeParameter, type WireParameter } from './write-parameter.ts';

/** What the specifications leave open, or rule out, when a value is written as a parameter. */
export const UNDEFINED_SERIALIZATIONS = {
  'null-value': 'No style says how null is written.',
  'empty-array':
    'An array without items is written by some as nothing and by others as an empty text.',
  'empty-object':
    'An object without members is written by some as nothing and by others as an empty text.',
  'empty-value': 'With allowEmptyValue, an empty text says that the parameter is not used.',
  'empty-item':
    'An empty item of a list in a header is ignored by those who read it (RFC 9110, section 5.6.1).',
  'empty-name': 'A member whose name is empty cannot be told from a mistake.',
  'not-a-number': 'NaN and the infinities are no values of JSON.',
  'invalid-date': 'A Date without a time has no text.',
  'no-data': 'A function, a symbol or undefined is no value of JSON.',
  'lone-surrogate': 'Half of a surrogate pair has no UTF-8.',
  'nested-value': 'The styles write arrays and objects of plain values only.',
  'deep-object-nested': 'deepObject is defined for an object of plain values only.',
  'deep-object-of-non-object': 'deepObject is defined for objects only.',
  'delimited-plain-value':
    'spaceDelimited and pipeDelimited are defined for arrays and objects only.',
  'delimited-exploded': 'spaceDelimited and pipeDelimited are not defined together with explode.',
  'delimiter-in-item':
    'The text has the mark in it by which the style parts one text from the next.',
  'encoded-triple': 'allowReserved passes percent-encoded text on, which then arrives decoded.',
  'empty-path-value': 'Without a text for its variable, a path is the address of something else.',
  'dot-segment': 'A path segment of dots alone is taken away on its way (RFC 3986, section 5.2.4).',
  'forbidden-in-header':
    'A field has no control characters, and no space at its ends (RFC 9110, section 5.5).',
  'non-ascii-header':
    'What characters beyond ASCII mean in a field is not said (RFC 9110, section 5.5).',
  'repeated-cookie':
    'Which of several cookies with one name counts is not said (OpenAPI 3.1.1, appendix D).',
} as const;

export type UndefinedSerialization = keyof typeof UNDEFINED_SERIALIZATIONS;

/** Why nobody can say what a parameter with this value looks like; undefined where it is defined. */
export function undefinedSerialization(
  parameter: WireParameter,
  value: unknown,
): UndefinedSerialization | undefined {
  if (value === undefined) return undefined;
  const texts = [...allTexts(value)];
  if (texts.some((text) => !text.isWellFormed())) return 'lone-surrogate';
  const { content } = parameter;
  const unwritable = reasonsIn(value, content !== undefined && isJsonType(content.mediaType));
  if (unwritable !== undefined) return unwritable;
  if (content) return ofPlace(parameter, writeParameter(parameter, value));
  const data = plainDataOf(value);
  if (data === undefined) return Array.isArray(jsonOf(value)) ? 'empty-array' : 'empty-object';
  return (
    ofStyle(parameter, value, data) ??
    ofMarks(parameter, data) ??
    ofPlace(parameter, writeParameter(parameter, value))
  );
}

/** Why a value or one of its members has no text; null has one in JSON. */
function reasonsIn(value: unknown, isJson: boolean): UndefinedSerialization | undefined {
  if (value instanceof Date && Number.isNaN(value.getTime())) return 'invalid-date';
  const data = jsonOf(value);
  if (data === undefined) return 'no-data';
  if (data === null) return isJson ? undefined : 'null-value';
  if (typeof data === 'number') return Number.isFinite(data) ? undefined : 'not-a-number';
  if (typeof data === 'function' || typeof data === 'symbol') return 'no-data';
  if (typeof data !== 'object') return undefined;
  // A member that is undefined is none, an item still has a place.
  const inner = Array.isArray(data) ? data : Object.values(data).filter((it) => it !== undefined);
  for (const item of inner) {
    const reason = reasonsIn(item, isJson);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function ofStyle(
  { in: location, style, explode, allowEmptyValue }: WireParameter,
  value: unknown,
  data: PlainData,
): UndefinedSerialization | undefined {
  const isNested = hasNested(value);
  if (style === 'deepObject') {
    if (data.kind !== 'members') return 'deep-object-of-non-object';
    return isNested ? 'deep-object-nested' : undefined;
  }
  if (isNested) return 'nested-value';
  if (style === 'spaceDelimited' || style === 'pipeDelimited') {
    if (data.kind === 'text') return 'delimited-plain-value';
    if (explode) return 'delimited-exploded';
  }
  if (location === 'query' && allowEmptyValue && writtenNothing(data)) return 'empty-value';
  const isRepeated = location === 'cookie' && explode && data.kind === 'list';
  return isRepeated && data.items.length > 1 ? 'repeated-cookie' : undefined;
}

/** Whether nothing stands after `name=`. */
function writtenNothing(data: PlainData): boolean {
  return data.kind === 'text'
    ? data.text === ''
    : data.kind === 'list' && data.items.join('') === '';
}

function hasNested(value: unknown): boolean {
  const data = jsonOf(value);
  if (typeof data !== 'object' || data === null) return false;
  return Object.values(data).some((item) => {
    const inner = jsonOf(item);
    return typeof inner === 'object' && inner !== null;
  });
}

/** Marks that no encoding tells from a part of the text. */
function ofMarks(parameter: WireParameter, data: PlainData): UndefinedSerialization | undefined {
  const { in: location, style, explode, allowReserved } = parameter;
  const names = data.kind === 'members' ? data.members.map(([name]) => name) : [];
  if (names.includes('')) return 'empty-name';
  const texts =
    data.kind === 'text' ? [data.text] : data.kind === 'list' ? data.items : data.members.flat();
  if (location === 'query' && allowReserved && texts.some((text) => /%[\da-f]{2}/i.test(text))) {
    return 'encoded-triple';
  }
  const has = (mark: RegExp, among = texts) => among.some((text) => mark.test(text));
  if (style === 'deepObject') return has(/[[\]]/, names) ? 'delimiter-in-item' : undefined;
  if (data.kind === 'text') return undefined;
  if (location === 'header') {
    if (texts.includes('')) return 'empty-item';
    const isUnclear = has(/^[ \t]|[ \t]$|[,"]/) || (explode && has(/=/, names));
    return isUnclear ? 'delimiter-in-item' : undefined;
  }
  if (style === 'spaceDelimited' && has(/ /)) return 'delimiter-in-item';
  if (style === 'pipeDelimited' && has(/\|/)) return 'delimiter-in-item';
  // A dot is unreserved, so that no encoding hides it.
  return style === 'label' && explode && has(/\./) ? 'delimiter-in-item' : undefined;
}

/** What the place of the parameter does not take. */
function ofPlace(
  { in: location }: WireParameter,
  written: string | undefined,
): UndefinedSerialization | undefined {
  if (location === 'path') {
    if (written === undefined) return 'empty-path-value';
    return /^\.{1,2}$/.test(written) ? 'dot-segment' : undefined;
  }
  if (location !== 'header') return undefined;
  if (written === undefined) return 'forbidden-in-header';
  if (!/^[\t\x20-\x7e]*$/.test(written)) return 'non-ascii-header';
  return /^[ \t]|[ \t]$/.test(written) || !isFieldValue(written)
    ? 'forbidden-in-header'
    : undefined;
}

/** Every text in a value, names included. */
function* allTexts(value: unknown): Generator<string> {
  const data = jsonOf(value);
  if (Array.isArray(data)) {
    for (const item of data) yield* allTexts(item);
  } else if (isRecord(data)) {
    for (const [name, item] of Object.entries(data)) {
      yield name;
      yield* allTexts(item);
    }
  } else {
    yield textOf(data) ?? '';
  }
}
