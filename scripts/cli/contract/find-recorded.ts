import type { ApiModel } from '../../model/api-model.ts';
import { nearest } from '../../base/nearest.ts';
import { UserError } from '../../base/user-error.ts';
import type { ContractRun, Violation } from '../../result/contract-run.ts';
import type { Io } from '../io.ts';
import { keptRunsOf, RUNS } from './history.ts';
import { reportFolderOf } from './write-reports.ts';

/** The check that found a violation, and all that its requests came from. */
export interface RecordedCheck {
  readonly violation: Violation;
  /** The property that was tried: a flaw of an answer can be seen by any. */
  readonly property: string;
  readonly operation: string;
  readonly target: string;
  readonly seed: number;
  readonly runs: number;
}

/**
 * Finds a violation in the last JSON report of an API, or else in the newest of the runs that are kept and had
 * it. Throws a UserError where it is in none.
 */
export async function findRecorded(io: Io, api: ApiModel, id: string): Promise<RecordedCheck> {
  const folder = await reportFolderOf(io, { api: api.name });
  const kept = await keptRunsOf(io, api.name);
  const holder = kept.find(({ violations, mode }) => mode === 'active' && violations.includes(id));
  const last = `${folder}/run.json`;
  const old = holder && `${folder}/${RUNS}/${holder.id}/run.json`;
  const isLast = await hasViolation(io, last, id);
  const path = !isLast && old !== undefined && (await io.exists(old)) ? old : last;
  if (!(await io.exists(path))) {
    throw new UserError('no-report', `There is no ${path} to take the violation ${id} from`, {
      hint: `Run "kiln test ${api.argument} --target URL" first.`,
    });
  }
  const { results, target, seed, runs, mode } = parseRun(await io.readText(path), path);
  if (mode === 'passive') {
    throw new UserError('not-sent', `${path} is about recorded traffic: we did not send it`, {
      hint: `Run "kiln test ${api.name} --target URL", or send the curl line of the report.`,
    });
  }
  const found = results.flatMap(({ operation, property, violations }) =>
    violations.map((violation) => ({ violation, operation, property, target, seed, runs })),
  );
  const own = found.filter(({ violation }) => violation.id === id);
  const [recorded] = own.toSorted((left, right) => Number(isAside(left)) - Number(isAside(right)));
  if (recorded) return recorded;
  const known = new Map(found.map(({ violation }) => [violation.id, violation]));
  const meant = nearest(id, [...known.keys()]);
  const list = [...known.values()].map((it) => `${it.id} ${it.operation} ${it.property}`);
  throw new UserError('unknown-violation', `${path} has no violation "${id}"`, {
    hint:
      (meant === undefined ? '' : `Did you mean ${meant}? `) +
      (list.length === 0 ? 'It has none at all.' : `It has: ${list.join(', ')}.`),
  });
}

/** Whether a report that is there tells of a violation; of one that is misshapen nobody can say. */
async function hasViolation(io: Io, path: string, id: string): Promise<boolean> {
  return (await io.exists(path)) && (await io.readText(path)).includes(`"id": "${id}"`);
}

/** Whether a check came upon a violation while it looked for another. */
function isAside({ violation, property }: RecordedCheck): boolean {
  return violation.property !== property;
}

function parseRun(text: string, path: string): ContractRun {
  const hint = 'Run the test again: it writes the report anew.';
  try {
    // Written by Kiln; a report of another version shows itself below.
    const run = JSON.parse(text) as Partial<ContractRun>;
    if (Array.isArray(run.results) && typeof run.seed === 'number') return run as ContractRun;
  } catch (cause) {
    throw new UserError('report-unreadable', `${path} is not JSON`, { hint, cause });
  }
  throw new UserError('report-unreadable', `${path} is no report of a run`, { hint });
}
