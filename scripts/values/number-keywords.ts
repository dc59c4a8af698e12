import { isMultipleOf, isNumber } from './exact-numbers.ts';
import { breaks, type Keyword } from './evaluation.ts';

/** Bounds of numbers (section 6.2), compared by their mathematical values. */
function bound(
  keyword: string,
  word: string,
  fits: (value: number | bigint, limit: number | bigint) => boolean,
): Keyword {
  return (said, site) => {
    if (!isNumber(said)) return site.flaw(keyword, `${keyword} must be a number`);
    const message = `must be ${word} ${said}`;
    return (value, at, run) =>
      // Only numbers come here.
      fits(value as number | bigint, said) || breaks(site, keyword, message, { run, at });
  };
}

/** `multipleOf` (section 6.2.1). */
const multipleOf: Keyword = (said, site) => {
  if (!isNumber(said) || said <= 0)
    return site.flaw('multipleOf', 'multipleOf must be a number above 0');
  const message = `must be multiple of ${said}`;
  return (value, at, run) =>
    isMultipleOf(value as number | bigint, said) ||
    breaks(site, 'multipleOf', message, { run, at });
};

/** What the validation vocabulary says of numbers (section 6.2). */
export const NUMBER_KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ['maximum', bound('maximum', '<=', (value, limit) => value <= limit)],
  ['minimum', bound('minimum', '>=', (value, limit) => value >= limit)],
  ['exclusiveMaximum', bound('exclusiveMaximum', '<', (value, limit) => value < limit)],
  ['exclusiveMinimum', bound('exclusiveMinimum', '>', (value, limit) => value > limit)],
  ['multipleOf', multipleOf],
]);
