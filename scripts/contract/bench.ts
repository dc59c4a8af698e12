import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../core/api-model.ts';
import type { Violation } from '../core/contract-run.ts';
import type { Exchange, WireRequest } from '../core/exchange.ts';
import { toViolation, type Complaint } from './complaint.ts';
import type { Draft } from './generation/draft.ts';
import { objectionsTo } from './judges/conformance.ts';
import { encodeRequest } from './wire/encode.ts';
import type { AppliedCredential } from './wire/credentials.ts';
import type { Profiles } from './wire/profiles.ts';
import type { Redact } from './wire/redact.ts';
import type { Send } from './wire/send.ts';

/** What a judge makes of an exchange: nothing to say, a complaint, or that it tests nothing. */
export type Verdict = Omit<Complaint, 'property'> | 'irrelevant' | undefined;

/** How a request is sent otherwise than a well-behaved client would. */
interface Aside {
  /** Instead of the credential that a well-behaved client sends. */
  readonly credential?: AppliedCredential;
  /** Changes the request after it was written down. */
  readonly rewrite?: (request: WireRequest) => WireRequest;
  /** Whether the answer to such a request is covered by the operation's responses; true unless said. */
  readonly conforming?: boolean;
}

/** One attempt to falsify a property. */
interface Attempt extends Aside {
  readonly drafts: fc.Arbitrary<Draft>;
  /** Tried first, as they are. */
  readonly examples?: readonly Draft[];
  readonly runs: number;
  readonly judge: (exchange: Exchange, draft: Draft) => Verdict;
}

/** Where a property meets a target: it sends, counts, and keeps what was found. */
export interface Bench {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly target: string;
  readonly runs: number;
  readonly profiles: Profiles;
  readonly falsify: (attempt: Attempt) => Promise<void>;
  /** Sends one request, counts it, and has the answer's conformance judged. */
  readonly exchange: (draft: Draft, attempt: Aside) => Promise<Exchange>;
  /** Keeps what an exchange falsified. */
  readonly complain: (verdict: Omit<Complaint, 'property'>, exchange: Exchange) => void;
}

interface BenchOptions {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly property: string;
  readonly target: string;
  readonly credential: AppliedCredential;
  readonly profiles: Profiles;
  readonly seed: number;
  readonly runs: number;
  readonly send: Send;
  readonly redact: Redact;
}

/** What a bench has counted and found so far. */
export interface Tally {
  requests: number;
  dropped: number;
  readonly violations: Map<string, Violation>;
}

export function createBench(options: BenchOptions): { bench: Bench; tally: Tally } {
  const { api, operation, property, target, credential, profiles, seed, runs, send } = options;
  const tally: Tally = { requests: 0, dropped: 0, violations: new Map() };
  const keep = (complaint: Complaint, exchange: Exchange): void => {
    const violation = toViolation(options, complaint, exchange);
    tally.violations.set(violation.id, violation);
  };

  const exchangeOf = async (draft: Draft, aside: Aside): Promise<Exchange> => {
    const written = encodeRequest(target, operation, draft, aside.credential ?? credential);
    tally.requests += 1;
    return await send(aside.rewrite?.(written) ?? written);
  };
  const judgeConformance = (aside: Aside, answered: Exchange): void => {
    if (aside.conforming === false || property === 'conformance') return;
    for (const objection of objectionsTo(api, operation, answered)) {
      keep({ property: 'conformance', ...objection }, answered);
    }
  };

  const falsify = async (attempt: Attempt): Promise<void> => {
    let smallest: { complaint: Complaint; exchange: Exchange } | undefined;
    const holds = async (draft: Draft): Promise<boolean> => {
      const answered = await exchangeOf(draft, attempt);
      const verdict = attempt.judge(answered, draft);
      if (verdict === 'irrelevant') tally.dropped += 1;
      else if (verdict) {
        smallest = { complaint: { property, ...verdict }, exchange: answered };
        return false;
      }
      judgeConformance(attempt, answered);
      return true;
    };
    // fast-check takes whatever is thrown for a counterexample; here only a verdict is one.
    let thrown: { readonly error: unknown } | undefined;
    const holdsOrThrew = async (draft: Draft): Promise<boolean> => {
      if (thrown) return true;
      return await holds(draft).catch((error: unknown) => {
        thrown = { error };
        return true;
      });
    };
    const examples = (attempt.examples ?? []).map((draft): [Draft] => [draft]);
    await fc.check(fc.asyncProperty(attempt.drafts, holdsOrThrew), {
      seed,
      numRuns: attempt.runs + examples.length,
      examples,
    });
    if (smallest) keep(smallest.complaint, smallest.exchange);
    if (thrown) throw thrown.error;
  };

  const exchange = async (draft: Draft, aside: Aside): Promise<Exchange> => {
    const answered = await exchangeOf(draft, aside);
    judgeConformance(aside, answered);
    return answered;
  };
  const complain: Bench['complain'] = (verdict, against) => keep({ property, ...verdict }, against);
  return {
    bench: { api, operation, target, runs, profiles, falsify, exchange, complain },
    tally,
  };
}
