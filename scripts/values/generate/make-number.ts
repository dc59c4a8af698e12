import { drawOne, type Draw } from './draw.ts';
import { toNumber } from './decimal.ts';
import type { Alternative } from './alternative.ts';
import type { Making } from './making.ts';
import { numbersAt } from './members.ts';
import { fractionRange, wholeRange, type NumberRange } from './number-range.ts';

/** Whole numbers stay within what every language's plainest integer holds, where the schema does not say how far. */
const FAR = 2n ** 31n - 1n;
/** Beyond it, now and then: where a number that is not said to be small needs more. */
const FARTHER: readonly [bigint, ...bigint[]] = [
  2n ** 31n,
  -(2n ** 31n) - 1n,
  2n ** 53n - 1n,
  -(2n ** 53n) + 1n,
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
];

/** A whole number (JSON Schema 2020-12, validation, section 6.2). */
export function makeInteger({ parts }: Alternative, making: Making): number | bigint | undefined {
  const range = wholeRange(parts);
  if (!range) return undefined;
  const { draw, style } = making;
  if (style === 'varied' && isOpen(range) && draw.below(24) === 13) {
    const far = drawOne(draw, FARTHER);
    if (isIn(range, far)) return toNumber(far, 0);
  }
  return likedNumber(range, parts, making);
}

/** A number that need not be whole, and is not where no whole one will do. */
export function makeFraction(
  { parts, types }: Alternative,
  making: Making,
): number | bigint | undefined {
  const { draw, style } = making;
  const mustBeFraction = !types.includes('integer');
  const first = mustBeFraction || style === 'sample' ? 1 : draw.below(4);
  for (const digits of [first, 0, 1, 2, 4, 8, 20, 330]) {
    const range = fractionRange(parts, digits);
    if (!range) continue;
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const own = attempt === 0 ? draw : draw.fork(attempt);
      const value = likedNumber(range, parts, { ...making, draw: own });
      if (!mustBeFraction || !Number.isInteger(Number(value))) return value;
    }
  }
  return undefined;
}

/** Of the numbers that are drawn, one that is a multiple also by the arithmetic of doubles: many validators use that. */
function likedNumber(
  range: NumberRange,
  parts: Alternative['parts'],
  { draw, style }: Making,
): number | bigint {
  const steps = numbersAt(parts, 'multipleOf').filter((it) => !Number.isInteger(Number(it)));
  const first = numberIn(range, draw, style);
  if (steps.length === 0) return first;
  const isLiked = (value: number | bigint) =>
    steps.every((step) => Number.isInteger(Number(value) / Number(step)));
  let value = first;
  for (let attempt = 1; attempt <= 20 && !isLiked(value); attempt += 1) {
    value = numberIn(range, draw.fork(attempt), style);
  }
  return isLiked(value) ? value : first;
}

function numberIn(range: NumberRange, draw: Draw, style: Making['style']): number | bigint {
  const { step, scale } = range;
  return toNumber(multipleIn(range, draw, style) * step, scale);
}

function multipleIn(range: NumberRange, draw: Draw, style: Making['style']): bigint {
  const [from, to] = endsOf(range);
  const simplest = from > 0n ? from : to < 0n ? to : 0n;
  const span = to - from;
  const kind = style === 'sample' ? 2 : draw.below(8);
  switch (kind) {
    case 0:
      return simplest;
    case 1:
      return draw.below(2) === 0 ? from : to;
    case 2:
    case 3: {
      const near = span < 100n ? span : 100n;
      const offset = BigInt(draw.below(Number(near) + 1));
      return simplest + offset <= to ? simplest + offset : simplest - offset;
    }
    default:
      return from + anyBelow(span + 1n, draw);
  }
}

/** The ends of a range; where it has none, as far as numbers usually go. */
function endsOf({ from, to, step, scale }: NumberRange): readonly [bigint, bigint] {
  const unit = 10n ** BigInt(scale);
  const far = (FAR * unit) / step;
  if (from !== undefined && to !== undefined) return [from, to];
  if (from !== undefined) return [from, from < far ? far : from + far];
  if (to !== undefined) return [to > -far ? -far : to - far, to];
  return [-far, far];
}

function isOpen({ from, to }: NumberRange): boolean {
  return from === undefined || to === undefined;
}

function isIn({ from, to, step, scale }: NumberRange, value: bigint): boolean {
  const digits = value * 10n ** BigInt(scale);
  if (digits % step !== 0n) return false;
  const multiple = digits / step;
  return (from === undefined || multiple >= from) && (to === undefined || multiple <= to);
}

function anyBelow(count: bigint, draw: Draw): bigint {
  let value = 0n;
  for (let reach = 1n; reach < count; reach *= 2n ** 30n) {
    value = value * 2n ** 30n + BigInt(draw.below(2 ** 30));
  }
  return value % count;
}
