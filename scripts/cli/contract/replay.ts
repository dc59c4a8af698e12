import type { CheckOptions, Targets } from '../../contract/check-options.ts';
import { runCheck } from '../../contract/contract.ts';
import type { Repeat } from '../../contract/complaint.ts';
import { PROPERTIES } from '../../contract/properties.ts';
import { govern } from '../../contract/wire/govern.ts';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import { createSender } from '../../contract/wire/send.ts';
import { createSuccesses } from '../../contract/run/successes.ts';
import { createPool } from '../../contract/things/pool.ts';
import { toAsk } from '../../contract/things/to-ask.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { ContractRun, Violation } from '../../result/contract-run.ts';
import { nearest } from '../../base/nearest.ts';
import { UserError } from '../../base/user-error.ts';
import { causesOf } from '../../result/causes.ts';
import type { Screen } from '../../report/terminal/screen.ts';
import { renderLineOn } from '../../report/terminal/terminal-line.ts';
import { tellFindings } from '../../report/terminal/told-findings.ts';
import { loadApis } from '../descriptions.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import type { Io } from '../io.ts';
import type { FinishCode } from '../command.ts';
import { outputsOf } from '../settings.ts';
import { withServer } from './started-server.ts';
import { planTest, type GivenPlan } from './test-plan.ts';
import { obtainTokens } from './obtain-tokens.ts';
import { probe } from './probe.ts';
import { keptRunsOf, RUNS } from './history.ts';
import { isLocal } from './is-local.ts';
import { profilesFor } from './profiles-for.ts';
import { withListener } from './with-listener.ts';
import { reportFolderOf } from './write-reports.ts';

/** The property of which each operation is tried first, and most. */
const FIRST = 'conformance';

/** The check that found a violation, and all that its requests came from. */
interface Recorded {
  readonly violation: Pick<Violation, 'id' | 'operation' | 'property'>;
  /** The property that was tried: a flaw of an answer can be seen by any. */
  readonly property: string;
  readonly operation: string;
  readonly target: string;
  readonly seed: number;
  readonly runs: number;
}

/** As for a run; the server is where the report says unless it is told. */
interface ReplayOptions extends GivenPlan {
  readonly id: string;
  /** Milliseconds in which a request must have been answered. */
  readonly timeout?: number | undefined;
}

interface Against {
  readonly targets: Targets;
  readonly isMock: boolean;
  readonly profiles: Profiles;
  readonly headers: HeaderFields | undefined;
  readonly writes: boolean;
  readonly isThrowAway: boolean;
  readonly timeout: number;
  readonly letterbox: Letterbox | undefined;
  readonly repeat: Repeat;
}

/** Milliseconds in which a request must have been answered. */
const TIMEOUT = 10_000;
/** Unanswered requests in a row after which the server counts as gone. */
const PATIENCE = 20;
/** Milliseconds after which nothing more is deleted of what was made. */
const CLEANING = 10_000;
/** Bytes of a response body that are read. */
const LARGEST = 64 * 1024 * 1024;

/** Tries the check again that found a violation, prints what comes of it, and gives 1 where it is still there. */
export async function replayViolation(
  io: Io,
  names: readonly string[],
  { id, ...options }: ReplayOptions,
): Promise<FinishCode> {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) {
    throw new UserError('one-replay', 'A --replay is of one API', {
      hint: `Name the API whose report has the violation: kiln test NAME --replay ${id}.`,
    });
  }
  const [api] = await loadApis(io, [name]);
  if (!api) throw new Error(`${name} was not loaded`);
  const recorded = await findRecorded(io, api, id);
  const { mock, tokenUrl, target = mock === undefined ? recorded.target : undefined } = options;
  const plan = await planTest(io, api, { ...options, target });
  const { targets, isMock, start, options: again } = plan;
  const repeat = { reports: (await outputsOf(io)).reports, options: again };
  return await withServer(io, start, async () => {
    const { profiles } = await obtainTokens(io, api, plan.profiles, { targets, isMock, tokenUrl });
    const against = {
      targets,
      isMock,
      profiles,
      headers: options.header,
      writes: options.allowWrites === true,
      isThrowAway: options.throwAway === true,
      timeout: options.timeout ?? TIMEOUT,
      repeat,
    };
    const violation = await withListener(io, [api], options.webhookPort, (letterbox) =>
      replay(io, api, recorded, { ...against, letterbox }),
    );
    io.out(renderReplay(io.screen, recorded, violation));
    return violation === undefined ? 0 : 1;
  });
}

/**
 * Finds a violation in the last JSON report of an API, or else in the newest of the runs that are kept and had
 * it. Throws a UserError where it is in none.
 */
async function findRecorded(io: Io, api: ApiModel, id: string): Promise<Recorded> {
  const folder = await reportFolderOf(io, { api: api.name });
  const kept = await keptRunsOf(io, api.name);
  const holder = kept.find(({ violations, mode }) => mode === 'active' && violations.includes(id));
  const last = `${folder}/run.json`;
  const old = holder && `${folder}/${RUNS}/${holder.id}/run.json`;
  const isLast = await hasViolation(io, last, id);
  const path = !isLast && old !== undefined && (await io.exists(old)) ? old : last;
  if (!(await io.exists(path))) {
    throw new UserError('no-report', `There is no ${path} to take the violation ${id} from`, {
      hint: `Run "kiln test ${api.argument} --target URL" first.`,
    });
  }
  const { results, target, seed, runs, mode } = parseRun(await io.readText(path), path);
  if (mode === 'passive') {
    throw new UserError('not-sent', `${path} is about recorded traffic: we did not send it`, {
      hint: `Run "kiln test ${api.name} --target URL", or send the curl line of the report.`,
    });
  }
  const found = results.flatMap(({ operation, property, violations }) =>
    violations.map((violation) => ({ violation, operation, property, target, seed, runs })),
  );
  const own = found.filter(({ violation }) => violation.id === id);
  const [recorded] = own.toSorted((left, right) => Number(isAside(left)) - Number(isAside(right)));
  if (recorded) return recorded;
  const known = new Map(found.map(({ violation }) => [violation.id, violation]));
  const meant = nearest(id, [...known.keys()]);
  const list = [...known.values()].map((it) => `${it.id} ${it.operation} ${it.property}`);
  throw new UserError('unknown-violation', `${path} has no violation "${id}"`, {
    hint:
      (meant === undefined ? '' : `Did you mean ${meant}? `) +
      (list.length === 0 ? 'It has none at all.' : `It has: ${list.join(', ')}.`),
  });
}

/** Whether a report that is there tells of a violation; of one that is misshapen nobody can say. */
async function hasViolation(io: Io, path: string, id: string): Promise<boolean> {
  return (await io.exists(path)) && (await io.readText(path)).includes(`"id": "${id}"`);
}

/** Whether a check came upon a violation while it looked for another. */
function isAside({ violation, property }: Recorded): boolean {
  return violation.property !== property;
}

function parseRun(text: string, path: string): ContractRun {
  const hint = 'Run the test again: it writes the report anew.';
  try {
    // Written by Kiln; a report of another version shows itself below.
    const run = JSON.parse(text) as Partial<ContractRun>;
    if (Array.isArray(run.results) && typeof run.seed === 'number') return run as ContractRun;
  } catch (cause) {
    throw new UserError('report-unreadable', `${path} is not JSON`, { hint, cause });
  }
  throw new UserError('report-unreadable', `${path} is no report of a run`, { hint });
}

/**
 * Runs the check that found a violation again, with the same requests, and says whether it is still
 * there: the violation as it is now, or undefined where the contract holds.
 */
async function replay(
  io: Io,
  api: ApiModel,
  recorded: Recorded,
  { targets, isMock, profiles, headers, writes, isThrowAway, timeout, letterbox, repeat }: Against,
): Promise<Violation | undefined> {
  const operation = api.operations.find(({ id }) => id === recorded.operation);
  const property = PROPERTIES.find(({ id }) => id === recorded.property);
  if (!operation || !property) {
    const gone = operation ? recorded.property : recorded.operation;
    throw new UserError('check-gone', `There is no ${gone} any more`, {
      hint: 'Run the whole test again.',
    });
  }
  const addresses = [...targets.values()];
  await Promise.all(addresses.map((address) => probe(address, timeout)));
  const sender = createSender({ timeout, largest: LARGEST });
  const mayWrite = writes || addresses.every(isLocal);
  const made = { api, targets: addresses, writes: mayWrite, isThrowAway };
  const options: CheckOptions = {
    api,
    targets,
    profiles: profilesFor(io, api, { targets: addresses, isMock }, profiles),
    headers,
    seed: recorded.seed,
    runs: recorded.runs,
    writes: mayWrite,
    send: govern(sender.send, { patience: PATIENCE }),
    now: io.now,
    letterbox,
    repeat,
    pool: isMock ? undefined : createPool(made),
    successes: isMock ? undefined : createSuccesses(),
  };
  const clean = async (): Promise<void> => {
    const began = io.now();
    const ask = toAsk({ ...options, send: sender.send });
    await options.pool?.cleanUp(ask, () => io.now() - began > CLEANING);
    sender.close();
  };
  // What a run knew by then is found out first.
  const conformance = PROPERTIES.find(({ id }) => id === FIRST);
  if (!isMock && property.usesSuccesses && conformance)
    await runCheck(options, operation, conformance);
  const result = await runCheck(options, operation, property);
  await clean();
  const { id } = recorded.violation;
  const violation = result.violations.find((it) => it.id === id);
  if (violation === undefined && ['failed', 'skipped', 'unchecked'].includes(result.outcome)) {
    throw new UserError('not-replayed', `${id} cannot be tried again: ${result.reason ?? ''}`, {
      hint: 'Pass the options of the run that found it: --mock, --credentials, --header, --server, --allow-writes, --webhook-port.',
    });
  }
  return violation;
}

/** Says how a replay went. */
function renderReplay(
  screen: Screen | undefined,
  recorded: Recorded,
  violation: Violation | undefined,
): string {
  const { operation, property, seed, runs } = recorded;
  const { id } = recorded.violation;
  const [cause] = violation ? causesOf([violation]) : [];
  if (cause) {
    const told = tellFindings([cause], { screen, isVerbose: true });
    return `${told}${renderLineOn(screen, `${id} is still violated`, ['red', 'bold'])}\n`;
  }
  const same = `the same requests (--seed ${seed} --runs ${runs})`;
  const line = `${id} holds now: ${operation} ${property}, ${same}`;
  return `${renderLineOn(screen, line, ['green', 'bold'])}\n`;
}
