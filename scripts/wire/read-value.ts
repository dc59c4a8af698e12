import { arrayOf, isEqual, type Json, type JsonObject } from '../base/json.ts';
import { parseJson, toInteger } from '../base/json-text.ts';
import { typesIn } from '../values/schema-branches.ts';
import { decodeUtf8 } from './media-parameters.ts';

const INTEGER = /^-?\d+$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The values that a text may stand for by the schemas that apply, likeliest first: by the types they name,
 * or by any where they name none. What fits no type stays text, which the schema then refuses.
 */
export function textValues(branches: readonly JsonObject[], text: string): readonly Json[] {
  const types = typesIn(branches);
  const mayBe = (type: string) => types.size === 0 || types.has(type);
  const values: Json[] = [];
  if (mayBe('number') || mayBe('integer')) values.push(...numbersOf(text));
  if (mayBe('boolean') && (text === 'true' || text === 'false')) values.push(text === 'true');
  if (mayBe('null') && (text === '' || text === 'null')) values.push(null);
  if (mayBe('object') || mayBe('array')) values.push(...structuresOf(text));
  // Text comes first where nothing is said, and where the schema has that very text.
  const isText = types.size === 0 || choicesOf(branches).some((choice) => choice === text);
  return unique(isText ? [text, ...values] : [...values, text]);
}

function numbersOf(text: string): Json[] {
  if (INTEGER.test(text)) return [toInteger(text)];
  return NUMBER.test(text) ? [Number(text)] : [];
}

function structuresOf(text: string): Json[] {
  if (!/^\s*[[{]/.test(text)) return [];
  return jsonValues(text);
}

/** The value of JSON text; none where it is none. */
export function jsonValues(text: string): Json[] {
  const parsed = parseJson(text);
  return 'reason' in parsed ? [] : [parsed.value];
}

function choicesOf(branches: readonly JsonObject[]): readonly Json[] {
  return branches.flatMap(({ const: constant, enum: choices }) => [
    ...(constant === undefined ? [] : [constant]),
    ...arrayOf(choices),
  ]);
}

function unique(values: readonly Json[]): readonly Json[] {
  return values.filter((value, i) => values.findIndex((it) => isEqual(it, value)) === i);
}

/** Octets as a string: as the text they may be, and with a character for each, which is how many there are. */
export function octetValues(bytes: Buffer): readonly Json[] {
  const text = decodeUtf8(bytes);
  const octets = bytes.toString('latin1');
  return text === undefined ? [octets] : unique([text, octets]);
}
