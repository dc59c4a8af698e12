import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Aside } from '../bench.ts';
import type { Complaint } from '../complaint.ts';
import type { Draft } from '../generation/draft.ts';
import type { AppliedCredential } from '../wire/credentials.ts';
import { unlessSendable } from '../wire/not-sendable.ts';
import type { Pool } from '../things/pool.ts';
import type { SendOptions } from '../wire/send.ts';
import { confirm, type Confirmed } from './confirm.ts';
import type { Docket } from './docket.ts';
import { toFair } from './fair.ts';
import { minimise } from './minimise.ts';

/** How an exchange came about: what was sent, and how. */
export interface Origin {
  readonly draft: Draft;
  readonly aside: Aside;
}

/** A complaint, the exchange that shows it, and whoever can look at another exchange in the same way. */
export interface Blamed extends Origin {
  readonly complaint: Complaint;
  readonly exchange: Exchange;
  readonly complaintsIn: (
    exchange: Exchange,
    draft: Draft,
  ) => readonly Complaint[] | Promise<readonly Complaint[]>;
}

interface AccuserOptions {
  readonly api: ApiModel;
  readonly operation: Operation;
  /** What a well-behaved client sends. */
  readonly credential: AppliedCredential;
  readonly docket: Docket;
  readonly exchangeOf: (draft: Draft, aside: Aside, sending?: SendOptions) => Promise<Exchange>;
  /** What is on the target: a smaller request is about the same thing. */
  readonly pool: Pool | undefined;
  /** Requests that may be sent to make one violation smaller. */
  readonly effort: number;
  /** Whether no other request of the run was cut off. */
  readonly isOneCut: () => boolean;
}

/** Makes sure of what was found before anybody is blamed. */
interface Accuser {
  /** Whether a complaint stands when its request is sent again; `base` is what the request was made of. */
  readonly stands: (blamed: Blamed, base?: Draft) => Promise<Confirmed>;
  /** Makes the request that shows something as small as it can be, while the same is said of it. */
  readonly shrink: (first: Blamed) => Promise<Blamed>;
}

/** Violations of one check that are made as small as can be; the effort for the others is what is left. */
const WORTH_IT = 5;
/** Characters of the drafts that are looked at for one of them. */
const PATIENCE = 4_000_000;

export function createAccuser({
  api,
  operation,
  credential,
  docket,
  exchangeOf,
  pool,
  effort: most,
  isOneCut,
}: AccuserOptions): Accuser {
  let effort = most * WORTH_IT;
  let patience = PATIENCE * WORTH_IT;
  // Where none is needed, none is what everybody sends.
  const isWellBehaved = (used: AppliedCredential | undefined): boolean =>
    used === undefined || JSON.stringify(used) === JSON.stringify(credential);
  return {
    stands({ complaint, exchange, draft, aside, complaintsIn }, base) {
      const isAsWritten = !aside.rewrite || aside.isWellBehaved === true;
      const isPlain = isAsWritten && isWellBehaved(aside.credential) && !base;
      const { operation: other } = aside;
      const fresh = { isFresh: true } as const;
      return confirm({
        complaint,
        exchange,
        isOneCut,
        async again() {
          const repeat = await exchangeOf(draft, aside, fresh).catch(unlessSendable);
          return repeat && { exchange: repeat, complaints: await complaintsIn(repeat, draft) };
        },
        plain: isPlain
          ? undefined
          : () =>
              exchangeOf(base ?? draft, other ? { operation: other } : {}, fresh).catch(
                unlessSendable,
              ),
      });
    },
    async shrink(first) {
      let smallest = first;
      const thing = pool?.thingIn(operation, first.draft);
      const isWell = toFair(api, operation, first.draft);
      const isFair: typeof isWell = (draft) =>
        (thing === undefined || pool?.thingIn(operation, draft) === thing) && isWell(draft);
      const { clause, message } = first.complaint;
      const showsTheSame = async (draft: Draft): Promise<boolean> => {
        const exchange = await exchangeOf(draft, first.aside).catch(unlessSendable);
        if (!exchange) return false;
        const complaints = await first.complaintsIn(exchange, draft);
        const complaint = complaints.find((it) => it.clause === clause && it.message === message);
        if (!complaint || !(await docket.isProven(complaint))) return false;
        smallest = { ...first, draft, complaint, exchange };
        return true;
      };
      const limits = { effort: Math.min(effort, most), patience: Math.min(patience, PATIENCE) };
      const search = { isFair, showsTheSame, ...limits };
      const { requests, looked } = await minimise(first.draft, search).catch((error: unknown) => {
        docket.keep(smallest.complaint, smallest.exchange);
        throw error;
      });
      effort -= requests;
      patience -= looked;
      return smallest;
    },
  };
}
