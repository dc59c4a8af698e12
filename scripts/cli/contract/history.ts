import { compareRuns, runBefore } from '../../result/history.ts';
import type { KeptRun } from '../../result/kept-run.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { arrayOf, objectOf } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { renderReportIndex, type ApiHistory } from '../../report/history/index-page.ts';
import { toKeptRun } from '../../report/history/kept-run.ts';
import type { Io } from '../io.ts';
import { outputsOf, settingsOf } from '../settings.ts';

/** Folder of the runs that are kept, in that of their API's reports. */
export const RUNS = 'runs';
/** What is remembered of them, in that folder. */
const LIST = 'runs.json';

/** The runs of an API that are kept, the newest first; none where the list cannot be read. */
export async function keptRunsOf(io: Io, api: string): Promise<readonly KeptRun[]> {
  const path = `${(await outputsOf(io)).reports}/${api}/${RUNS}/${LIST}`;
  if (!(await io.exists(path))) return [];
  // Written by Kiln: what another version wrote otherwise is passed over.
  const list = arrayOf(objectOf(jsonOrNone(await io.readText(path)))['runs']) as unknown[];
  return list.filter(isKeptRun);
}

function isKeptRun(value: unknown): value is KeptRun {
  const { id, started, findings, violations } = value as Partial<KeptRun>;
  return (
    typeof id === 'string' &&
    typeof started === 'string' &&
    Array.isArray(findings) &&
    Array.isArray(violations)
  );
}

/** A run with what has changed since the one before, where one is kept that tried the same. */
export async function besideTheLast(io: Io, run: ContractRun): Promise<ContractRun> {
  if (run.shard) return run;
  const before = runBefore(run, await keptRunsOf(io, run.api));
  return before ? { ...run, before: compareRuns(run, before) } : run;
}

/** Removes what the last run of an API has written, but the runs that are kept. */
export async function clearReports(io: Io, folder: string): Promise<void> {
  const names = await io.list(folder);
  if (!names.includes(RUNS)) return await io.remove(folder);
  for (const name of names) if (name !== RUNS) await io.remove(`${folder}/${name}`);
}

/** Keeps a run among those of its API: its files as they are written, then the list of runs and the page above them. */
interface RunKeeper {
  /** Keeps a file of the run, if it is one that is kept. */
  readonly add: (path: string, text: string) => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** Begins to keep a run; what is more than the project keeps goes with the oldest. */
export async function keepRun(io: Io, run: ContractRun, hasPage: boolean): Promise<RunKeeper> {
  const { reports } = await outputsOf(io);
  const { keep } = (await settingsOf(io)).history;
  const folder = `${reports}/${run.api}/${RUNS}`;
  const former = await keptRunsOf(io, run.api);
  const own = toKeptRun(run, hasPage, former);
  return {
    async add(path, text) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (keep > 0 && KEPT_FILES.has(name)) await io.writeText(`${folder}/${own.id}/${name}`, text);
    },
    async finish() {
      for (const { id } of former.slice(Math.max(0, keep - 1))) await io.remove(`${folder}/${id}`);
      const runs = [own, ...former].slice(0, keep);
      await io.writeText(`${folder}/${LIST}`, `${JSON.stringify({ runs }, null, 2)}\n`);
      await writeReportIndex(io);
    },
  };
}

/** Files of a run that are kept: what people read, and what a finding is tried again from. */
const KEPT_FILES: ReadonlySet<string> = new Set(['run.json', 'report.html']);

/** Writes the page above all reports, and gives its path. */
async function writeReportIndex(io: Io): Promise<string> {
  const { reports } = await outputsOf(io);
  const path = `${reports}/index.html`;
  const apis: ApiHistory[] = [];
  for (const api of (await io.list(reports)).toSorted()) {
    const runs = await keptRunsOf(io, api);
    if (runs.length === 0) continue;
    apis.push({ api, runs, hasReport: await io.exists(`${reports}/${api}/report.html`) });
  }
  await io.writeText(path, renderReportIndex(apis));
  return path;
}
