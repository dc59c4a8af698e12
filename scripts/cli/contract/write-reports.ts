import type { ContractRun } from '../../result/contract-run.ts';
import { checkFinished, runFinished, runStarted, type RunHeader } from '../../result/run-event.ts';
import type { CheckResult, Shard } from '../../result/contract-run.ts';
import { renderReports, type ReportFormat } from '../../report/report.ts';
import { renderAnnotations } from '../../report/run-sarif.ts';
import type { Io } from '../io.ts';

/** The folder that runs write into. */
const REPORTS = 'reports';

/** Name of the stream that a run writes as it goes, in the folder of its reports. */
export const EVENTS = 'events.ndjson';

/** Where the reports of a run stand, below the reports' folder: a shard's beside those of the others. */
export function reportFolderOf({ api, shard }: { api: string; shard?: Shard | undefined }): string {
  const own = shard ? `/shards/${shard.index}-of-${shard.count}` : '';
  return `${REPORTS}/${api}${own}`;
}

/**
 * Writes the reports of a run and gives their paths, the first format's first. The bodies of long
 * requests have one place for all shards: the curl lines name it.
 */
export async function writeReports(
  io: Io,
  run: ContractRun,
  formats: readonly ReportFormat[],
): Promise<string[]> {
  const folder = reportFolderOf(run);
  // Shards are merged from their JSON.
  const wanted = run.shard ? [...new Set([...formats, 'json' as const])] : formats;
  const files = renderReports(run, wanted).map(({ path, text }) => {
    const isShared = path.startsWith(`${run.api}/requests/`);
    const below = path.slice(run.api.length);
    return { path: isShared ? `${REPORTS}/${path}` : `${folder}${below}`, text };
  });
  for (const { path, text } of files) await io.writeText(path, text);
  if (formats.includes('github')) io.out(renderAnnotations(run));
  return files.map(({ path }) => path);
}

/** What a run tells as it goes, a line of JSON for each event. */
interface EventLog {
  readonly start: (run: RunHeader, checks: number) => void;
  readonly add: (result: CheckResult, done: number) => void;
  readonly finish: (run: ContractRun) => void;
}

/** The stream of a run's events, each line written before the next check is. */
export function createEventLog(io: Io): EventLog {
  let path = '';
  const write = (events: readonly object[]) =>
    io.appendText(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return {
    start(run, checks) {
      path = `${reportFolderOf(run)}/${EVENTS}`;
      write([runStarted(run, checks, io.now())]);
    },
    add: (result, done) => write(checkFinished(result, done)),
    finish: (run) => write([runFinished(run, io.now())]),
  };
}
