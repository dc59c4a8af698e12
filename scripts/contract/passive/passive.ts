import type { ApiModel } from '../../model/api-model.ts';
import type {
  CheckResult,
  ContractRun,
  Traffic,
  UnmatchedRequest,
  Violation,
} from '../../result/contract-run.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { toViolation } from '../complaint.ts';
import type { Targets } from '../contract.ts';
import { coverageOf, withoutSightings } from '../coverage/coverage.ts';
import { createObserver, type Observer } from '../coverage/observe.ts';
import { disagreementOn } from '../proof/disagreement.ts';
import { credentialsIn, toRecordedRedactor } from './credentials.ts';
import { PASSIVE_PROPERTIES } from './passive-properties.ts';
import { toMatcher, type Match } from './match.ts';
import type { Recorded } from './recorded.ts';

interface PassiveOptions {
  /** The file of recorded traffic. */
  readonly file: string;
  /** Addresses at which the documented servers stand in the recording, besides their own. */
  readonly targets: Targets;
  readonly now: () => number;
}

/** Different requests that are listed as belonging to no operation. */
const MOST_UNMATCHED = 50;
/** Different requests that are counted at all: traffic is as long as it likes. */
const MOST_COUNTED = 10_000;

/** What has been counted and found of one property on one operation. */
interface Tally {
  requests: number;
  dropped: number;
  readonly violations: Map<string, Violation>;
  readonly disputes: Map<string, CheckResult['disputes'][number]>;
  readonly observer: Observer | undefined;
}

/** Judges recorded traffic of one API: the exchanges come one by one, and none is kept. */
export interface PassiveRun {
  readonly take: (recorded: Recorded) => Promise<void>;
  readonly end: () => ContractRun;
}

export function createPassiveRun(api: ApiModel, options: PassiveOptions): PassiveRun {
  const { file, targets, now } = options;
  const began = now();
  const match = toMatcher(api, targets);
  const tallies = new Map<string, Tally>();
  const unmatched = new Map<string, UnmatchedRequest>();
  const authenticated = new Set<string>();
  const traffic = { exchanges: 0, matched: 0, unanswered: 0, withoutContent: 0 };

  const tallyOf = (key: string, observer: () => Observer | undefined): Tally => {
    const known = tallies.get(key);
    if (known) return known;
    const fresh: Tally = {
      requests: 0,
      dropped: 0,
      violations: new Map(),
      disputes: new Map(),
      observer: observer(),
    };
    tallies.set(key, fresh);
    return fresh;
  };

  const judge = async (matched: Match, recorded: Recorded): Promise<void> => {
    const { operation, base } = matched;
    const { exchange, location } = recorded;
    for (const { id, judge: judgeProperty } of PASSIVE_PROPERTIES) {
      const isFirst = id === 'conformance';
      const tally = tallyOf(`${operation.id} ${id}`, () =>
        isFirst ? createObserver({ api, target: base, operation, property: id }) : undefined,
      );
      if (isFirst) tally.observer?.observe(exchange, true);
      const complaints = judgeProperty(api, matched, recorded);
      tally.requests += 1;
      if (complaints === 'irrelevant') {
        tally.dropped += 1;
        continue;
      }
      for (const complaint of complaints) {
        const disagreement = await disagreementOn(api, complaint.rests ?? []);
        if (disagreement) {
          const { clause, message } = disagreement;
          const former = tally.disputes.get(clause)?.exchanges ?? 0;
          tally.disputes.set(clause, {
            operation: operation.id,
            property: id,
            clause,
            location: api.locate(clause),
            message,
            exchanges: former + 1,
          });
          continue;
        }
        const redactor = toRecordedRedactor(api, exchange);
        const trial = { api, operation, seed: 0, redactor };
        const violation = toViolation(trial, { property: id, ...complaint }, exchange);
        // The first of its kind stands: the file is read from its beginning.
        if (!tally.violations.has(violation.id)) {
          tally.violations.set(violation.id, {
            ...violation,
            recorded: location,
            replay: undefined,
          });
        }
      }
    }
  };

  return {
    async take(recorded) {
      const { exchange, hasContent } = recorded;
      traffic.exchanges += 1;
      const matched = match(exchange.request);
      if ('why' in matched) {
        count(unmatched, exchange, matched.why);
        return;
      }
      traffic.matched += 1;
      for (const scheme of credentialsIn(api, exchange.request).keys()) authenticated.add(scheme);
      if (!exchange.response) {
        traffic.unanswered += 1;
        return;
      }
      if (!hasContent) traffic.withoutContent += 1;
      await judge(matched, recorded);
    },
    end() {
      const results = resultsOf(api, tallies, authenticated.size > 0);
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
        traffic: { ...traffic, unmatched: mostFrequent(unmatched) } satisfies Traffic,
      };
    },
  };
}

function resultsOf(
  { operations }: ApiModel,
  tallies: ReadonlyMap<string, Tally>,
  isAuthenticated: boolean,
): CheckResult[] {
  return operations.flatMap(({ id }) =>
    PASSIVE_PROPERTIES.map(({ id: property }): CheckResult => {
      const tally = tallies.get(`${id} ${property}`);
      const { requests = 0, dropped = 0, violations, disputes, observer } = tally ?? {};
      const shared = {
        operation: id,
        property,
        requests: property === 'conformance' ? requests : 0,
        dropped: 0,
        milliseconds: 0,
        disputes: [...(disputes?.values() ?? [])],
        undetermined: [],
        ...(observer && { sightings: observer.sightings() }),
      };
      const skipped = (reason: string): CheckResult => {
        return { ...shared, outcome: 'skipped', reason, violations: [] };
      };
      if (requests === 0) return skipped('the recording has no answer of it');
      if (requests === dropped) return skipped('no recorded exchange tests it');
      // A recorder that leaves all credentials out proves nothing about requests without one.
      if (property === 'auth.missing' && !isAuthenticated)
        return skipped('the recording shows no credential at all');
      const found = [...(violations?.values() ?? [])];
      return { ...shared, outcome: found.length > 0 ? 'violated' : 'held', violations: found };
    }),
  );
}

function count(
  unmatched: Map<string, UnmatchedRequest>,
  { request }: Exchange,
  why: UnmatchedRequest['why'],
): void {
  const { origin, pathname } = new URL(request.url);
  const url = `${origin}${pathname}`;
  const key = `${request.method} ${url}`;
  const former = unmatched.get(key);
  if (!former && unmatched.size >= MOST_COUNTED) return;
  unmatched.set(key, { method: request.method, url, why, count: (former?.count ?? 0) + 1 });
}

function mostFrequent(unmatched: ReadonlyMap<string, UnmatchedRequest>): UnmatchedRequest[] {
  return [...unmatched.values()]
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_UNMATCHED);
}
