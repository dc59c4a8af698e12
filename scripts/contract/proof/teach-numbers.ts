import { addKeyword } from '@hyperjump/json-schema/experimental';
import { value } from '@hyperjump/json-schema/instance/experimental';
import { toExactKeyword } from './exact-values.ts';
import { extendKeyword, keywordNamed } from './extend-keyword.ts';

let isTaught = false;

/** Has the second validator compare integers by all their digits. */
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
  extendKeyword('multipleOf', (step, node) => {
    const number: unknown = value(node);
    const isPlain = typeof number !== 'bigint' && Number.isInteger(step);
    // Its own division is of doubles: what has a fraction, or more digits, is told by the decimals.
    return isPlain ? undefined : isMultiple(number, step);
  });
  extendKeyword('type', (types, node) => {
    const isBig = typeof value(node) === 'bigint';
    return isBig ? [types].flat().some((it) => it === 'integer' || it === 'number') : undefined;
  });
}

/** A whole number of some power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly power: number;
}

function isMultiple(number: unknown, step: unknown): boolean | undefined {
  const [dividend, divisor] = [decimalOf(number), decimalOf(step)];
  if (!dividend || !divisor || divisor.digits === 0n) return undefined;
  const power = Math.min(dividend.power, divisor.power);
  const scaled = (it: Decimal) => it.digits * 10n ** BigInt(it.power - power);
  return scaled(dividend) % scaled(divisor) === 0n;
}

function decimalOf(number: unknown): Decimal | undefined {
  if (typeof number === 'bigint') return { digits: number, power: 0 };
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(number)) ?? [];
  return {
    digits: BigInt(`${sign}${whole}${fraction}`),
    power: Number(exponent) - fraction.length,
  };
}

/** Whether a number has no fraction. */
export function isWhole(number: unknown): number is number | bigint {
  return typeof number === 'bigint' || Number.isInteger(number);
}
