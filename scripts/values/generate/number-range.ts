import type { SchemaPart } from './alternative.ts';
import {
  ceilDivide,
  digitsAt,
  floorDivide,
  leastCommonMultiple,
  toDecimal,
  type Decimal,
} from './decimal.ts';
import { FORMAT_ENDS } from './format-ends.ts';
import { numbersAt } from './members.ts';

/** Numbers that several schemas leave: the multiples of `step` × 10^-`scale` from `from` to `to`, in steps. */
export interface NumberRange {
  readonly scale: number;
  readonly step: bigint;
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
}

interface Bound {
  readonly at: Decimal;
  readonly isExcluded: boolean;
}

/** The whole numbers that are left; undefined where there is none. */
export function wholeRange(parts: readonly SchemaPart[]): NumberRange | undefined {
  return rangeOf(parts, [toDecimal(1)], formatEnds(parts));
}

/** Numbers that are left, `digits` after the point where no `multipleOf` says how many. */
export function fractionRange(
  parts: readonly SchemaPart[],
  digits: number,
): NumberRange | undefined {
  if (formatEnds(parts).length > 0) return undefined;
  const isStepped = numbersAt(parts, 'multipleOf').length > 0;
  const ends = parts.flatMap(({ node: { format } }) => {
    const own = typeof format === 'string' ? FRACTION_FORMATS.get(format) : undefined;
    return own ? [own] : [];
  });
  return rangeOf(parts, isStepped ? [] : [{ digits: 1n, scale: digits }], ends);
}

const FRACTION_FORMATS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['float', [-3.4e38, 3.4e38]],
  ['double', [-1.7e308, 1.7e308]],
]);

function formatEnds(parts: readonly SchemaPart[]): (readonly [bigint, bigint])[] {
  return parts.flatMap(({ node: { format } }) => {
    const ends = typeof format === 'string' ? FORMAT_ENDS.get(format) : undefined;
    return ends ? [ends] : [];
  });
}

function rangeOf(
  parts: readonly SchemaPart[],
  units: readonly Decimal[],
  ends: readonly (readonly [number | bigint, number | bigint])[],
): NumberRange | undefined {
  // A number beyond every double is read as infinite: it bounds nothing on its own side, and all on the other.
  const isBeyond = (sign: number, ...keywords: readonly string[]) =>
    keywords.some((keyword) => numbersAt(parts, keyword).includes(sign * Infinity));
  if (isBeyond(1, 'minimum', 'exclusiveMinimum')) return undefined;
  if (isBeyond(-1, 'maximum', 'exclusiveMaximum')) return undefined;
  const finite = (keyword: string) =>
    numbersAt(parts, keyword).filter((it) => typeof it === 'bigint' || Number.isFinite(it));
  const bounds = (keyword: string, isExcluded: boolean): Bound[] =>
    finite(keyword).map((it) => ({ at: toDecimal(it), isExcluded }));
  const low = [
    ...bounds('minimum', false),
    ...bounds('exclusiveMinimum', true),
    ...ends.map(([it]) => ({ at: toDecimal(it), isExcluded: false })),
  ];
  const high = [
    ...bounds('maximum', false),
    ...bounds('exclusiveMaximum', true),
    ...ends.map(([, it]) => ({ at: toDecimal(it), isExcluded: false })),
  ];
  const steps = [...units, ...finite('multipleOf').map(toDecimal)].filter(
    ({ digits }) => digits > 0n,
  );
  const scale = Math.max(
    0,
    ...[...steps, ...low.map((it) => it.at), ...high.map((it) => it.at)].map((it) => it.scale),
  );
  const step = steps.map((it) => digitsAt(it, scale)).reduce(leastCommonMultiple, 1n);
  let from: bigint | undefined;
  for (const { at, isExcluded } of low) {
    const digits = digitsAt(at, scale);
    const own = isExcluded ? floorDivide(digits, step) + 1n : ceilDivide(digits, step);
    if (from === undefined || own > from) from = own;
  }
  let to: bigint | undefined;
  for (const { at, isExcluded } of high) {
    const digits = digitsAt(at, scale);
    const own = isExcluded ? ceilDivide(digits, step) - 1n : floorDivide(digits, step);
    if (to === undefined || own < to) to = own;
  }
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { scale, step, from, to };
}
