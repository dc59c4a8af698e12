import type { FactSection } from './document-fact.ts';

/**
 * Which section of the new document is which of the old one, whatever its place and, where its facts
 * say enough, its heading. The result leads from indexes of the old to those of the new.
 */
export function pairSections(
  old: readonly FactSection[],
  fresh: readonly FactSection[],
): ReadonlyMap<number, number> {
  const looks = fresh.map(lookOf);
  const candidates = old.flatMap((section, from) => {
    const own = lookOf(section);
    return looks.flatMap((other, to) => {
      const alike = overlapOf(own.keys, other.keys);
      const score = headingScore(own, other) + 0.6 * alike;
      return score > 0.35 ? [{ from, to, score: score - Math.abs(from - to) / 1e4 }] : [];
    });
  });
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of candidates.toSorted((left, right) => right.score - left.score)) {
    if (pairs.has(from) || taken.has(to)) continue;
    pairs.set(from, to);
    taken.add(to);
  }
  return pairs;
}

/** A heading in one form: its words in small letters, without the number in front. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a section is told by. */
interface Look {
  readonly heading: string;
  /** The innermost heading alone. */
  readonly last: string;
  readonly keys: ReadonlyMap<string, number>;
}

function lookOf({ heading, facts }: FactSection): Look {
  const keys = new Map<string, number>();
  for (const { key } of facts) keys.set(key, (keys.get(key) ?? 0) + 1);
  return {
    heading: plainHeading(heading),
    last: plainHeading(heading.split(', ').at(-1) ?? ''),
    keys,
  };
}

function headingScore(left: Look, right: Look): number {
  if (left.heading === right.heading) return 0.6;
  return left.last === right.last ? 0.3 : 0;
}

/** The part of the facts that both have, from 0 to 1. */
function overlapOf(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let both = 0;
  let all = 0;
  for (const [key, count] of left) {
    const other = right.get(key) ?? 0;
    both += Math.min(count, other);
    all += Math.max(count, other);
  }
  for (const [key, count] of right) if (!left.has(key)) all += count;
  return all === 0 ? 0 : both / all;
}
