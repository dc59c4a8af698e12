import type { ContractRun } from '../../result/contract-run.ts';
import {
  FACETS,
  shareOf,
  unseenOf,
  type CoverageRow,
  type Facet,
  type OperationCoverage,
  type Share,
} from '../../result/coverage.ts';

/** How reports call a facet, and what counts as covered there. */
export const FACET_WORDS: Readonly<
  Record<Facet, { readonly name: string; readonly means: string }>
> = {
  status: { name: 'statuses', means: 'each documented status is seen' },
  media: { name: 'media types', means: 'each documented media type is sent or received' },
  parameter: { name: 'parameters', means: 'each is sent, left out and broken' },
  constraint: { name: 'constraints', means: 'each is satisfied and violated by some request' },
  limit: { name: 'limits', means: 'each bound is tried one below, on and one above' },
  auth: { name: 'auth rows', means: 'each row of the matrix is refused or let in, as it should' },
  example: { name: 'examples', means: 'each documented example is seen on the wire' },
};

/** The share of each facet over all operations; those of which nothing is documented are left out. */
export function sharesOf(coverage: readonly OperationCoverage[]): [Facet, Share][] {
  return FACETS.map((facet): [Facet, Share] => [
    facet,
    shareOf(coverage.flatMap(({ facets }) => facets[facet])),
  ]).filter(([, { expected }]) => expected > 0);
}

/** Statuses worth a reader's eye, as `getPet 404`. */
export function unseenStatuses({ coverage }: ContractRun): string[] {
  return coverage.flatMap(({ operation, facets }) =>
    unseenOf(facets.status).map(({ subject }) => `${operation} ${subject}`),
  );
}

/** Statuses that were seen and that nobody documents. */
export function undocumentedStatuses({ coverage }: ContractRun): string[] {
  return coverage.flatMap(({ operation, facets }) =>
    facets.status.filter(isUndocumented).map(({ subject }) => `${operation} ${subject}`),
  );
}

export function isUndocumented({ documented }: CoverageRow): boolean {
  return !documented;
}

/** Statuses that are named on a line. */
const MOST_NAMED = 5;

/** One line for a terminal: `coverage: statuses 24/26, …; never seen: getPet 404`. */
export function renderCoverageLine(run: ContractRun): string {
  const shares = sharesOf(run.coverage).map(
    ([facet, { seen, expected }]) => `${FACET_WORDS[facet].name} ${seen}/${expected}`,
  );
  const unseen = unseenStatuses(run);
  const named = unseen.slice(0, MOST_NAMED).join(', ');
  const more = unseen.length > MOST_NAMED ? ` and ${unseen.length - MOST_NAMED} more` : '';
  return `coverage: ${shares.join(', ')}${unseen.length > 0 ? `; never seen: ${named}${more}` : ''}`;
}

/** `minLength: 3` with what was not seen: `minLength: 3, violated`. */
export function renderUnseen(row: CoverageRow): string {
  const missing = row.expected.filter((state) => (row.seen[state] ?? 0) === 0);
  return `${row.says || row.subject} (${missing.join(', ')})`;
}
