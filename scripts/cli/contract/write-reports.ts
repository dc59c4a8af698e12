import type { ContractRun } from '../../result/contract-run.ts';
import { checkFinished, runFinished, runStarted, type RunHeader } from '../../result/run-event.ts';
import type { CheckResult, Shard } from '../../result/contract-run.ts';
import { parseFaultScore } from '../../report/faults/fault-score.ts';
import { eachReport, type ReportFormat } from '../../report/report.ts';
import { renderJobSummary } from '../../report/markdown-report.ts';
import { renderAnnotations } from '../../report/run-sarif.ts';
import { objectOf } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { UserError } from '../../base/user-error.ts';
import type { Io } from '../io.ts';
import { keepRun } from './history.ts';
import { outputsOf } from '../settings.ts';

/** Name of the stream that a run writes as it goes, in the folder of its reports. */
export const EVENTS = 'events.ndjson';

/** Where the reports of a run stand: a shard's beside those of the others. */
export async function reportFolderOf(
  io: Io,
  { api, shard }: { api: string; shard?: Shard | undefined },
): Promise<string> {
  const own = shard ? `/shards/${shard.index}-of-${shard.count}` : '';
  return `${(await outputsOf(io)).reports}/${api}${own}`;
}

/**
 * Writes the reports of a run and gives their paths, the first format's first. The bodies of long
 * requests have one place for all shards: the curl lines name it.
 */
export async function writeReports(
  io: Io,
  given: ContractRun,
  formats: readonly ReportFormat[],
): Promise<string[]> {
  const folder = await reportFolderOf(io, given);
  const { reports } = await outputsOf(io);
  const run = await withFaultScore(io, given, `${reports}/faults.md`);
  // Shards are merged from their JSON, and what is found is replayed from it.
  const wanted = [...new Set([...formats, 'json' as const])];
  const keeper = run.shard ? undefined : await keepRun(io, run, wanted.includes('html'));
  const paths: string[] = [];
  for (const { path, text } of eachReport(run, wanted)) {
    const isShared = path.startsWith(`${run.api}/requests/`);
    const place = isShared ? `${reports}/${path}` : `${folder}${path.slice(run.api.length)}`;
    await io.writeText(place, text);
    await keeper?.add(place, text);
    paths.push(place);
  }
  await keeper?.finish();
  if (formats.includes('github')) {
    io.out(renderAnnotations(run));
    summarise(io, run);
  }
  return paths;
}

/** A run with what `kiln prove --report` found out about the properties of its API, where it was asked. */
async function withFaultScore(io: Io, run: ContractRun, page: string): Promise<ContractRun> {
  if (run.mode === 'passive' || !(await io.exists(page))) return run;
  const faultScore = parseFaultScore(await io.readText(page), run.api);
  return faultScore ? { ...run, faultScore } : run;
}

/** Adds a run to the summary of the job, where GitHub names a file for it. */
function summarise(io: Io, run: ContractRun): void {
  const file = io.variable('GITHUB_STEP_SUMMARY');
  if (file !== undefined && file !== '') io.appendText(file, renderJobSummary(run));
}

/**
 * Throws a UserError where the folder of a run holds the reports of another description, which is still there:
 * two of one name would write over each other's.
 */
export async function refuseOthersReports(io: Io, { api, description }: RunHeader): Promise<void> {
  const path = `${await reportFolderOf(io, { api })}/run.json`;
  const known = (await io.exists(path)) ? jsonOrNone(await io.readText(path)) : undefined;
  const other = objectOf(known)['description'];
  if (typeof other !== 'string' || other === description || !(await io.exists(other))) return;
  throw new UserError('name-taken', `${other} and ${description} are both called ${api}`, {
    hint: `Give one of them a name: kiln test NAME=${description}, or under "apis" in kiln.config.yaml. Or remove ${path}.`,
  });
}

/** What a run tells as it goes, a line of JSON for each event. */
interface EventLog {
  /** Begins the stream in a folder. */
  readonly start: (folder: string, run: RunHeader, checks: number) => void;
  readonly add: (result: CheckResult, done: number) => void;
  readonly finish: (run: ContractRun) => void;
}

/** The stream of a run's events, each line written before the next check is. */
export function createEventLog(io: Io): EventLog {
  let path = '';
  const write = (events: readonly object[]) =>
    io.appendText(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return {
    start(folder, run, checks) {
      path = `${folder}/${EVENTS}`;
      write([runStarted(run, checks, io.now())]);
    },
    add: (result, done) => write(checkFinished(result, done)),
    finish: (run) => write([runFinished(run, io.now())]),
  };
}
