import { isEqual, type Json } from '../base/json.ts';
import { parseJson } from '../base/json-text.ts';
import type { JsonType, TextShape } from '../values/combine-shapes.ts';
import { decodeUtf8 } from './media-parameters.ts';
import { readAs } from './text-meanings.ts';

/**
 * The values that a text may stand for, likeliest first. What fits no type stays text, which the schema
 * then refuses.
 */
export function textValues({ order }: TextShape, text: string): readonly Json[] {
  return unique([...order.flatMap((type) => valuesAs(type, text)), text]);
}

function valuesAs(type: JsonType, text: string): readonly Json[] {
  if (type === 'array' || type === 'object') return /^\s*[[{]/.test(text) ? jsonValues(text) : [];
  // A number that is no integer is refused as that, and not as text.
  const value = readAs(text, type === 'integer' ? 'number' : type);
  return value === undefined ? [] : [value];
}

/** The value of JSON text; none where it is none. */
export function jsonValues(text: string): readonly Json[] {
  const parsed = parseJson(text);
  return 'reason' in parsed ? [] : [parsed.value];
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
