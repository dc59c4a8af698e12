import { fileURLToPath } from 'node:url';
import type { FaultRun } from '../../result/fault-trial.ts';
import { textOf } from '../../base/json.ts';
import { renderFaultsReport } from '../../report/faults/faults-report.ts';
import type { Io } from '../io.ts';

/** The page of a run, with the versions it was measured with. */
export async function renderFaultsPage(
  io: Io,
  run: FaultRun,
  names: readonly string[],
): Promise<string> {
  // Of a description with fewer faults than the sample all are tried.
  const sampled = run.apis.find(({ trials, faults }) => trials.length < faults)?.trials.length;
  const sample = sampled === undefined ? [] : ['--sample', sampled];
  const options = ['--seed', ...run.seeds, '--runs', run.runs, ...sample, '--report'];
  const command = ['npm run kiln -- prove', ...names, ...options].join(' ');
  const root = new URL('../../../', import.meta.url);
  const read = async (path: string) =>
    JSON.parse(await io.readText(fileURLToPath(new URL(path, root)))) as {
      readonly version: unknown;
    };
  const own = await read('package.json');
  const generator = await read('node_modules/fast-check/package.json');
  const versions = [
    `Kiln ${textOf(own.version)}`,
    `fast-check ${textOf(generator.version)}`,
    `Node ${process.versions.node}`,
  ];
  return renderFaultsReport(run, { versions, command });
}
