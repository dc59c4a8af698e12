import { typeOf, value } from '@hyperjump/json-schema/instance/experimental';
import { extendKeyword } from './extend-keyword.ts';
import { isWhole } from './teach-numbers.ts';
import { DOUBT, mayAskMore } from './unknown-formats.ts';

let isTaught = false;

/**
 * Has the second validator know the formats of OpenAPI's registry that the first asserts though JSON
 * Schema does not define them. How it decides shares nothing with the first.
 */
export function teachFormats(): void {
  if (isTaught) return;
  isTaught = true;
  extendKeyword('draft-2020-12/format', (format, node, { plugins }) => {
    if (typeof format !== 'string') return undefined;
    const content: unknown = value(node);
    if (typeOf(node) === 'number') return holdsIn(format, content);
    if (typeof content !== 'string') return undefined;
    if (format === 'byte') return isBase64(content);
    return plugins.includes(DOUBT) && mayAskMore(format, content) ? false : undefined;
  });
}

/** Whether a number is what so many bits can hold: int8 to int64, uint8 to uint64. */
function holdsIn(format: string, number: unknown): boolean | undefined {
  const [, unsigned, bits] = /^(u?)int(8|16|32|64)$/.exec(format) ?? [];
  if (bits === undefined) return undefined;
  if (!isWhole(number)) return false;
  const [width, whole] = [Number(bits), BigInt(number)];
  return whole === (unsigned ? BigInt.asUintN(width, whole) : BigInt.asIntN(width, whole));
}

/** Whether a text decodes as base64 with its padding and nothing else (RFC 4648, section 4). */
function isBase64(text: string): boolean {
  // What decodes for the web skips white space, and takes a text without its padding.
  if (/\s/.test(text) || text.length % 4 !== 0) return false;
  try {
    atob(text);
    return true;
  } catch {
    return false;
  }
}
