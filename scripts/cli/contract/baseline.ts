import { isExpired } from '../../result/apply-baseline.ts';
import { type BaselineEntry } from '../../result/baseline.ts';
import { notesOf, violationsOf, type ContractRun } from '../../result/contract-run.ts';
import { UserError } from '../../base/user-error.ts';
import { parseBaseline, renderBaseline } from '../../load/baseline.ts';
import type { Io } from '../io.ts';

/** Known violations, and the file that names them. */
export interface BaselineFile {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

export async function readBaseline(io: Io, file: string): Promise<BaselineFile> {
  return { file, entries: parseBaseline(await io.readText(file), file) };
}

/** Who excuses what a new baseline lists, why, and until when. */
interface Excuse {
  readonly owner: string;
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly expires: string;
}

/**
 * What a new baseline has to say besides the violations. Throws a UserError where something of it is
 * missing: a violation that nobody answers for is not known but forgotten.
 */
export function toExcuse(
  given: { readonly [Field in keyof Excuse]: string | undefined },
  now: number,
): Excuse {
  const { owner = '', reason = '', expires = '' } = given;
  const missing = Object.entries({ owner, reason, expires }).flatMap(([name, value]) =>
    value.trim() === '' ? [`--${name}`] : [],
  );
  if (missing.length > 0) {
    throw new UserError('baseline-unowned', `--write-baseline needs ${missing.join(', ')} too`, {
      hint: 'Say who answers for the violations, why they are accepted, and until when: --owner NAME --reason TEXT --expires YYYY-MM-DD.',
    });
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(expires) && !Number.isNaN(Date.parse(expires));
  if (!isDate || isExpired({ expires }, now)) {
    throw new UserError('baseline-expired', `--expires ${expires} is no day to come`, {
      hint: 'Write a day such as 2030-12-31.',
    });
  }
  return { owner, reason, expires };
}

/** Writes the violations of runs as known ones. Entries that still excuse one keep what they say. */
export async function writeBaseline(
  io: Io,
  file: string,
  runs: readonly ContractRun[],
  excuse: Excuse,
): Promise<number> {
  const entries = runs.flatMap((run) => {
    // What decides nothing needs no excuse.
    const notes = new Set(notesOf(run).map(({ id }) => id));
    return violationsOf(run.results)
      .filter(({ id }) => !notes.has(id))
      .map(({ id, operation, property, ground, known }) => {
        const { owner, reason, expires } = known?.state === 'known' ? known : excuse;
        return { id, api: run.api, operation, property, ground, owner, reason, expires };
      });
  });
  await io.writeText(file, renderBaseline(entries));
  return entries.length;
}
