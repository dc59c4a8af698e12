import { distanceOf } from '../base/nearest.ts';

/** Cost of a segment too many or too few, and of a slash too many. */
const MISSING = 1;
const SLASH = 0.5;
/** Cost of a segment where a quite different one should stand: more than anybody mistypes. */
const STRANGE = 3;
/** The share of its letters that a mistyped segment has wrong at most. */
const MISTYPED = 0.4;
/** Nobody mistypes a longer path, and strangers must not keep anybody busy. */
const LONGEST = 200;

/**
 * Finds the documented path that a request for none of them may have meant: with one segment too many or too
 * few, or with mistyped ones. A variable stands for any segment.
 */
export function toNearestPath(paths: readonly string[]): (path: string) => string | undefined {
  const known = [...new Set(paths)].map((path) => ({ path, segments: segmentsOf(path) }));
  return (path) => {
    if (path.length > LONGEST) return undefined;
    const asked = segmentsOf(path).map((segment) => ({ segment, compare: comparer(segment) }));
    // Something has to be as it was asked for.
    let [best, least]: [string | undefined, number] = [undefined, asked.length > 1 ? 1.2 : 0.9];
    for (const { path: candidate, segments } of known) {
      if (Math.abs(segments.length - asked.length) > 2) continue;
      const cost = costOf(asked, segments, least);
      if (cost < least) [best, least] = [candidate, cost];
    }
    return best;
  };
}

/** A segment of a request, and what another in its place would cost. */
interface Asked {
  readonly segment: string;
  readonly compare: (documented: string) => number;
}

/** Many paths have the same segments. */
function comparer(segment: string): Asked['compare'] {
  const known = new Map<string, number>();
  return (documented) => {
    const difference = known.get(documented) ?? differenceOf(segment, documented);
    known.set(documented, difference);
    return difference;
  };
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}

/** The least that has to be done to segments to make them others, or more than is asked for: an edit distance. */
function costOf(asked: readonly Asked[], documented: readonly string[], most: number): number {
  let row = [0];
  for (const segment of documented) row.push((row.at(-1) ?? 0) + priceOf(segment));
  for (const { segment, compare } of asked) {
    const next = [(row[0] ?? 0) + priceOf(segment)];
    for (const [at, other] of documented.entries()) {
      next.push(
        Math.min(
          (row[at] ?? 0) + compare(other),
          (row[at + 1] ?? 0) + priceOf(segment),
          (next[at] ?? 0) + priceOf(other),
        ),
      );
    }
    if (Math.min(...next) > most) return Infinity;
    row = next;
  }
  return row.at(-1) ?? 0;
}

function priceOf(segment: string): number {
  return segment === '' ? SLASH : MISSING;
}

function differenceOf(asked: string, documented: string): number {
  if (asked === documented) return 0;
  // Whoever leaves a value out means the collection rather.
  if (/^\{[^}]*\}$/.test(documented)) return asked === '' ? MISSING : 0.01;
  if (asked === '' || documented === '') return STRANGE;
  const [one, other] = [asked.toLowerCase(), documented.toLowerCase()];
  const longer = Math.max(one.length, other.length);
  if (Math.abs(one.length - other.length) > MISTYPED * longer) return STRANGE;
  const share = distanceOf(one, other) / longer;
  return share <= MISTYPED ? share : STRANGE;
}
