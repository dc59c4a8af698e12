import type { Operation } from '../model/api-model.ts';
import type { CheckResult } from '../result/contract-run.ts';
import { HINDRANCES } from '../result/hindrance.ts';
import { createLatencyCounter } from '../result/latency.ts';
import { isDocumentedSuccess } from '../model/documented-response.ts';
import type { CheckOptions } from './check-options.ts';
import { endOf } from './end-of.ts';
import { createObserver } from './coverage/observe.ts';
import type { Property } from './property.ts';
import { seedOf } from './run/seed-of.ts';
import { whyUnchecked } from './why-unchecked.ts';
import { credentialFor, NO_CREDENTIAL } from './wire/credentials.ts';
import { createBench } from './run/create-bench.ts';
import { withGivenHeaders } from './wire/given-headers.ts';
import { NotSendable, whyNotSendable } from './wire/not-sendable.ts';
import { createQuotaWait } from './wire/quota-wait.ts';
import { createRecorder } from './wire/record.ts';
import { createRedactor } from './wire/redact.ts';
import type { Send } from './wire/send.ts';

/** Requests that make an ordinary violation as small as it can be, and end the search on a fickle server. */
const EFFORT = 200;

/**
 * Tries one property on one operation. The same seed gives the same requests, whatever runs beside. What
 * a check throws is told as its result: nobody is blamed for it, and nothing else ends by it.
 */
export async function runCheck(
  options: CheckOptions,
  operation: Operation,
  property: Property,
): Promise<CheckResult> {
  try {
    return await tryCheck(options, operation, property);
  } catch (error) {
    const { text } = createRedactor(options.api, options.profiles, options.headers);
    return {
      operation: operation.id,
      property: property.id,
      outcome: 'unchecked',
      reason: text(whyUnchecked(error)),
      requests: 0,
      dropped: 0,
      milliseconds: 0,
      violations: [],
      disputes: [],
      undetermined: [],
    };
  }
}

async function tryCheck(
  options: CheckOptions,
  operation: Operation,
  property: Property,
): Promise<CheckResult> {
  const { api, targets, profiles, headers = [], runs, writes, passTime, letterbox, now } = options;
  const send: Send = (request, sending) =>
    options.send(withGivenHeaders(request, headers), sending);
  const began = now();
  const { window = 0 } = api.policies.rateLimits ?? {};
  const idle = { operation: operation.id, property: property.id, requests: 0, dropped: 0 };
  const skipped = (reason: string): CheckResult => {
    const nothing = { milliseconds: 0, violations: [], disputes: [], undetermined: [] };
    return { ...idle, outcome: 'skipped', reason, ...nothing };
  };
  const targetOf = ({ servers }: Operation) =>
    servers.map(({ url }) => targets.get(url)).find((it) => it !== undefined);
  // What keeps a whole operation from being tried is known before anything is made up for it.
  const target = targetOf(operation);
  if (target === undefined)
    return skipped(`${HINDRANCES.target}${operation.servers[0]?.url ?? 'it'}`);
  const known = credentialFor(api, operation, profiles.good);
  const lacking = `${HINDRANCES.credential}${schemesOf(operation)}`;
  if (!known && !options.doorman) return skipped(lacking);
  const isLeft = !writes && (isWriting(operation) || property.writes === true);
  if (isLeft && isWriting(operation)) return skipped(HINDRANCES.writes);
  const [canWait, isListening] = [passTime !== undefined, letterbox !== undefined];
  const isRemembering = options.pool !== undefined;
  const reason = property.unless({ api, operation, profiles, canWait, isListening, isRemembering });
  if (reason !== undefined) return skipped(reason);
  if (isLeft) return skipped(HINDRANCES.writes);
  if (options.quotas === false && property.usesUpQuota) return skipped(HINDRANCES.quotas);
  if (!known) {
    // Whoever lets strangers in is told so once, and tried like any other.
    const isAboutIt = property.id.startsWith('auth.') && property.id !== 'auth.missing';
    if (isAboutIt || !(await options.doorman?.isOpen(operation, target, send)))
      return skipped(lacking);
  }
  const credential = known ?? NO_CREDENTIAL;
  const redactor = createRedactor(api, profiles, headers);
  const { repeat } = options;
  const latency = createLatencyCounter();
  let unsent = 0;
  const sendAndLearn: Send = async (request, sending) => {
    const hindrance = whyNotSendable(withGivenHeaders(request, headers));
    if (hindrance !== undefined) {
      unsent += 1;
      throw new NotSendable(hindrance);
    }
    const since = now();
    const exchange = await send(request, sending);
    latency.took(now() - since);
    redactor.learn(exchange);
    return exchange;
  };
  const recorder = options.keepExchanges
    ? createRecorder(sendAndLearn, now, redactor.exchange)
    : undefined;
  const observer = options.skipsCoverage
    ? undefined
    : createObserver({ api, target, operation, property: property.id });
  let waited = 0;
  let successes = 0;
  const { bench, tally, docket, settle } = createBench({
    api,
    operation,
    property: property.id,
    ground: property.ground,
    isLenient: options.isLenient === true,
    isAboutQuotas: property.usesUpQuota === true,
    target,
    targetOf,
    passTime,
    quotaWait: options.quotaWait ?? (passTime && createQuotaWait(passTime, window)),
    letterbox,
    pool: options.pool,
    now,
    credential,
    seed: seedOf(options.seed, operation.id, property.id),
    runs,
    isRepeated: options.isRepeated === true,
    effort: options.effort ?? EFFORT,
    failures: options.failures,
    shunned: options.shunned,
    successes: options.successes,
    send: recorder?.send ?? sendAndLearn,
    profiles,
    redactor,
    repeat,
    observe(exchange, isPlain) {
      if (isDocumentedSuccess(operation, exchange.response?.status)) successes += 1;
      observer?.observe(exchange, isPlain);
    },
    async takeTurn() {
      const since = now();
      await options.takeTurn?.(docket.violations);
      waited += now() - since;
    },
  });
  const thrown = await endOf(async () => {
    // A property may throw before it gives a promise.
    await property.check(bench);
  });
  const unsettled = await endOf(() => settle(thrown?.reason));
  const end = thrown ?? unsettled;
  const found = {
    violations: docket.violations(),
    disputes: docket.disputes(),
    undetermined: docket.undetermined(),
  };
  const sightings = observer?.sightings();
  const exchanges = recorder?.exchanges();
  const kept = {
    ...(sightings && { sightings }),
    latencies: latency.latencies(),
    ...(exchanges && { exchanges }),
    ...(successes > 0 && { isProven: true }),
    ...(tally.reach && { reach: tally.reach }),
  };
  const isDropped = tally.judged === 0 && tally.dropped + tally.open > 0;
  const isSpared = tally.isSpared === true && tally.judged + tally.dropped + tally.open === 0;
  const isUnsent = tally.requests === 0 && unsent > 0;
  const untested =
    tally.reason ??
    (isDropped ? (found.undetermined[0]?.reason ?? 'no generated request tests it') : undefined) ??
    (isSpared ? HINDRANCES.spared : undefined) ??
    (isUnsent ? 'HTTP can carry no request that it would send' : undefined) ??
    // What sent nothing has seen nothing that holds.
    (tally.requests === 0 ? 'there was no request to make of it' : undefined);
  if (untested !== undefined && end === undefined) {
    return {
      ...skipped(untested),
      requests: tally.requests,
      dropped: tally.dropped,
      ...found,
      ...kept,
    };
  }
  const seen = {
    requests: tally.requests,
    dropped: tally.dropped,
    milliseconds: now() - began - waited,
    ...kept,
  };
  const isViolated = found.violations.some((it) => it.property === property.id);
  if (end !== undefined && !isViolated) {
    return { ...idle, ...seen, ...end, reason: redactor.text(end.reason), ...found };
  }
  return { ...idle, ...seen, outcome: isViolated ? 'violated' : 'held', ...found };
}

/** Safe methods change nothing (RFC 9110, section 9.2.1), and other operations where they say so. */
function isWriting({ method, access }: Operation): boolean {
  return access !== 'read' && !['get', 'head', 'options', 'trace'].includes(method);
}

function schemesOf({ security }: Operation): string {
  return security.map((it) => [...it.keys()].join(' and ')).join(' or ');
}
