import type { ApiModel } from '../../model/api-model.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import type { Traffic, UnmatchedRequest } from '../../result/traffic.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { idOf, toViolation, type Repeat } from '../complaint.ts';
import type { Targets } from '../check-options.ts';
import { citedClaims } from '../cited-claims.ts';
import { coverageOf, withoutSightings } from '../coverage/coverage.ts';
import { createObserver } from '../coverage/observe.ts';
import { disagreementOn } from '../proof/disagreement.ts';
import { NO_PROFILES, type Profiles } from '../wire/profiles.ts';
import { toRecordedRedactor } from './recorded-redactor.ts';
import { createInOrder, type Turn } from './in-order.ts';
import type { PassiveContext, PassiveProperty, Remark } from './judgement.ts';
import { knownCredentials } from './known-credentials.ts';
import { toMatcher } from './match.ts';
import { PASSIVE_PROPERTIES } from './passive-properties.ts';
import type { Recorded } from './recorded.ts';
import { createRecordingShown } from './recording-shown.ts';
import { stateWatchOf } from './state-watch.ts';
import { toRecordedStep, type RecordedStep } from './recorded-step.ts';
import {
  createPassiveTally,
  isNews,
  keepFound,
  resultsOf,
  type PassiveTally,
} from './passive-tally.ts';
import { unprovenIn } from './unproven.ts';

interface PassiveOptions {
  /** The file of recorded traffic. */
  readonly file: string;
  /** Addresses at which the documented servers stand in the recording, besides their own. */
  readonly targets: Targets;
  /** Secrets about which the user has told something; none unless said. */
  readonly profiles?: Profiles | undefined;
  /** What the lines that repeat a violation need. */
  readonly repeat?: Repeat | undefined;
  readonly now: () => number;
}

/** Different requests that are listed as belonging to no operation. */
const MOST_UNMATCHED = 50;
/** Different requests that are counted at all: traffic is as long as it likes. */
const MOST_COUNTED = 10_000;

/** Judges recorded traffic of one API: the exchanges come one by one, and few are kept, for a while. */
export interface PassiveRun {
  readonly take: (recorded: Recorded) => Promise<void>;
  /** Ends it; `brokenAt` is the line where the file breaks off, if it does. */
  readonly end: (brokenAt?: number) => Promise<ContractRun>;
}

export function createPassiveRun(api: ApiModel, options: PassiveOptions): PassiveRun {
  const { file, targets, repeat, now } = options;
  const began = now();
  const match = toMatcher(api, targets);
  const tallies = new Map<string, PassiveTally>();
  const unmatched = new Map<string, UnmatchedRequest>();
  const traffic = { exchanges: 0, matched: 0, unanswered: 0, withoutContent: 0 };
  const known = knownCredentials(api, options.profiles ?? NO_PROFILES);
  const context: PassiveContext = { api, known, shown: createRecordingShown(api) };
  const judges = PASSIVE_PROPERTIES.map((property) => {
    return { property, judge: property.begin(context) };
  });
  const order = createInOrder();

  const tallyOf = ({ operation, base }: RecordedStep, property: PassiveProperty): PassiveTally => {
    const key = `${operation.id} ${property.id}`;
    const counted = tallies.get(key);
    if (counted) return counted;
    const observer =
      property.id === 'conformance'
        ? createObserver({ api, target: base, operation, property: property.id })
        : undefined;
    const fresh = createPassiveTally(observer, property.unless(api, operation));
    tallies.set(key, fresh);
    return fresh;
  };

  const keep = async (
    tally: PassiveTally,
    property: string,
    remark: Remark,
    step: RecordedStep,
  ): Promise<void> => {
    const { operation, exchange, location } = step;
    const { doubt: _doubt, unless: _unless, ...complaint } = remark;
    if (!isNews(tally, idOf({ api, operation }, { property, ...complaint }), remark)) return;
    const disagreement = await disagreementOn(api, complaint.rests ?? []);
    if (disagreement) {
      const { clause, message } = disagreement;
      const exchanges = (tally.disputes.get(clause)?.exchanges ?? 0) + 1;
      const at = api.locate(clause);
      tally.disputes.set(clause, {
        operation: operation.id,
        property,
        clause,
        location: at,
        message,
        exchanges,
      });
      return;
    }
    const redactor = toRecordedRedactor(api, exchange);
    const trial = { api, operation, seed: 0, redactor, repeat };
    const violation = toViolation(trial, { property, ...complaint }, exchange);
    // The first of its kind stands: the file is read from its beginning.
    keepFound(tally, { ...violation, recorded: location, replay: undefined }, remark);
  };

  const judge = async (turn: Turn): Promise<void> => {
    const { exchange, hasContent } = turn;
    const matched = match(exchange.request);
    if ('why' in matched) {
      count(unmatched, exchange, matched.why);
      return;
    }
    traffic.matched += 1;
    const step = toRecordedStep(api, matched, turn);
    context.shown.see(step);
    if (!exchange.response) {
      traffic.unanswered += 1;
      // It may have been carried out all the same.
      stateWatchOf(context).take(step);
      return;
    }
    if (!hasContent) traffic.withoutContent += 1;
    for (const { property, judge: judgeProperty } of judges) {
      const tally = tallyOf(step, property);
      tally.observer?.observe(exchange, true);
      const remarks = judgeProperty(step);
      tally.requests += 1;
      if (remarks === 'irrelevant' || tally.silent !== undefined) tally.dropped += 1;
      else for (const remark of remarks) await keep(tally, property.id, remark, step);
    }
  };

  return {
    async take(recorded) {
      traffic.exchanges += 1;
      for (const next of order.take(recorded)) await judge(next);
    },
    async end(brokenAt) {
      for (const next of order.end()) await judge(next);
      const results = resultsOf(context, tallies);
      return {
        api: api.name,
        title: api.title,
        target: file,
        mode: 'passive',
        started: new Date(began).toISOString(),
        seed: 0,
        runs: 0,
        milliseconds: now() - began,
        ...(api.aside.length > 0 && { leftAside: api.aside }),
        operations: api.operations.map(({ id, method, path, pointer }) => ({
          id,
          method,
          path,
          location: api.locate(pointer),
        })),
        properties: PASSIVE_PROPERTIES.map(({ id, title }) => ({ id, title })),
        results: withoutSightings(results),
        coverage: coverageOf(api, results),
        claims: citedClaims(api, results),
        traffic: {
          ...traffic,
          unmatched: mostFrequent(unmatched),
          unproven: unprovenIn(context, results, {
            late: order.late(),
            broken: brokenAt === undefined ? undefined : `${file}:${brokenAt}`,
          }),
        } satisfies Traffic,
      };
    },
  };
}

function count(
  unmatched: Map<string, UnmatchedRequest>,
  { request }: Exchange,
  why: UnmatchedRequest['why'],
): void {
  const url = addressShown(request.url);
  const key = `${request.method} ${url}`;
  const former = unmatched.get(key);
  if (!former && unmatched.size >= MOST_COUNTED) return;
  unmatched.set(key, { method: request.method, url, why, count: (former?.count ?? 0) + 1 });
}

/** Characters of an address that are shown. */
const LONGEST_ADDRESS = 200;

/** Where a request went, without its query, which may hold secrets; of what has no host (`data:`) no more than its kind. */
function addressShown(address: string): string {
  const url = URL.parse(address);
  if (url?.host === '') return `${url.protocol}…`;
  const [written = ''] = address.split(/[?#]/, 1);
  const shown = url ? `${url.protocol}//${url.host}${url.pathname}` : written;
  return shown.length > LONGEST_ADDRESS ? `${shown.slice(0, LONGEST_ADDRESS)}…` : shown;
}

function mostFrequent(unmatched: ReadonlyMap<string, UnmatchedRequest>): UnmatchedRequest[] {
  return [...unmatched.values()]
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_UNMATCHED);
}
