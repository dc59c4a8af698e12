import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckOptions } from '../../contract/check-options.ts';
import { runCheck } from '../../contract/contract.ts';
import { createDoorman } from '../../contract/run/doorman.ts';
import { createFailureBook } from '../../contract/run/failure-book.ts';
import { createNovelty } from '../../contract/run/novelty.ts';
import { planOf, usesUpQuota, varyingOf, type PlannedCheck } from '../../contract/run/plan.ts';
import { runInPasses } from '../../contract/run/run-in-passes.ts';
import { govern, RunStopped } from '../../contract/wire/govern.ts';
import { createPace } from '../../contract/wire/pace.ts';
import { createQuotaWait } from '../../contract/wire/quota-wait.ts';
import { createRenewing } from '../../contract/wire/renew.ts';
import { seedOfRound } from '../../contract/run/seed-of.ts';
import { createShunned } from '../../contract/run/shunned.ts';
import { createRedactor } from '../../contract/wire/redact.ts';
import { createSender, type Send } from '../../contract/wire/send.ts';
import { createPool } from '../../contract/things/pool.ts';
import { createSuccesses } from '../../contract/run/successes.ts';
import { toAsk } from '../../contract/things/to-ask.ts';
import { nodeIo } from '../io.ts';
import { borrowClock } from './clock-channel.ts';
import { borrowLetterbox } from './letterbox-channel.ts';
import { takeOver } from './handed-model.ts';
import { listenForStop } from './stop.ts';
import type { SuiteInput, SuiteMessage } from './suite-options.ts';

/** Bytes of a response body that are read. */
const LARGEST = 64 * 1024 * 1024;
/** Unanswered requests in a row after which the server counts as gone. */
const PATIENCE = 20;
/** Answers of 500 and more in a row after which the server is left alone, and as many for each operation. */
const INDULGENCE = 100;
const INDULGENCE_EACH = 10;
/** Milliseconds for deleting what was made, and how many of them where the run was told to stop. */
const CLEANING = 10_000;
const CLEANING_AT_ONCE = 600;
/** The part of the time that checks may take, what is done again included: the rest is for deleting what was made. */
const SPENT = 0.95;
const TIME_IS_OVER = 'the time of --budget is over';
/** Milliseconds between two messages about how far it has come. */
const INTERVAL = 200;

/** Does the checks of a run, breadth first, and tells what comes of each. */
export async function doChecks(
  input: SuiteInput,
  tell: (message: SuiteMessage) => void,
): Promise<void> {
  const { description, renewals = [], timeout, maxRequests, pace, stop, ...rest } = input;
  const { now } = nodeIo;
  const { signal: stopped, close } = listenForStop(stop);
  const api = takeOver(description);
  const borrowed = input.letterbox === undefined ? undefined : borrowLetterbox(input.letterbox);
  const clock = input.clock === undefined ? undefined : borrowClock(input.clock);
  const sender = createSender({ timeout, largest: LARGEST });
  const indulgence = Math.max(INDULGENCE, INDULGENCE_EACH * api.operations.length);
  const limits = { maxRequests, patience: PATIENCE, indulgence, signal: stopped };
  const send = govern(createRenewing(sender.send, renewals, now), limits);
  const wait = async (milliseconds: number): Promise<void> => {
    await sleep(milliseconds, undefined, { signal: stopped }).catch(() => stopped.throwIfAborted());
  };
  const paced = createPace({
    policy: pace.isDocumented ? api.policies.rateLimits : undefined,
    perSecond: pace.perSecond,
    clock: { now, wait },
  });
  const { isMock, isThrowAway, writes, budget } = input;
  const began = now();
  const pool = isMock
    ? undefined
    : createPool({
        api,
        targets: [...input.targets.values()],
        writes,
        isThrowAway,
        readsInTurns: budget !== undefined,
      });
  const novelty = createNovelty();
  const reached = new Set<string>();
  let requests = 0;
  let toldAt = 0;

  // Sends for a check, at its pace, and learns what the answers show.
  const sendFor = (check: PlannedCheck): Send => {
    const { operation } = check;
    const isPaced = pace.isDocumented || pace.perSecond !== undefined;
    const own = usesUpQuota(check) || !isPaced ? send : paced(send, operation);
    return async (request, sending) => {
      const exchange = await own(request, sending);
      novelty.see(operation, exchange);
      requests += 1;
      reached.add(operation.id);
      if (now() - toldAt > INTERVAL) {
        toldAt = now();
        tell({ is: 'sent', requests, operations: reached.size });
      }
      return exchange;
    };
  };

  const options: CheckOptions = {
    ...rest,
    api,
    pool,
    shunned: isMock ? undefined : createShunned(api),
    successes: isMock ? undefined : createSuccesses(),
    doorman: isMock ? undefined : createDoorman(api, pool),
    send,
    now,
    letterbox: borrowed,
    quotaWait: clock && createQuotaWait(clock.passTime, api.policies.rateLimits?.window ?? 0),
  };
  const toRedactor = () => createRedactor(api, options.profiles, input.headers);
  const failures = createFailureBook({
    api,
    seed: input.seed,
    toRedactor,
    repeat: input.repeat,
  });
  // Aborted where a check says that the run has ended: no other has to find that out for itself.
  const over = new AbortController();

  const checks = planOf(api, input);
  const ending = AbortSignal.any([stopped, over.signal]);
  const doAll = (round: number, signal: AbortSignal): Promise<void> =>
    runInPasses({
      checks: round === 0 ? checks : varyingOf(checks),
      concurrency: input.concurrency,
      signal,
      promiseOf: novelty.promiseOf,
      isRefused: options.successes?.isRefused,
      async run(check, takeTurn) {
        const { operation, property } = check;
        let told = 0;
        const result = await runCheck(
          {
            ...options,
            failures,
            seed: seedOfRound(input.seed, round),
            isRepeated: round > 0,
            send: sendFor(check),
            async takeTurn(found) {
              const violations = found().slice(told);
              if (round === 0 && violations.length > 0) {
                told += violations.length;
                tell({ is: 'found', operation: operation.id, property: property.id, violations });
              }
              await takeTurn();
            },
          },
          operation,
          property,
        );
        failures.tell(result.violations);
        tell({ is: round === 0 ? 'ended' : 'more', result });
        if (result.outcome === 'failed' && !signal.aborted)
          over.abort(new RunStopped(result.reason));
      },
    });
  await doAll(0, ending);
  // A mock of ours has no more to show; a server gets all the time that there is.
  const until = budget === undefined || isMock ? 0 : began + budget * SPENT;
  for (let round = 1; !ending.aborted && now() < until; round += 1) {
    const before = requests;
    const isTime = new AbortController();
    const timer = setTimeout(() => isTime.abort(new RunStopped(TIME_IS_OVER)), until - now());
    await doAll(round, AbortSignal.any([ending, isTime.signal]));
    clearTimeout(timer);
    if (requests === before) break;
  }
  for (const result of failures.untold()) tell({ is: 'more', result });
  if (pool) {
    // What was sent to test something has its limits; what is owed to the server has others.
    const ask = toAsk({ ...options, send: createRenewing(sender.send, renewals, now) });
    const cleaned = now();
    const isOver = () => now() - cleaned > (stopped.aborted ? CLEANING_AT_ONCE : CLEANING);
    tell({ is: 'cleaned', cleaning: await pool.cleanUp(ask, isOver) });
  }
  close();
  borrowed?.close();
  clock?.close();
  sender.close();
}
