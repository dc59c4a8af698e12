import type { Targets } from '../contract/contract.ts';
import type { Profiles } from '../contract/wire/profiles.ts';
import type { ApiModel } from '../core/api-model.ts';
import { violationsOf, type ContractRun, type Violation } from '../core/contract-run.ts';
import { renderViolation } from '../core/violation-text.ts';
import { renderReports, type ReportFormat } from '../report/report.ts';
import type { Io } from './io.ts';
import { createProgress } from './progress.ts';

interface TestOptions {
  /** Address of each documented server; the first is the one that reports name. */
  readonly targets: Targets;
  /** Credentials the user gave; none stands for the fixtures'. */
  readonly profiles: Profiles;
  readonly seed: number;
  readonly runs: number;
  /** Whether operations that may change something are tried; on this machine they always are. */
  readonly writes?: boolean;
  readonly maxRequests?: number | undefined;
  /** Regular expression over `operation property`: what is tried; everything when left out. */
  readonly grep?: string | undefined;
  readonly formats: readonly ReportFormat[];
}

interface Tested {
  readonly run: ContractRun;
  readonly violations: readonly Violation[];
  /** Paths of what was written, the first format's report first. */
  readonly reports: readonly string[];
}

/** The folder that runs write into. */
const REPORTS = 'reports';

/** Tries every property on a target, prints each violation with its proof and writes the reports. */
export async function testApi(
  io: Io,
  api: ApiModel,
  { targets, profiles, formats, writes, maxRequests, grep = '', ...rest }: TestOptions,
): Promise<Tested> {
  // Vitest takes a while to load, and no other command needs it.
  const { runContract, profilesFor, isLocal } = await import('./run-contract.ts');
  const progress = createProgress(io);
  const run = await runContract(io, api, {
    targets,
    profiles: profilesFor(io, api, [...targets.values()], profiles),
    ...rest,
    writes: writes === true || [...targets.values()].every(isLocal),
    maxRequests,
    grep,
    onResult: ({ operation }, done, all) =>
      progress.update(`${api.name}: ${done} of ${all} checks, now ${operation}`),
  });
  progress.clear();
  const violations = violationsOf(run.results);
  for (const violation of violations) io.out(`${renderViolation(violation)}\n\n`);
  const files = renderReports(run, formats);
  await io.remove(`${REPORTS}/${api.name}`);
  for (const { path, text } of files) await io.writeText(`${REPORTS}/${path}`, text);
  return { run, violations, reports: files.map(({ path }) => `${REPORTS}/${path}`) };
}
