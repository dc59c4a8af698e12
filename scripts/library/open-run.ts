import type { Io } from '../cli/io.ts';
import { areAllRefused } from '../cli/contract/all-refused.ts';
import { isLocal } from '../cli/contract/is-local.ts';
import { obtainTokens } from '../cli/contract/obtain-tokens.ts';
import { profilesFor } from '../cli/contract/profiles-for.ts';
import { readCredentials, unknownCredential } from '../cli/contract/profiles.ts';
import { runContract } from '../cli/contract/run-contract.ts';
import { toTargets } from '../cli/options.ts';
import type { GivenProfiles } from '../contract/wire/profiles.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { ContractRun } from '../result/contract-run.ts';
import { serveApp, type App } from './serve-app.ts';

/** What is tested, and how; what is left out is as `kiln test` has it. */
export interface ContractSettings {
  /** Base address of the server: what stands before the paths of the description. */
  readonly target?: string | URL;
  /** Instead: an application that needs no port of its own. */
  readonly app?: App;
  /**
   * The path below which `app` serves those of the description, such as `/v1`, or `''` for none; that of the first
   * of its `servers` when left out.
   */
  readonly basePath?: string;
  /**
   * A secret for each security scheme, by its name; `KILN_<SCHEME>` of the environment where one is left out, undefined
   * or empty.
   */
  readonly credentials?: Readonly<Record<string, string | undefined>>;
  /** Header fields of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Repeats a run; 1 when left out, so that a test does not change by itself. */
  readonly seed?: number;
  /** Generated requests for each operation and property; 25 when left out. */
  readonly runs?: number;
  /** Only checks whose `operation property` matches; all when left out. */
  readonly grep?: RegExp | string;
  /** Milliseconds for the whole run; as long as it takes when left out. */
  readonly budget?: number;
  /** Milliseconds in which a request must have been answered; 10,000 when left out. */
  readonly timeout?: number;
  /** Whether operations that may change something are tried; on this machine they always are. */
  readonly allowWrites?: boolean;
  /** Whether whatever is on the server may be deleted; else only what the run has made. */
  readonly throwAway?: boolean;
}

/** A run that goes on. */
export interface OpenRun {
  readonly ended: Promise<ContractRun>;
  /** Ends the application that was served for it. */
  readonly close: () => Promise<void>;
}

/** Checks at a time. */
const CONCURRENCY = 8;
const TIMEOUT = 10_000;
const RUNS = 25;

/** Throws a UserError for a credential that is for no security scheme of the description, and a TypeError for no target. */
export function checkSettings(api: ApiModel, settings: ContractSettings): void {
  if ((settings.target === undefined) === (settings.app === undefined))
    throw new TypeError('pass either target or app: one of them says what is tested');
  const known = [...api.securitySchemes.keys()];
  const strange = Object.keys(settings.credentials ?? {}).find((it) => !known.includes(it));
  if (strange !== undefined) throw unknownCredential(strange, known);
}

/** The path below which an application serves those of a description. */
export function basePathOf(api: ApiModel, { basePath }: ContractSettings): string {
  return basePath?.replace(/^(?=[^/])/, '/') ?? api.servers[0]?.basePath ?? '';
}

/** Begins to test a server. Throws as `checkSettings` does. */
export async function openRun(io: Io, api: ApiModel, settings: ContractSettings): Promise<OpenRun> {
  const { target, app } = settings;
  checkSettings(api, settings);
  const served = app === undefined ? undefined : await serveApp(app);
  const close = async () => await served?.close();
  try {
    const address = served ? `${served.url}${basePathOf(api, settings)}` : String(target);
    const ended = runOn(io, api, address.replace(/\/+$/, ''), settings);
    if (!served || served.wasListening) return { ended, close };
    return { ended: ended.then((run) => withoutPort(run, served.url)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A run whose lines to paste name no port that is closed by then: who serves the application puts in their own. */
function withoutPort(run: ContractRun, url: string): ContractRun {
  const results = run.results.map((result) => ({
    ...result,
    violations: result.violations.map((it) => ({
      ...it,
      curl: it.curl.replaceAll(url, 'http://127.0.0.1:PORT'),
    })),
  }));
  return { ...run, results };
}

async function runOn(
  io: Io,
  api: ApiModel,
  address: string,
  settings: ContractSettings,
): Promise<ContractRun> {
  const { grep = '', seed = 1, runs = RUNS, budget, timeout = TIMEOUT, headers = {} } = settings;
  const targets = toTargets(api, address, []);
  const isHere = [...targets.values()].every(isLocal);
  const given = await givenTo(io, api, settings.credentials);
  const { profiles, renewals } = await obtainTokens(io, api, given, { targets });
  const { run, bug } = await runContract(io, api, {
    targets,
    profiles: profilesFor(io, api, { targets: [...targets.values()] }, profiles),
    renewals,
    headers: Object.entries(headers),
    seed,
    runs,
    grep: typeof grep === 'string' ? grep : grep.source,
    budget,
    timeout,
    writes: settings.allowWrites === true || isHere,
    quotas: isHere,
    isLenient: true,
    isMock: false,
    isThrowAway: settings.throwAway === true,
    maxRequests: undefined,
    concurrency: CONCURRENCY,
    pace: { isDocumented: !isHere, perSecond: undefined },
    shard: undefined,
    isStrict: undefined,
    onStart: () => Promise.resolve(),
    onResult: () => {},
    onSent: () => {},
    onCleaned: () => {},
    onFound: () => {},
  });
  if (bug) throw bug;
  const isRefused = profiles.good.size > 0 && areAllRefused(api, run);
  return isRefused ? { ...run, isRefused } : run;
}

/** Secrets of the caller, and of the environment those that the caller does not give. */
async function givenTo(
  io: Io,
  api: ApiModel,
  own: ContractSettings['credentials'] = {},
): Promise<GivenProfiles> {
  const read = await readCredentials(io, undefined, [api]);
  const secrets = Object.entries(own).flatMap(([scheme, secret = '']) =>
    secret === '' ? [] : [[scheme, secret] as const],
  );
  return { ...read, good: new Map([...read.good, ...secrets]) };
}
