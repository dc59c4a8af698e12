import { responseFor } from '../../model/documented-response.ts';
import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { isChangeSendable } from '../generation/change.ts';
import { isRoutable, type Draft } from '../generation/draft.ts';
import { isWithinLimits } from '../generation/within-limits.ts';
import { withoutReadOnly } from '../generation/without-read-only.ts';
import { isExcluded } from '../judges/accepted.ts';
import { noAcceptance } from '../judges/no-acceptance.ts';
import { isLongHeadRefused } from '../../refusal/is-long-head.ts';
import { isDeleting } from '../things/kinds.ts';
import { unlessSendable } from '../wire/not-sendable.ts';
import { inputPlaces, put, type Given, type InputPlace } from './input-place.ts';
import { renewed } from './renewed.ts';

/** What a server makes of a valid request: it takes it, refuses it for what it says, or something else. */
interface Reaction {
  readonly kind: 'taken' | 'refused' | 'other';
  readonly exchange: Exchange;
}

/** Asks a server about valid requests, of which only one place is of interest. */
export interface Inquiry {
  /** Undefined where the description does not allow the request, it cannot be sent, or enough was asked. */
  readonly send: (
    draft: Draft,
    place?: InputPlace,
    sending?: { readonly isFresh: true },
  ) => Promise<Reaction | undefined>;
  /** Asks with a value at a place, where all else stays as it is in a request. */
  readonly ask: (
    draft: Draft,
    place: InputPlace,
    value: Given,
    sending?: { readonly isFresh: true },
  ) => Promise<Reaction | undefined>;
  /** From here on each request has texts of its own: what has a name may be there once. */
  readonly renew: () => void;
  readonly isAllowed: (draft: Draft, place?: InputPlace) => boolean;
  /** Another number each time: what may be there once is then made up anew. */
  readonly next: () => number;
  /**
   * From here on an answer of this status counts as taken, too: where nothing succeeds, whoever gets so far was
   * not refused for what it says.
   */
  readonly standOn: (status: number) => void;
  /** What it is called that a request was taken: `taken`, or the status that stands for it. */
  readonly takenAs: () => string;
}

/** Statuses by which servers refuse what a request says (RFC 9110, section 15.5). */
const REFUSALS = [400, 422];

/**
 * The statuses in which an operation may refuse what a request says and leaves the reason open: those that are
 * documented, and where nothing tells how a refusal is answered the others, too.
 */
export function openRefusals(operation: Operation): readonly number[] {
  const isUntold = operation.errors.invalid === undefined;
  return REFUSALS.filter(
    (it) => !isExcluded(operation, it) && (isUntold || responseFor(operation, it) !== undefined),
  );
}

/** What asks at most so many times. */
export function createInquiry(
  { api, operation, exchange }: Pick<Bench, 'api' | 'operation' | 'exchange'>,
  most: number,
): Inquiry {
  const refusals = openRefusals(operation);
  const isWriting = !['get', 'head', 'options'].includes(operation.method);
  let left = most;
  let isRenewing = false;
  let count = 0;
  let given = 0;
  let stand: number | undefined;
  const isAllowed: Inquiry['isAllowed'] = (draft, place) =>
    isRoutable(draft) &&
    (!place ||
      isChangeSendable(api, { part: place.part, keyword: '', at: '#', value: null }, draft)) &&
    isWithinLimits(operation, draft) &&
    withoutReadOnly(api, operation, draft) === draft &&
    readDraft(api, operation, draft).length === 0;
  const kindOf = (answered: Exchange, place: InputPlace | undefined): Reaction['kind'] => {
    const { response } = answered;
    if (!response || isLongHeadRefused(answered)) return 'other';
    const { status } = response;
    if (refusals.includes(status)) return 'refused';
    // Whoever looks for what a path names has taken the name.
    if (status === 404 && place?.part.parameter?.in === 'path') return 'taken';
    if (status === stand) return 'taken';
    return status >= 200 && status < 300 && !noAcceptance(response) ? 'taken' : 'other';
  };
  const send: Inquiry['send'] = async (draft, place, sending) => {
    if (left <= 0 || !isAllowed(draft, place)) return undefined;
    left -= 1;
    count += 1;
    const own =
      isRenewing && isWriting
        ? renewed(inputPlaces(api, operation, draft), draft, place, count, (it) =>
            isAllowed(it, place),
          )
        : draft;
    const aside = { ...sending, isAsItIs: isDeleting(operation) };
    const answered = await exchange(own, aside).catch(unlessSendable);
    return answered && { kind: kindOf(answered, place), exchange: answered };
  };
  return {
    send,
    ask: (draft, place, value, sending) => send(put(draft, place, value), place, sending),
    renew: () => void (isRenewing = true),
    isAllowed,
    next: () => (given += 1),
    standOn: (status) => void (stand = status),
    takenAs: () => (stand === undefined ? 'taken' : String(stand)),
  };
}
