/** A decimal number, exact: `digits` × 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** The number that a JSON number's digits spell: 0.1 is one tenth, not the double next to it. */
export function toDecimal(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { digits: value, scale: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The digits at a scale that is as large or larger. */
export function digitsAt({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

/** The JSON number: a bigint where a whole number is beyond what a double holds exactly. */
export function toNumber(digits: bigint, scale: number): number | bigint {
  const unit = 10n ** BigInt(scale);
  if (digits % unit !== 0n) {
    const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
    const sign = digits < 0n ? '-' : '';
    return Number(`${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`);
  }
  const whole = digits / unit;
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}

/** Division that rounds down, below zero as well. */
export function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n ? quotient - 1n : quotient;
}

export function ceilDivide(left: bigint, right: bigint): bigint {
  return -floorDivide(-left, right);
}

export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 0n : (left / a) * right;
}
