import addFormats from 'ajv-formats';
import type { Json } from '../../base/json.ts';

/** Whole numbers that a format of the OpenAPI registry takes, the ends included. */
export const INTEGER_FORMATS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int8: [-(2n ** 7n), 2n ** 7n - 1n],
  int16: [-(2n ** 15n), 2n ** 15n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint8: [0n, 2n ** 8n - 1n],
  uint16: [0n, 2n ** 16n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  'double-int': [-(2n ** 53n - 1n), 2n ** 53n - 1n],
};

const KNOWN = new Map<string, (value: string) => boolean>();

/** Formats that ajv-formats knows and that say nothing of a text. */
const UNASSERTED: ReadonlySet<string> = new Set([
  'password',
  'binary',
  'float',
  'double',
  'url',
]);

/** Whether a value is as a format wants it; a format that is unknown wants nothing. */
export function isOfFormat(format: string, value: Json): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') {
    const ends = Object.hasOwn(INTEGER_FORMATS, format) ? INTEGER_FORMATS[format] : undefined;
    if (!ends) return true;
    const isWhole = typeof value === 'bigint' || Number.isInteger(value);
    return isWhole && value >= ends[0] && value <= ends[1];
  }
  if (typeof value !== 'string' || UNASSERTED.has(format)) return true;
  const known = KNOWN.get(format) ?? toTest(format);
  KNOWN.set(format, known);
  return known(value);
}

type Test = (value: string) => boolean;

function toTest(format: string): Test {
  let found: unknown;
  try {
    found = addFormats.default.get(format as Parameters<typeof addFormats.default.get>[0]);
  } catch {
    return () => true;
  }
  const test =
    typeof found === 'object' && found !== null && 'validate' in found ? found.validate : found;
  if (test instanceof RegExp) return (value) => test.test(value);
  // The library's types leave open what a test takes; those of texts take texts.
  return typeof test === 'function' ? (test as Test) : () => true;
}
