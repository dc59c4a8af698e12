import ownPackage from '#package' with { type: 'json' };
import generatorPackage from 'fast-check/package.json' with { type: 'json' };
import type { FaultRun } from '../../result/fault-trial.ts';
import { renderFaultsReport } from '../../report/faults/faults-report.ts';

/** The page of a run, with the versions it was measured with. */
export function renderFaultsPage(run: FaultRun, names: readonly string[]): string {
  // Of a description with fewer faults than the sample all are tried.
  const sampled = run.apis.find(({ trials, faults }) => trials.length < faults)?.trials.length;
  const sample = sampled === undefined ? [] : ['--sample', sampled];
  const options = ['--seed', ...run.seeds, '--runs', run.runs, ...sample, '--report'];
  const command = ['npx kiln prove', ...names, ...options].join(' ');
  const versions = [
    `Kiln ${ownPackage.version}`,
    `fast-check ${generatorPackage.version}`,
    `Node ${process.versions.node}`,
  ];
  return renderFaultsReport(run, { versions, command });
}
