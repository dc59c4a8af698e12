/** Digits and power of ten of a number as it is written: 0.29 is 29 and -2. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Whether JSON Schema calls a value a number. */
export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Whether a number has no fraction: 4.0 is an integer (JSON Schema validation, section 6.1.1). */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}

/** Whether decimal digits, and not binary fractions, make one number a multiple of another: 0.29 is one of 0.01. */
export function isMultipleOf(value: number | bigint, step: number | bigint): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step))
    return Number(value) % Number(step) === 0;
  // What no double holds, such as 1e400, has digits that nobody knows here: it is not blamed.
  if (isBeyond(value)) return true;
  if (isBeyond(step)) return Number(value) === 0;
  const [left, right] = [decimalOf(value), decimalOf(step)];
  // Doubles end at 10^308 and bigints are bounded where they are read: so is the shift.
  const shift = left.exponent - right.exponent;
  const dividend = shift > 0 ? left.digits * 10n ** BigInt(shift) : left.digits;
  const divisor = shift < 0 ? right.digits * 10n ** BigInt(-shift) : right.digits;
  return dividend % divisor === 0n;
}

function isBeyond(value: number | bigint): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

function decimalOf(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { digits: value, exponent: 0 };
  const [mantissa = '0', power = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}
