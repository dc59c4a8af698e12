import { createPassiveRun } from '../../contract/passive/passive.ts';
import { readRecorded } from '../../contract/passive/recorded.ts';
import { entriesOf, lineSlices } from '../../contract/passive/slices.ts';
import {
  NO_PROFILES,
  PROFILES,
  type GivenProfiles,
  type Profile,
  type Profiles,
} from '../../contract/wire/profiles.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { applyBaseline } from '../../result/apply-baseline.ts';
import { newViolationsOf, type ContractRun } from '../../result/contract-run.ts';
import { UserError } from '../../base/user-error.ts';
import type { ReportFormat } from '../../report/report.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../settings.ts';
import { toTargets } from '../options.ts';
import type { BaselineFile } from './baseline.ts';
import { besideTheLast } from './history.ts';
import { createProgress } from './progress.ts';
import { sayFindings } from './say-run.ts';
import { writeReports } from './write-reports.ts';

interface CheckOptions {
  readonly file: string;
  readonly target: string | undefined;
  readonly servers: readonly string[];
  readonly baseline: BaselineFile | undefined;
  /** Secrets about which the user has told whose they are. */
  readonly profiles: GivenProfiles;
  readonly formats: readonly ReportFormat[];
  /** Whether what only a standard says decides as well. */
  readonly strict: boolean;
  /** Whether what could not be determined is listed. */
  readonly verbose: boolean;
}

interface Checked {
  readonly run: ContractRun;
  readonly isBroken: boolean;
  readonly reports: readonly string[];
}

/**
 * Reads recorded traffic once, gives each exchange to every API, and writes the reports of those that
 * some of it belongs to. Throws a UserError where none of it belongs to any.
 */
export async function checkTraffic(
  io: Io,
  apis: readonly ApiModel[],
  options: CheckOptions,
): Promise<Checked[]> {
  const { file, target, servers, baseline, profiles: given, formats, strict, verbose } = options;
  if (apis.length > 1 && (target !== undefined || servers.length > 0)) {
    throw new UserError('which-api', 'An address is given, and several descriptions', {
      hint: 'Say whose servers it stands for: --api NAME.',
    });
  }
  const { reports } = await outputsOf(io);
  const runs = apis.map((api) => {
    const targets = toTargets(api, target ?? '', servers);
    const known = new Map([...targets].filter(([, address]) => address !== ''));
    return createPassiveRun(api, {
      file,
      targets: known,
      profiles: secretsIn(api, given),
      repeat: { reports, options: [] },
      now: io.now,
    });
  });
  const progress = createProgress(io);
  let read = 0;
  let brokenAt: number | undefined;
  const onBreak = (line: number) => void (brokenAt = line);
  const slices = /\.(?:ndjson|jsonl)(?:\.gz)?$/.test(file)
    ? lineSlices(io.readChunks(file), onBreak)
    : entriesOf(io.readChunks(file), file, onBreak);
  for await (const slice of slices) {
    const recorded = readRecorded(slice, file);
    for (const run of runs) await run.take(recorded);
    read += 1;
    progress.update(`${file}: ${read} exchanges`);
  }
  progress.clear();
  const ended = await Promise.all(runs.map((run) => run.end(brokenAt)));
  const matched = ended.filter(({ traffic }) => (traffic?.matched ?? 0) > 0);
  if (matched.length === 0) throw nothingMatches(file, read, ended);
  const checked: Checked[] = [];
  for (const run of matched) {
    const told = strict ? { ...run, isStrict: true as const } : run;
    const judged = baseline ? applyBaseline(told, baseline, io.now()) : told;
    const compared = await besideTheLast(io, judged);
    sayFindings(io, compared, verbose);
    const isBroken = newViolationsOf(compared).length > 0;
    checked.push({ run: compared, isBroken, reports: await writeReports(io, compared, formats) });
  }
  return checked;
}

/** Of what a user gives, the secrets that a request of this API may show. */
function secretsIn({ securitySchemes }: ApiModel, given: GivenProfiles): Profiles {
  const ofProfile = (profile: Profile) =>
    [...given[profile]].flatMap(([scheme, secret]) =>
      typeof secret === 'string' && securitySchemes.has(scheme) ? [[scheme, secret] as const] : [],
    );
  const all = PROFILES.map((profile) => [profile, new Map(ofProfile(profile))] as const);
  return { ...NO_PROFILES, ...Object.fromEntries(all) };
}

function nothingMatches(file: string, read: number, runs: readonly ContractRun[]): UserError {
  const [first] = runs.flatMap(({ traffic }) => traffic?.unmatched ?? []);
  const example = first ? `, such as ${first.method} ${first.url}` : '';
  const names = runs.map(({ api }) => api).join(', ');
  return new UserError(
    'nothing-matches',
    `None of the ${read} exchanges in ${file} belongs to an operation of ${names}${example}`,
    {
      hint: 'Where the recording has other addresses than the description: --api NAME --target URL.',
    },
  );
}
