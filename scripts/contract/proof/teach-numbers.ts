import { addKeyword, getKeyword, type Keyword } from '@hyperjump/json-schema/experimental';
import { typeOf, value, type JsonNode } from '@hyperjump/json-schema/instance/experimental';
import { toExactKeyword } from './exact-values.ts';

let isTaught = false;

/**
 * Has the second validator compare integers by all their digits, and know the formats of OpenAPI's
 * registry that JSON Schema does not define. How it decides shares nothing with the first.
 */
export function teachNumbers(): void {
  if (isTaught) return;
  isTaught = true;
  for (const name of ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf']) {
    const keyword = keywordNamed(name);
    addKeyword({
      ...keyword,
      compile: async (schema, ast, parent) =>
        toExactKeyword(await keyword.compile(schema, ast, parent)),
    });
  }
  extend('multipleOf', (step, node) => {
    const number: unknown = value(node);
    if (typeof number !== 'bigint' && typeof step !== 'bigint') return undefined;
    // A step with a fraction needs decimals, which the validator itself does not have.
    return isWhole(number) && isWhole(step) ? BigInt(number) % BigInt(step) === 0n : undefined;
  });
  extend('type', (types, node) => {
    const isBig = typeof value(node) === 'bigint';
    return isBig ? [types].flat().some((it) => it === 'integer' || it === 'number') : undefined;
  });
  extend('draft-2020-12/format', (format, node) => {
    if (typeof format !== 'string') return undefined;
    const content: unknown = value(node);
    if (typeOf(node) === 'number') return holdsIn(format, content);
    return format === 'byte' && typeof content === 'string' ? isBase64(content) : undefined;
  });
}

/** Lets a keyword be decided here first; undefined leaves it to the validator. */
function extend(
  name: string,
  decide: (said: unknown, node: JsonNode) => boolean | undefined,
): void {
  const keyword = keywordNamed(name);
  addKeyword({
    ...keyword,
    interpret: (said, node, context) =>
      decide(said, node) ?? keyword.interpret(said, node, context),
  });
}

function keywordNamed(name: string): Keyword<unknown> {
  return getKeyword(`https://json-schema.org/keyword/${name}`);
}

function isWhole(number: unknown): number is number | bigint {
  return typeof number === 'bigint' || Number.isInteger(number);
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
