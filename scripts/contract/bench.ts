import type * as fc from 'fast-check';
import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Ground } from '../result/ground.ts';
import type { Reach } from '../result/reach.ts';
import type { Exchange, WireRequest, WireResponse } from '../wire/exchange.ts';
import type { Complaint } from './complaint.ts';
import type { Draft } from './generation/draft.ts';
import type { Letterbox } from './letterbox.ts';
import type { AppliedCredential } from './wire/credentials.ts';
import type { Profiles } from './wire/profiles.ts';
import type { Pool } from './things/pool.ts';

/** A complaint before it is said whose property it is. */
export type Objection = Omit<Complaint, 'property'>;

/**
 * What a judge makes of an exchange: nothing to say, a complaint, that it tests nothing, or that nothing
 * says whether it is right.
 */
export type Verdict = Objection | 'irrelevant' | { readonly undetermined: string } | undefined;

/** What a judge may make of an exchange: several complaints as well. */
export type Judged = Verdict | readonly Objection[];

/** How a request is sent otherwise than a well-behaved client would. */
export interface Aside {
  /** Another operation than the one on trial, with the good credential unless said. */
  readonly operation?: Operation;
  /** Instead of the credential that a well-behaved client sends. */
  readonly credential?: AppliedCredential;
  /** Changes the request after it was written down. */
  readonly rewrite?: (request: WireRequest) => WireRequest;
  /** Set where the request is then what a well-behaved client may send as well: it needs no other to compare it with. */
  readonly isWellBehaved?: true;
  /**
   * Whether the answer to such a request is covered by the operation's responses; true unless said. With
   * a ground, what they do not cover rests on it.
   */
  readonly conforming?: boolean | Ground;
  /** Set where the key of the draft is sent (`Idempotency-Key`), and not one that no other request has. */
  readonly keepsKey?: true;
  /** Set where it goes over a connection of its own, so that no other request has to do with the answer. */
  readonly isFresh?: true;
  /** Set where nothing that is there takes the place of what the draft names. */
  readonly isAsItIs?: boolean;
}

/** One attempt to falsify a property. */
export interface Attempt extends Aside {
  readonly drafts: fc.Arbitrary<Draft>;
  /** What the drafts were made of, where they are not valid: where it fails too, they show nothing. */
  readonly base?: Draft | undefined;
  /** Set where the drafts were changed on purpose, so that nothing else takes the place of what was. */
  readonly isChanged?: true;
  /** Tried first, as they are. */
  readonly examples?: readonly Draft[];
  readonly runs: number;
  /** Which of several attempts that make up drafts it is, so that each has others; the first when left out. */
  readonly round?: number;
  /** The first complaint that is proven counts. */
  readonly judge: (exchange: Exchange, draft: Draft) => Judged | Promise<Judged>;
}

/** Moves the clock of a target on by milliseconds. */
export type PassTime = (milliseconds: number) => Promise<void>;

/** Where a property meets a target: it sends, counts, and keeps what was found. */
export interface Bench {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly target: string;
  readonly runs: number;
  /** Set where all that is the same each time was tried before: only what is made up is left. */
  readonly isRepeated: boolean;
  readonly profiles: Profiles;
  /** Lets time pass for the target, in milliseconds; undefined where nobody can. */
  readonly passTime: PassTime | undefined;
  /** Waits for a window in which no quota is used up yet; undefined where nobody may wait so long. */
  readonly awaitWindow: (() => Promise<void>) | undefined;
  /** Where the target's webhooks arrive; undefined where nobody listens for them. */
  readonly letterbox: Letterbox | undefined;
  /** What is on the target as far as it has shown; undefined for a mock, which has what the description shows. */
  readonly pool: Pool | undefined;
  /**
   * The newest request of the operation that succeeded, whichever check sent it; undefined where none did so far,
   * and for a mock, which takes what the description shows.
   */
  readonly succeeded: () => Draft | undefined;
  /**
   * Where the target took none of the requests that are made up first (`richDrafts`), the fullest that it did take:
   * a change to what is refused anyway shows nothing. Undefined where it took one of them, or none at all.
   */
  readonly tookInstead: () => Draft | undefined;
  /** Whether the target refused as invalid all that was valid so far; never of a mock. */
  readonly isRefused: () => boolean;
  /** What time it was for the target when it answered, in milliseconds since the epoch. */
  readonly timeOf: (response: WireResponse) => number;
  /** Sends until something is proven; tells whether it was. */
  readonly falsify: (attempt: Attempt) => Promise<boolean>;
  /** Sends one request, counts it, and has the answer's conformance judged. */
  readonly exchange: (draft: Draft, attempt: Aside) => Promise<Exchange>;
  /** Makes sure of what was complained about, and lets other checks go first. */
  readonly giveWay: () => Promise<void>;
  /**
   * Keeps what an exchange falsified, if anything. With a judge the request is sent again when the check has
   * ended, and what does not repeat is left open; without, whoever complains has made sure.
   */
  readonly complain: (
    verdict: Verdict,
    exchange: Exchange,
    judge?: (exchange: Exchange) => Judged | Promise<Judged>,
  ) => void;
  /** Says how many of the ways to change a request were tried. */
  readonly tellReach: (reach: Reach) => void;
  /** Says why the target gave nothing to judge: the check then counts as skipped. */
  readonly learnNothing: (reason: string) => void;
}
