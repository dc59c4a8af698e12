import { coverageOf, withoutSightings } from '../../contract/coverage/coverage.ts';
import { citedClaims } from '../../contract/cited-claims.ts';
import { PROPERTIES } from '../../contract/properties.ts';
import type { Cleaning } from '../../contract/things/delete-things.ts';
import { addResult } from '../../contract/run/add-result.ts';
import { planOf, type PlannedCheck } from '../../contract/run/plan.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { documentsRefusals } from '../../refusal/documented-refusal.ts';
import {
  totalsOf,
  type CheckResult,
  type ContractRun,
  type EarlyEnd,
  type Violation,
} from '../../result/contract-run.ts';
import { sumLatencies } from '../../result/latency.ts';
import { toRun, type RunHeader } from '../../result/run-event.ts';
import { UserError } from '../../base/user-error.ts';
import type { Io } from '../io.ts';
import type { Thread } from '../open-thread.ts';
import { probe } from './probe.ts';
import { lostOperations, whyNoOperations } from './why-no-operations.ts';
import { runSuite } from './run-suite.ts';
import type { SuiteOptions } from './suite-options.ts';
import { openSuiteThread } from './suite-thread.ts';
import { createStopper, type Stop } from './stop.ts';

export interface ContractOptions extends SuiteOptions {
  /** The thread that does it, where one was begun before; it is used once. */
  readonly thread?: Thread | undefined;
  /** Set where what only a standard says decides as well. */
  readonly isStrict: true | undefined;
  /** Called once the target has answered, with the number of checks. */
  readonly onStart: (run: RunHeader, checks: number, stop: Stop) => Promise<void>;
  /** Called after each check with how many are done. */
  readonly onResult: (result: CheckResult, done: number) => void;
  /** Called now and then with how many requests were sent, and to how many operations. */
  readonly onSent: (requests: number, operations: number) => void;
  /** Called when what the run made is deleted again, as far as it can be. */
  readonly onCleaned: (cleaning: Cleaning) => void;
  /** Called when a check that has not ended yet has found something. */
  readonly onFound: (violations: readonly Violation[]) => void;
}

/** A run, and what of our own broke on the way: what was found before is still worth reading. */
interface Ran {
  readonly run: ContractRun;
  readonly bug: Error | undefined;
}

function nothingToTest(api: ApiModel): UserError {
  const { title, source, webhooks } = api;
  const message = `${title} has no operation to test: ${whyNoOperations(api)}`;
  const hint =
    lostOperations(api) > 0
      ? `Run "kiln lint ${source}" to see each with its line.`
      : webhooks.length > 0
        ? 'A webhook is tested with the operation that makes the API send it: describe that one too.'
        : 'Describe at least one operation under paths.';
  return new UserError('nothing-to-test', message, { hint });
}

/** Runs every property on every operation against a target, in a thread, and gathers the results. */
export async function runContract(io: Io, api: ApiModel, options: ContractOptions): Promise<Ran> {
  const { isStrict, thread, onStart, onResult, onSent, onFound, onCleaned, ...suiteOptions } =
    options;
  const { targets, seed, runs, grep, shard, budget } = suiteOptions;
  const checks = planOf(api, { grep, shard });
  if (api.operations.length === 0) throw nothingToTest(api);
  if (planOf(api, { grep }).length === 0) {
    throw new UserError('nothing-to-test', `No check matches --grep ${grep}`, {
      hint: 'It is matched against "operation property", such as "getPet auth.missing".',
    });
  }
  await Promise.all([...targets.values()].map((target) => probe(target, options.timeout)));
  const began = io.now();
  const [target = ''] = targets.values();
  const withoutRefusals = api.operations.filter((it) => !documentsRefusals(it)).length;
  const header: RunHeader = {
    api: api.name,
    description: api.argument,
    title: api.title,
    target,
    mode: 'active',
    started: new Date(began).toISOString(),
    seed,
    runs,
    ...(isStrict && { isStrict: true }),
    ...(grep !== '' && { grep }),
    ...(shard && { shard }),
    ...(api.aside.length > 0 && { leftAside: api.aside }),
    ...(withoutRefusals > 0 && { withoutRefusals }),
    operations: api.operations.map(({ id, method, path, pointer }) => ({
      id,
      method,
      path,
      location: api.locate(pointer),
    })),
    properties: PROPERTIES.map(({ id, title }) => ({ id, title })),
  };
  const stopper = createStopper();
  const timer =
    budget === undefined
      ? undefined
      : setTimeout(() => stopper.stop('the time of --budget is over', true), budget);
  await onStart(header, checks.length, stopper.stop);
  const results: CheckResult[] = [];
  const found = new Map<string, Violation[]>();
  let isGivenUp = false;
  const places = new Map<string, number>();
  const add = (result: CheckResult): number => {
    places.set(keyOf(result), results.length);
    return results.push(result);
  };
  const addMore = (more: CheckResult): void => {
    const at = places.get(keyOf(more)) ?? -1;
    const first = results[at];
    if (first) results[at] = addResult(first, more);
    onFound(more.violations);
  };
  const own = thread ?? openSuiteThread(io);
  const suite = runSuite(own, api, suiteOptions, checks, stopper.channel, (message) => {
    if (isGivenUp) return;
    stopper.hear();
    if (message.is === 'ended') onResult(message.result, add(message.result));
    else if (message.is === 'more') addMore(message.result);
    else if (message.is === 'sent') onSent(message.requests, message.operations);
    else if (message.is === 'cleaned') onCleaned(message.cleaning);
    else {
      const key = keyOf(message);
      found.set(key, [...(found.get(key) ?? []), ...message.violations]);
      onFound(message.violations);
    }
  });
  const giveUp = async (): Promise<undefined> => {
    await stopper.givenUp;
    isGivenUp = true;
  };
  const bug = await Promise.race([suite, giveUp()]);
  clearTimeout(timer);
  stopper.close();
  const end = stopper.end() ?? {
    reason: bug === undefined ? reasonIn(results) : 'Kiln failed',
    isLimit: false,
  };
  const all = [...results, ...untried(checks, results, found, end.reason)];
  const interrupted = endOf(all, stopper.end(), options);
  const ended = { interrupted, milliseconds: io.now() - began };
  const { results: inOrder } = toRun(header, all, { ...ended, coverage: [] });
  const coverage = coverageOf(api, inOrder);
  const run = toRun(header, withoutSightings(inOrder), { ...ended, coverage });
  const latencies = sumLatencies(inOrder.map((it) => it.latencies));
  return { run: { ...run, latencies, claims: citedClaims(api, inOrder) }, bug };
}

function keyOf({ operation, property }: Pick<CheckResult, 'operation' | 'property'>): string {
  return `${operation} ${property}`;
}

/** Why a run ended early: because it was told to, or for the reason that its checks give. */
function endOf(
  results: readonly CheckResult[],
  told: EarlyEnd | undefined,
  { maxRequests = Infinity }: ContractOptions,
): EarlyEnd | undefined {
  const reason = results.find(({ outcome }) => outcome === 'failed')?.reason;
  if (reason === undefined) return undefined;
  return told ?? { reason, isLimit: totalsOf(results).requests >= maxRequests };
}

/** Why checks say that the run ended before they did. */
function reasonIn(results: readonly CheckResult[]): string {
  return results.find(({ outcome }) => outcome === 'failed')?.reason ?? 'it was cut off';
}

/** A result for each check that a run did not come to, or that did not come to its end: with what it had found. */
function untried(
  checks: readonly PlannedCheck[],
  results: readonly CheckResult[],
  found: ReadonlyMap<string, readonly Violation[]>,
  reason: string,
): CheckResult[] {
  const done = new Set(results.map(({ operation, property }) => `${operation} ${property}`));
  return checks
    .filter(({ operation, property }) => !done.has(`${operation.id} ${property.id}`))
    .map(({ operation, property }) => {
      const violations = found.get(`${operation.id} ${property.id}`) ?? [];
      const isViolated = violations.some((it) => it.property === property.id);
      return {
        operation: operation.id,
        property: property.id,
        ...(isViolated ? { outcome: 'violated' } : { outcome: 'failed', reason }),
        requests: 0,
        dropped: 0,
        disputes: [],
        undetermined: [],
        milliseconds: 0,
        violations,
      };
    });
}
