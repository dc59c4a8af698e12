import { isEqual, type Json } from '../base/json.ts';
import { parseJson, toInteger } from '../base/json-text.ts';
import type { JsonType, TextShape } from '../values/combine-shapes.ts';
import { decodeUtf8 } from './media-parameters.ts';

/**
 * The values that a text may stand for, likeliest first. What fits no type stays text, which the schema
 * then refuses.
 */
export function textValues({ order }: TextShape, text: string): readonly Json[] {
  return unique([...order.flatMap((type) => valuesAs(type, text)), text]);
}

const INTEGER = /^-?\d+$/;
/** What JSON calls a number (RFC 8259, section 6), with zeros before it as well. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function valuesAs(type: JsonType, text: string): readonly Json[] {
  switch (type) {
    case 'integer':
    case 'number':
      if (INTEGER.test(text)) return [toInteger(text)];
      return NUMBER.test(text) ? [Number(text)] : [];
    case 'boolean':
      return text === 'true' || text === 'false' ? [text === 'true'] : [];
    case 'null':
      return text === '' || text === 'null' ? [null] : [];
    case 'string':
      return [text];
    case 'array':
    case 'object':
      return /^\s*[[{]/.test(text) ? jsonValues(text) : [];
  }
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
