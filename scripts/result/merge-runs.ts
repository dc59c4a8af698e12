import { mergeCoverage } from './coverage.ts';
import type { Baseline, Known } from './baseline.ts';
import { violationsOf, type ContractRun, type EarlyEnd, type Violation } from './contract-run.ts';
import { toRun, type RunHeader } from './run-event.ts';
import { sumLatencies } from './latency.ts';
import { UserError } from '../base/user-error.ts';

/** The shards of one run, each with where it was read from. */
export interface ReadRun {
  readonly from: string;
  readonly run: ContractRun;
}

/**
 * The run that shards were parts of, as if it had been done in one go: only `milliseconds` is the sum
 * of theirs. Throws a UserError where one is missing, is there twice, or belongs to another run.
 */
export function mergeRuns(read: readonly ReadRun[]): ContractRun {
  const [first, ...others] = read;
  if (!first) throw refusal('There is nothing to merge', 'Name the folders of the shards.');
  for (const other of others) {
    const differing = DECISIVE.find(([, of]) => of(other.run) !== of(first.run));
    if (differing) {
      throw refusal(
        `${other.from} is of another run than ${first.from}: its ${differing[0]} differs`,
        'Merge the shards of one run: one description, one seed, one Kiln.',
      );
    }
  }
  checkComplete(read);
  const runs = [first.run, ...others.map(({ run }) => run)] as const;
  const ends = runs.flatMap(({ interrupted }) => interrupted ?? []);
  const whole = toRun(
    headerOf(runs),
    runs.flatMap(({ results }) => results),
    {
      interrupted: ends.length === 0 ? undefined : endOf(ends),
      milliseconds: runs.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      coverage: mergeCoverage(runs.map(({ coverage }) => coverage)),
    },
  );
  const baseline = mergeBaselines(runs, violationsOf(whole.results));
  const claims = runs.flatMap((run) => run.claims ?? []);
  return {
    ...whole,
    ...(runs.some(({ latencies }) => latencies) && {
      latencies: sumLatencies(runs.map(({ latencies }) => latencies)),
    }),
    ...(runs.some((run) => run.claims) && {
      claims: [...new Map(claims.map((it) => [it.id, it])).values()],
    }),
    ...(baseline && { baseline }),
  };
}

/** What the shards together say of the baseline: what one finds no longer, another may still find. */
function mergeBaselines(
  runs: readonly ContractRun[],
  violations: readonly Violation[],
): Baseline | undefined {
  const [first, ...others] = runs.flatMap(({ baseline }) => baseline ?? []);
  if (!first) return undefined;
  const found = new Set(violations.map(({ id }) => id));
  const fixed = [first, ...others].flatMap((it) => it.fixed).filter(({ id }) => !found.has(id));
  const count = (state: Known['state']) =>
    violations.filter(({ known }) => known?.state === state).length;
  return {
    file: first.file,
    known: count('known'),
    expired: count('expired'),
    fixed: [...new Map(fixed.map((entry) => [entry.id, entry])).values()],
  };
}

function endOf(ends: readonly EarlyEnd[]): EarlyEnd {
  const reasons = new Set(ends.map(({ reason }) => reason));
  return { reason: [...reasons].join('; '), isLimit: ends.every(({ isLimit }) => isLimit) };
}

function headerOf(runs: readonly [ContractRun, ...ContractRun[]]): RunHeader {
  const [{ api, description, title, target, mode, seed, operations, properties, ...first }] = runs;
  const [started = ''] = runs.map((run) => run.started).toSorted();
  const { grep, isStrict, runs: count } = first;
  const filter = { ...(grep !== undefined && { grep }), ...(isStrict && { isStrict }) };
  return {
    api,
    ...(description !== undefined && { description }),
    title,
    target,
    mode,
    started,
    seed,
    runs: count,
    ...filter,
    operations,
    properties,
  };
}

/** What the shards of a run have in common. The target may differ: each may have had a server of its own. */
const DECISIVE: readonly (readonly [string, (run: ContractRun) => unknown])[] = [
  ['API', ({ api }) => api],
  ['seed', ({ seed }) => seed],
  ['number of runs', ({ runs }) => runs],
  ['--grep', ({ grep }) => grep],
  ['number of shards', ({ shard }) => shard?.count],
  ['list of operations', ({ operations }) => JSON.stringify(operations)],
  ['list of properties', ({ properties }) => JSON.stringify(properties)],
];

function checkComplete(read: readonly ReadRun[]): void {
  const count = read[0]?.run.shard?.count ?? 1;
  const seen = new Map<number, string>();
  for (const { from, run } of read) {
    const index = run.shard?.index ?? 1;
    const former = seen.get(index);
    if (former !== undefined) {
      throw refusal(
        `${from} and ${former} are the same shard, ${index} of ${count}`,
        'Name each shard once.',
      );
    }
    seen.set(index, from);
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((it) => !seen.has(it));
  if (missing.length > 0) {
    throw refusal(
      `Of ${count} shards ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing`,
      'Name the folder of every shard, or run what is missing with the same seed.',
    );
  }
}

function refusal(what: string, hint: string): UserError {
  return new UserError('not-mergeable', what, { hint });
}
