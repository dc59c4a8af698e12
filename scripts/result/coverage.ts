import type { SourceLocation } from '../base/source-location.ts';

/** What of an operation a run can exercise. */
export const FACETS = [
  'status',
  'media',
  'parameter',
  'constraint',
  'limit',
  'auth',
  'example',
] as const;
export type Facet = (typeof FACETS)[number];

/** How often each state of each subject was seen; sums over checks, shards and runs. */
export type Sightings = Readonly<
  Partial<Record<Facet, Readonly<Record<string, Readonly<Record<string, number>>>>>>
>;

/** One thing that the description documents, or that was seen without being documented. */
export interface CoverageRow {
  /**
   * What it is: `200`, `query limit`, `auth.missing`, or a pointer into the bundled description, in which `#…` stands for
   * the place of its operation where that has more than 1,000 characters.
   */
  readonly subject: string;
  /** What the description states there, in one line. */
  readonly says: string;
  /** Its handwritten line; none for what is not documented. */
  readonly location?: SourceLocation | undefined;
  readonly documented: boolean;
  /** The states that a complete run sees; none where nothing can be asked of a run. */
  readonly expected: readonly string[];
  readonly seen: Readonly<Record<string, number>>;
}

/** What a run exercised of one operation. */
export interface OperationCoverage {
  readonly operation: string;
  readonly facets: Readonly<Record<Facet, readonly CoverageRow[]>>;
}

/** How many of the states that a complete run sees were seen. */
export interface Share {
  readonly seen: number;
  readonly expected: number;
}

/** Subjects of one facet that are kept for a check: what a server makes up must not fill the memory. */
const MOST_SUBJECTS = 2000;

/** Counts what is seen; `sightings` gives the counts so far, under what `nameOf` makes of each subject. */
export interface Counter {
  readonly see: (facet: Facet, subject: string, state: string) => void;
  readonly sightings: (nameOf?: (subject: string) => string) => Sightings;
}

export function createCounter(): Counter {
  // Thousands of checks count at a time: an object of few members takes a tenth of what a map of them takes.
  const facets = new Map<Facet, Map<string, Record<string, number>>>();
  return {
    see(facet, subject, state) {
      const subjects = facets.get(facet) ?? new Map<string, Record<string, number>>();
      facets.set(facet, subjects);
      const states = subjects.get(subject);
      if (states) states[state] = (states[state] ?? 0) + 1;
      else if (subjects.size < MOST_SUBJECTS) subjects.set(subject, { [state]: 1 });
    },
    sightings: (nameOf = (subject) => subject) =>
      Object.fromEntries(
        [...facets].map(([facet, subjects]) => [
          facet,
          Object.fromEntries(
            [...subjects].map(([subject, states]) => [nameOf(subject), { ...states }]),
          ),
        ]),
      ),
  };
}

/** Adds counts up, subject by subject and state by state. */
export function sumCounts(
  counts: readonly Readonly<Record<string, number>>[],
): Record<string, number> {
  const sum = new Map<string, number>();
  for (const [state, count] of counts.flatMap(Object.entries<number>)) {
    sum.set(state, (sum.get(state) ?? 0) + count);
  }
  return Object.fromEntries([...sum].toSorted(([one], [other]) => compare(one, other)));
}

/** Rows as the description has them, those of the auth matrix by name, and what is undocumented last. */
export function inOrder(facet: Facet, rows: readonly CoverageRow[]): CoverageRow[] {
  return rows.toSorted((one, other) => {
    if (one.documented !== other.documented) return one.documented ? -1 : 1;
    const isByName = facet === 'auth' || !one.documented;
    return isByName ? compare(one.subject, other.subject) : 0;
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Coverage of the same description from several runs, such as shards: the counts are summed. */
export function mergeCoverage(
  runs: readonly (readonly OperationCoverage[])[],
): OperationCoverage[] {
  const byOperation = Map.groupBy(runs.flat(), ({ operation }) => operation);
  return [...byOperation].map(([operation, parts]) => ({
    operation,
    facets: facetsOf((facet) => {
      const bySubject = Map.groupBy(
        parts.flatMap(({ facets }) => facets[facet]),
        ({ subject }) => subject,
      );
      const merged = [...bySubject.values()].flatMap((rows) => {
        // A row that one shard skipped was tried by another: the one that asks for more stands.
        const [first] = rows.toSorted((a, b) => b.expected.length - a.expected.length);
        return first ? [{ ...first, seen: sumCounts(rows.map(({ seen }) => seen)) }] : [];
      });
      return inOrder(facet, merged);
    }),
  }));
}

/** A value for each facet. */
export function facetsOf<Value>(valueOf: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACETS.map((facet) => [facet, valueOf(facet)])) as Record<Facet, Value>;
}

export function shareOf(rows: readonly CoverageRow[]): Share {
  const states = rows.flatMap(({ expected, seen }) => expected.map((it) => (seen[it] ?? 0) > 0));
  return { seen: states.filter(Boolean).length, expected: states.length };
}

/** The documented rows of which something was never seen. */
export function unseenOf(rows: readonly CoverageRow[]): CoverageRow[] {
  return rows.filter((row) => shareOf([row]).seen < row.expected.length);
}
