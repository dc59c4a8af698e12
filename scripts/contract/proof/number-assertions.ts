import { arrayOf, stringOf, type Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';

/** A whole number of some power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly power: number;
}

/**
 * Whether a number breaks what a keyword asserts of numbers, told by all of their digits: the second
 * validator has doubles only. Undefined where that is nothing about a number.
 */
export function breaksByDigits(
  document: Json,
  constraint: Pointer,
  root: Json,
  instance: string,
): boolean | undefined {
  const value = decimalOf(valueAt(root, append('#', ...tokensOf(`#${instance}`))));
  if (!value) return undefined;
  const keyword = tokensOf(constraint).at(-1) ?? '';
  const said = valueAt(document, constraint);
  if (keyword === 'enum') {
    const listed = arrayOf(said).map(decimalOf);
    return !listed.some((it) => it && compare(value, it) === 0);
  }
  if (keyword === 'format') return breaksFormat(value, said);
  const bound = decimalOf(said);
  return bound && ASSERTIONS.get(keyword)?.(value, bound);
}

const ASSERTIONS: ReadonlyMap<string, (value: Decimal, bound: Decimal) => boolean> = new Map([
  ['const', (value, bound) => compare(value, bound) !== 0],
  ['minimum', (value, bound) => compare(value, bound) < 0],
  ['maximum', (value, bound) => compare(value, bound) > 0],
  ['exclusiveMinimum', (value, bound) => compare(value, bound) <= 0],
  ['exclusiveMaximum', (value, bound) => compare(value, bound) >= 0],
  [
    'multipleOf',
    (value, bound) => {
      const [dividend, divisor] = align(value, bound);
      return divisor !== 0n && dividend % divisor !== 0n;
    },
  ],
]);

/** The integers of OpenAPI's format registry: a word of so many bits, with a sign or without. */
function breaksFormat(value: Decimal, format: Json | undefined): boolean | undefined {
  const [, unsigned = '', bits] = /^(u?)int(8|16|32|64)$/.exec(stringOf(format) ?? '') ?? [];
  if (bits === undefined) return undefined;
  const [digits, unit] = align(value, { digits: 1n, power: 0 });
  if (digits % unit !== 0n) return true;
  const whole = digits / unit;
  const word =
    unsigned === '' ? BigInt.asIntN(Number(bits), whole) : BigInt.asUintN(Number(bits), whole);
  return word !== whole;
}

function decimalOf(value: Json | undefined): Decimal | undefined {
  if (typeof value === 'bigint') return { digits: value, power: 0 };
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  return {
    digits: BigInt(`${sign}${whole}${fraction}`),
    power: Number(exponent) - fraction.length,
  };
}

/** Two numbers as wholes of the same power of ten. */
function align(left: Decimal, right: Decimal): readonly [bigint, bigint] {
  const power = Math.min(left.power, right.power);
  const at = (it: Decimal) => it.digits * 10n ** BigInt(it.power - power);
  return [at(left), at(right)];
}

function compare(left: Decimal, right: Decimal): number {
  const [one, other] = align(left, right);
  return one === other ? 0 : one < other ? -1 : 1;
}
