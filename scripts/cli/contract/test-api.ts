import type { Cleaning } from '../../contract/things/delete-things.ts';
import type { PassTime } from '../../contract/bench.ts';
import type { Targets } from '../../contract/check-options.ts';
import { isServerGone } from '../../contract/wire/govern.ts';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { GivenProfiles } from '../../contract/wire/profiles.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { applyBaseline, isExpired } from '../../result/apply-baseline.ts';
import {
  totalsOf,
  violationsOf,
  type ContractRun,
  type Shard,
  type Violation,
} from '../../result/contract-run.ts';
import { renderFigures } from '../../report/operation-figures.ts';
import type { ReportFormat } from '../../report/report.ts';
import type { FinishCode } from '../command.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import type { Interruption, Io } from '../io.ts';
import { outputsOf } from '../settings.ts';
import type { Thread } from '../open-thread.ts';
import type { BaselineFile } from './baseline.ts';
import { areAllRefused } from './all-refused.ts';
import { renderCleaning } from './cleaning.ts';
import { renderMends } from './mends.ts';
import { exitCodeOf } from './exit-code.ts';
import { renderMissing } from './missing-credentials.ts';
import { besideTheLast, clearReports } from './history.ts';
import { isLocal } from './is-local.ts';
import { obtainTokens } from './obtain-tokens.ts';
import { profilesFor } from './profiles-for.ts';
import { createProgress, renderState } from './progress.ts';
import { sayFindings } from './say-run.ts';
import type { Stop } from './stop.ts';
import {
  createEventLog,
  refuseOthersReports,
  reportFolderOf,
  writeReports,
} from './write-reports.ts';

interface TestOptions {
  /** Address of each documented server; the first is the one that reports name. */
  readonly targets: Targets;
  /** Credentials the user gave; none stands for the fixtures'. */
  readonly profiles: GivenProfiles;
  /** Header fields of every request. */
  readonly headers?: HeaderFields | undefined;
  /** Where tokens come from, in place of what the description says. */
  readonly tokenUrl?: string | undefined;
  /** Whether a mock of ours answers there. */
  readonly isMock?: boolean | undefined;
  readonly seed: number;
  readonly runs: number;
  /** Whether operations that may change something are tried; on this machine they always are. */
  readonly writes?: boolean;
  /** Whether whatever is on the server may be deleted; else only what the run has made. */
  readonly throwAway?: boolean | undefined;
  /** Whether what rests on claims that no source states blames nobody; else it does. */
  readonly isLenient?: boolean | undefined;
  /** Whether quotas are used up; on this machine they always are. */
  readonly quotas?: boolean;
  readonly maxRequests?: number | undefined;
  readonly concurrency?: number | undefined;
  /** Milliseconds in which a request must have been answered. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole run. */
  readonly budget?: number | undefined;
  /** Distinct new violations after which no more is tried. */
  readonly bail?: number | undefined;
  /** The documented pace, or so many requests per second; on another machine the former is kept anyway. */
  readonly pace?: number | true | undefined;
  /** Regular expression over `operation property`: what is tried; everything when left out. */
  readonly grep?: string | undefined;
  readonly shard?: Shard | undefined;
  /** Whether what only a standard says decides as well. */
  readonly strict?: true | undefined;
  /** Whether every operation that is tried must answer with a documented success. */
  readonly requireProof?: boolean | undefined;
  /** Whether it is well that nothing was tried, or that nothing succeeded. */
  readonly allowEmpty?: boolean | undefined;
  /** Options that `--replay` has to be told again. */
  readonly again?: readonly string[] | undefined;
  /** Whether what could not be determined is listed, and the time and the requests of each operation. */
  readonly verbose?: boolean | undefined;
  readonly formats: readonly ReportFormat[];
  /** The thread that does the checks, where one was begun before; it is used once. */
  readonly thread?: Thread | undefined;
  /** Where the targets' webhooks arrive; left out where nobody listens for them. */
  readonly letterbox?: Letterbox | undefined;
  /** Lets time pass for the mock that answers there; left out where nobody can. */
  readonly passTime?: PassTime | undefined;
  /** Known violations; left out where there is no such file. */
  readonly baseline?: BaselineFile | undefined;
}

interface Tested {
  readonly run: ContractRun;
  readonly violations: readonly Violation[];
  /** Paths of what was written, the first format's report first. */
  readonly reports: readonly string[];
  readonly exitCode: FinishCode;
}

/** Checks at a time: enough to keep a slow server busy, and few enough not to be a load test. */
const CONCURRENCY = 8;
/** Milliseconds in which a request must have been answered. */
const TIMEOUT = 10_000;

/** Tries every property on a target, prints each violation with its proof and writes the reports. */
export async function testApi(io: Io, api: ApiModel, options: TestOptions): Promise<Tested> {
  // It takes a while to load, and no other command needs it.
  const { runContract } = await import('./run-contract.ts');
  const {
    targets,
    pace,
    shard,
    grep = '',
    formats,
    maxRequests,
    budget,
    bail = Infinity,
    baseline,
  } = options;
  const known = new Set(baseline?.entries.flatMap((it) => (isExpired(it, io.now()) ? [] : it.id)));
  const isHere = [...targets.values()].every(isLocal);
  const progress = createProgress(io);
  const log = createEventLog(io);
  const found = new Set<string>();
  const state = { done: 0, checks: 0, requests: 0, reached: 0 };
  let began = io.now();
  let stop: Stop | undefined;
  let interruption: Interruption | undefined;
  let cleaning: Cleaning | undefined;
  const show = () => {
    const [elapsed, violations] = [io.now() - began, found.size];
    const { name, operations } = api;
    const fixed = { api: name, operations: operations.length, violations, elapsed, budget };
    progress.update(renderState({ ...fixed, ...state }));
  };
  const note = (violations: readonly Violation[]) => {
    for (const { id, ground } of violations) {
      const isDeciding = options.strict === true || ground !== 'standard';
      if (isDeciding && !known.has(id)) found.add(id);
    }
    if (found.size >= bail) stop?.(`--bail ${bail} is reached`, true);
    show();
  };
  const withdraw = io.onInterrupt((signal) => {
    interruption = signal;
    stop?.(`it was interrupted (${signal})`, false);
  });
  const { isMock, tokenUrl } = options;
  const where = { targets, isMock, tokenUrl };
  const { profiles: given, renewals } = await obtainTokens(io, api, options.profiles, where);
  const profiles = profilesFor(io, api, { targets: [...targets.values()], isMock }, given);
  const { run: ended, bug } = await runContract(io, api, {
    targets,
    profiles,
    headers: options.headers,
    renewals,
    seed: options.seed,
    runs: options.runs,
    writes: options.writes === true || isHere,
    quotas: options.quotas === true || isHere,
    isLenient: options.isLenient === true,
    isMock: isMock === true,
    isThrowAway: options.throwAway === true,
    maxRequests,
    concurrency: options.concurrency ?? CONCURRENCY,
    timeout: options.timeout ?? TIMEOUT,
    budget,
    pace: {
      isDocumented: pace === true || (pace === undefined && !isHere),
      perSecond: pace === true ? undefined : pace,
    },
    grep,
    shard,
    isStrict: options.strict,
    keepExchanges: formats.includes('har'),
    letterbox: options.letterbox,
    passTime: options.passTime,
    repeat: { reports: (await outputsOf(io)).reports, options: options.again ?? [] },
    thread: options.thread,
    async onStart(header, count, stopRun) {
      state.checks = count;
      began = io.now();
      stop = stopRun;
      if (interruption) stop(`it was interrupted (${interruption})`, false);
      await refuseOthersReports(io, header);
      const folder = await reportFolderOf(io, header);
      await clearReports(io, folder);
      log.start(folder, header, count);
    },
    onResult(result, done) {
      state.done = done;
      log.add(result, done);
      note(violationsOf([result]));
    },
    onSent(requests, reached) {
      Object.assign(state, { requests, reached });
      show();
    },
    onCleaned: (it) => void (cleaning = it),
    onFound: note,
  }).finally(withdraw);
  progress.clear();
  const compared = baseline ? applyBaseline(ended, baseline, io.now()) : ended;
  // A mock of ours, and a server that knows the fixtures, cannot have been sent a wrong one.
  const areRefused = isMock !== true && given.good.size > 0 && areAllRefused(api, compared);
  const { requireProof: isProofRequired, allowEmpty: isEmptyAllowed = false } = options;
  const judged: ContractRun =
    areRefused && !isEmptyAllowed ? { ...compared, isRefused: true } : compared;
  const run = await besideTheLast(io, judged);
  log.finish(run);
  const violations = violationsOf(run.results);
  sayFindings(io, run, options.verbose === true);
  const reports = await writeReports(io, run, formats);
  if (bug) throw bug;
  sayIncomplete(io, run);
  if (cleaning) io.err(renderCleaning(cleaning));
  io.err(renderMissing(api, run));

  io.err(renderMends(api, run, areRefused));
  if (options.verbose === true) io.out(renderFigures(run));
  const exitCode = exitCodeOf(run, { interruption, isProofRequired, isEmptyAllowed });
  return { run, violations, reports, exitCode };
}

/** Says what of a run was not tried, and why. */
export function sayIncomplete(io: Io, { api, results, interrupted }: ContractRun): void {
  if (interrupted === undefined) return;
  const { failed, begun } = totalsOf(results);
  const part = begun > 0 ? `, ${begun} tried in part` : '';
  const untried = `${failed - begun} of ${results.length} checks not tried${part}`;
  io.err(`${api}: stopped early: ${interrupted.reason}; ${untried}\n`);
  if (!isServerGone(interrupted.reason)) return;
  io.err(`${api}: with --concurrency 1 a request that ends the server is known by itself\n`);
}
