import { applyBaseline } from '../../result/apply-baseline.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { mergeRuns, type ReadRun } from '../../result/merge-runs.ts';
import { runOf, type RunEvent } from '../../result/run-event.ts';
import { UserError } from '../../base/user-error.ts';
import type { ReportFormat } from '../../report/report.ts';
import type { Io } from '../io.ts';
import type { BaselineFile } from './baseline.ts';
import { besideTheLast } from './history.ts';
import { EVENTS, writeReports } from './write-reports.ts';

/**
 * Joins the runs that folders hold, and writes the reports of the whole. What the runs were told of
 * known violations stands, unless a baseline is given.
 */
export async function mergeReports(
  io: Io,
  folders: readonly string[],
  formats: readonly ReportFormat[],
  baseline?: BaselineFile,
): Promise<{ run: ContractRun; reports: readonly string[] }> {
  const read: ReadRun[] = [];
  for (const folder of folders) read.push(await readRun(io, folder.replace(/\/+$/, '')));
  const merged = mergeRuns(read);
  const judged = baseline ? applyBaseline(merged, baseline, io.now()) : merged;
  const run = await besideTheLast(io, judged);
  return { run, reports: await writeReports(io, run, formats) };
}

/** The run that a folder holds: its JSON, or where it never came to that the stream of its events. */
async function readRun(io: Io, folder: string): Promise<ReadRun> {
  const json = `${folder}/run.json`;
  if (await io.exists(json)) {
    const run = parseLine(await io.readText(json), json) as ContractRun;
    if (Array.isArray(run.results) && Array.isArray(run.operations)) return { from: folder, run };
    throw misshapen(json);
  }
  const stream = `${folder}/${EVENTS}`;
  if (!(await io.exists(stream))) {
    throw new UserError('no-run', `There is no run in ${folder}`, {
      hint: `Pass folders that "kiln test" wrote: they hold run.json or ${EVENTS}.`,
    });
  }
  // What comes after the last line break was cut off while it was written.
  const lines = (await io.readText(stream)).split('\n').slice(0, -1);
  const run = runOf(lines.map((line) => parseLine(line, stream) as RunEvent));
  if (!run) throw misshapen(stream);
  return { from: folder, run };
}

function parseLine(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw misshapen(path);
  }
}

function misshapen(path: string): UserError {
  return new UserError('run-misshapen', `${path} is not what "kiln test" writes`, {
    hint: 'Copy it again from where the run took place, or run it again.',
  });
}
