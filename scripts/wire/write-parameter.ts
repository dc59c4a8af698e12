import { essenceOf, isJsonType } from '../base/media-type.ts';
import { encodePercent, encodeReserved } from './percent-encoding.ts';
import { formMembers, formPair, itemsOf } from './form-pairs.ts';
import { isRecord, jsonOf, jsonText, plainDataOf, textOf, type PlainData } from './plain-data.ts';

/** What of a Parameter, Header or Encoding Object says how a value is written (OpenAPI 3.1.1, section 4.8.12). */
export interface WireParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly style:
    | 'matrix'
    | 'label'
    | 'simple'
    | 'form'
    | 'spaceDelimited'
    | 'pipeDelimited'
    | 'deepObject';
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly content?: { readonly mediaType: string } | undefined;
  /** The value is all of the query, without a name (OpenAPI 3.2.0, section 4.12.1). */
  readonly isWholeQuery?: boolean;
}

export type WrittenPair = readonly [name: string, text: string];
type Encode = (text: string) => string;

/**
 * Writes a parameter's value as its style, or its content, says (OpenAPI 3.1.1, sections 4.8.12.3 and
 * 4.8.12.4, appendices C to E). In a query or a cookie that is `name=value`, elsewhere the value alone.
 * Undefined where there is nothing to write: the parameter is left out, and a path has no address.
 */
export function writeParameter(parameter: WireParameter, value: unknown): string | undefined {
  const { in: location } = parameter;
  if (location === 'query' || location === 'cookie') {
    const encode = parameter.allowReserved && location === 'query' ? encodeReserved : encodePercent;
    const pairs = pairsOf(parameter, value, encode, ENCODED_SEPARATORS);
    if (pairs.length === 0) return undefined;
    if (parameter.isWholeQuery) return pairs[0]?.[1];
    // Appendix D: pairs of a cookie stand between semicolons (RFC 6265, section 4.2.1).
    return pairs.map(([name, text]) => `${name}=${text}`).join(location === 'query' ? '&' : '; ');
  }
  // Fields are no URIs: what they say is passed on as it is (OpenAPI 3.1.2, appendix D).
  const encode = location === 'header' ? String : encodePercent;
  const text = parameter.content
    ? contentText(parameter.content.mediaType, location, value)
    : styledText(parameter, plainDataOf(value), encode);
  if (text === undefined || (location === 'path' && text === '')) return undefined;
  if (location === 'header') return isFieldValue(text) ? text : undefined;
  return parameter.content ? encode(text) : text;
}

/** The same as names and values that are not encoded, for the parts of a multipart form (appendix C). */
export function writePairs(parameter: WireParameter, value: unknown): readonly WrittenPair[] {
  return pairsOf(parameter, value, String, PLAIN_SEPARATORS);
}

/** Whether a field can carry a text at all (RFC 9110, section 5.5). */
export function isFieldValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

const ENCODED_SEPARATORS = { spaceDelimited: '%20', pipeDelimited: '%7C' } as const;
const PLAIN_SEPARATORS = { spaceDelimited: ' ', pipeDelimited: '|' } as const;

/** Name and value of each pair that a query, a form or a cookie gets. */
function pairsOf(
  parameter: WireParameter,
  value: unknown,
  encode: Encode,
  separators: Readonly<Record<'spaceDelimited' | 'pipeDelimited', string>>,
): readonly WrittenPair[] {
  const { style, explode, content, in: location } = parameter;
  // Names are no values: reserved characters in them would not be found again.
  const name = encode === encodeReserved ? encodePercent : encode;
  const own = name(parameter.name);
  if (content) {
    const text = contentText(content.mediaType, location, value);
    // `allowReserved` belongs to the styles.
    return text === undefined ? [] : [[own, name(text)]];
  }
  if (style === 'deepObject') return deepPairs(parameter.name, value, name, encode);
  const data = plainDataOf(value);
  if (data === undefined) return [];
  if (data.kind === 'text') return [[own, encode(data.text)]];
  if (explode) {
    return data.kind === 'list'
      ? data.items.map((item) => [own, encode(item)])
      : data.members.map(([key, item]) => [name(key), encode(item)]);
  }
  const separator =
    style === 'spaceDelimited' || style === 'pipeDelimited' ? separators[style] : ',';
  // A reserved comma stays where it parts nothing.
  const part = (text: string) =>
    encode === encodeReserved ? encode(text).replaceAll(',', '%2C') : encode(text);
  const texts = data.kind === 'list' ? data.items : data.members.flat();
  return [[own, texts.map(part).join(separator)]];
}

/**
 * `color[R]=100`, each level in brackets; a list repeats its name, as most readers want it, and numbers
 * items that have members, which could not be told apart.
 */
function deepPairs(at: string, value: unknown, name: Encode, encode: Encode): WrittenPair[] {
  const data = jsonOf(value);
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    const isNumbered = items.some((item) => typeof (jsonOf(item) ?? 0) === 'object');
    return items.flatMap((item, index) =>
      deepPairs(isNumbered ? `${at}[${index}]` : at, item, name, encode),
    );
  }
  if (isRecord(data)) {
    return Object.entries(data).flatMap(([key, item]) =>
      deepPairs(`${at}[${key}]`, item, name, encode),
    );
  }
  const text = textOf(data);
  return text === undefined ? [] : [[name(at), encode(text)]];
}

/** The value of a path variable or a field: simple, label and matrix. */
function styledText(
  { name, style, explode }: WireParameter,
  data: PlainData | undefined,
  encode: Encode,
): string | undefined {
  if (data === undefined) return undefined;
  const own = encode(name);
  // RFC 6570, section 3.2.7: in a matrix nothing follows the name of an empty value.
  const equation = (key: string, text: string) =>
    style === 'matrix' && text === '' ? key : `${key}=${text}`;
  const texts = textsOf(data).map(encode);
  const equations =
    data.kind === 'members'
      ? data.members.map(([key, item]) => equation(encode(key), encode(item)))
      : texts.map((text) => equation(own, text));
  if (style === 'matrix') {
    return (explode ? equations : [equation(own, texts.join(','))]).map((it) => `;${it}`).join('');
  }
  const parts = explode && data.kind === 'members' ? equations : texts;
  return style === 'label' ? `.${parts.join(explode ? '.' : ',')}` : parts.join(',');
}

function textsOf(data: PlainData): readonly string[] {
  if (data.kind === 'text') return [data.text];
  return data.kind === 'list' ? data.items : data.members.flat();
}

/** A value as its media type says; undefined where there is none. */
function contentText(
  mediaType: string,
  location: WireParameter['in'],
  value: unknown,
): string | undefined {
  if (value === undefined) return undefined;
  if (isJsonType(mediaType)) {
    const text = jsonText(value);
    return location === 'header' ? inAscii(text) : text;
  }
  if (essenceOf(mediaType) === 'application/x-www-form-urlencoded') {
    if (!isRecord(jsonOf(value))) return textOf(value);
    const pairs = formMembers(value).flatMap(([name, it]) =>
      itemsOf(it).map((item) => formPair(name, textOf(item) ?? '')),
    );
    return pairs.join('&');
  }
  return textOf(value);
}

/** JSON says the same in ASCII, which every field takes. */
function inAscii(json: string): string {
  return json.replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
