import { isSuccess } from '../flows/json-answer.ts';
import { figuresOf } from '../judges/quota-figures.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { Judgement, Remark } from './judgement.ts';
import type { Counted } from './counted.ts';
import { createLru } from './lru.ts';
import { createFlood, type Flood } from './quota-flood.ts';
import { createSharing } from './quota-sharing.ts';
import { createTwice } from './twice.ts';
import {
  windowEndOf,
  isUntold,
  isWithin,
  openWindow,
  settle,
  tell,
  type QuotaWindow,
  type WindowEnd,
} from './quota-window.ts';
import { isAfter } from './recorded-step.ts';

/** What is remembered of one client. */
interface Account {
  /** The latest windows, the last of them first. */
  windows: QuotaWindow[];
  readonly flood: Flood;
  /** How often a window after one that was used up began anew. */
  renewed: number;
  /** Whether the latest window that had a success was used up. */
  usedUp: QuotaWindow | undefined;
  /** Refusals that came when nothing was left, as they should. */
  rightly: number;
}

/** Clients that are remembered at once. */
const MOST_CLIENTS = 5000;
const TOO_MANY = 'more requests than the quota are let through';
const UNTOLD = () => 'the recording does not tell when a window begins';
const OTHERS = 'whoever else uses the same credential was not recorded';

/** Follows how clients use up their quotas. */
export function createQuotaBook(): { readonly take: (counted: Counted) => Judgement } {
  const accounts = createLru<Account>(MOST_CLIENTS);
  const sharing = createSharing();
  const isTwice = createTwice();
  return {
    take(counted) {
      const { client, step, policy, response } = counted;
      const end = windowEndOf(policy, step, response);
      const isTimed = step.began !== undefined && step.ended !== undefined;
      // Without a time only those are of one window that name the same end.
      if ((!isTimed && end.name === undefined) || isTwice(step)) return 'irrelevant';
      const account =
        accounts.get(client) ??
        accounts.set(client, {
          windows: [],
          flood: createFlood(),
          renewed: 0,
          usedUp: undefined,
          rightly: 0,
        });
      const window = windowFor(account, counted, end);
      if (!isTimed) return isSuccess(step.exchange) ? judgeUntimed(counted, window) : 'irrelevant';
      settle(window, step);
      if (isSuccess(step.exchange)) {
        return [...judgeSuccess(counted, account, window), ...sharing.take(counted, window)];
      }
      return judgeRefusal(counted, account, window);
    },
  };
}

function windowFor(account: Account, { step }: Counted, end: WindowEnd): QuotaWindow {
  const known = account.windows.find((it) => isWithin(it, step, end));
  if (known) {
    if (end.until > known.end.until) known.end = { ...end, name: known.end.name ?? end.name };
    return known;
  }
  const fresh = openWindow(end, step);
  account.windows = [fresh, ...account.windows].slice(0, 2);
  return fresh;
}

/** How many have the same window needs no order. */
function judgeUntimed({ quota, ...counted }: Counted, window: QuotaWindow): readonly Remark[] {
  window.used += 1;
  window.open.push(Infinity);
  if (quota === undefined || window.used <= quota) return [];
  const { response, policy, clause } = counted;
  const seen = `${window.used} requests of one window are answered ${response.status}`;
  return [{ message: TOO_MANY, clause, states: wordsOf(policy, quota), seen }];
}

function wordsOf({ window }: RateLimitPolicy, quota: number | undefined): string {
  return quota === undefined
    ? `a quota for each ${window} seconds`
    : `${quota} requests in ${window} seconds`;
}

function judgeSuccess(counted: Counted, account: Account, window: QuotaWindow): readonly Remark[] {
  const { step, response, policy, quota, clause } = counted;
  const { ended = 0 } = step;
  const { remaining, limit } = figuresOf(policy, response, { timeOf: () => Number.NaN });
  const most = quota ?? limit;
  const states = wordsOf(policy, most);
  const blame = (message: string, seen: string): Remark => ({ message, clause, states, seen });
  const left = `${policy.headers.remaining}: ${remaining}`;
  const { told } = window;
  const isLater = told !== undefined && isAfter(step, told.ended);
  const nth = window.used + 1;
  const found: Remark[] = [];
  if (quota !== undefined && nth > quota) {
    const seen = `request ${nth} of the window is answered ${response.status}`;
    found.push(blame(TOO_MANY, seen));
  } else if (isLater && told.remaining === 0) {
    const seen = `nothing was left, and the next request of the window is answered ${response.status}`;
    found.push(blame(TOO_MANY, seen));
  } else if (isLater && remaining !== undefined && remaining >= told.remaining) {
    const seen = `${left}, after ${told.remaining} in the same window`;
    found.push(blame('the remaining requests are not counted down', seen));
  } else if (most !== undefined && remaining !== undefined && remaining > most - window.done - 1) {
    const isFirst = window.done === 0;
    const what = isFirst
      ? 'the first request is not counted'
      : 'more requests are left than can be';
    found.push(blame(what, `${left}, after ${window.done + 1} of ${most}`));
  }
  const flooded = found.length === 0 ? account.flood.take(counted, remaining) : undefined;
  if (flooded?.isProven === true) found.push(blame(TOO_MANY, flooded.seen));
  else if (flooded && isUntold(window)) {
    found.push({ ...blame(TOO_MANY, flooded.seen), kind: 'in two windows', unless: UNTOLD });
  }
  if (account.usedUp && account.usedUp !== window) account.renewed += 1;
  window.used += 1;
  window.open.push(ended);
  window.operations.add(step.operation.id);
  tell(window, remaining, ended);
  account.usedUp = window.told?.remaining === 0 ? window : undefined;
  return found;
}

function judgeRefusal(
  { step, response, policy, quota, clause, refused }: Counted,
  account: Account,
  window: QuotaWindow,
): Judgement {
  const { status } = response;
  const { told } = window;
  const states = wordsOf(policy, quota);
  const blame = (about: string, message: string, seen: string, contrary: () => number): Remark => ({
    message,
    clause,
    states,
    seen,
    doubt: { about, why: OTHERS, contrary },
  });
  const isLater = told !== undefined && isAfter(step, told.ended);
  if (status !== refused) {
    // What fails, or forbids, only when nothing is left is how the quota is refused.
    if (status !== 403 && status < 500) return 'irrelevant';
    if (!isLater || told.remaining > 0 || !window.operations.has(step.operation.id))
      return 'irrelevant';
    const seen = `nothing is left, and the answer is ${status}`;
    const message = `a request too many is answered ${status}, not ${refused}`;
    return [blame(window.id, message, seen, () => account.rightly)];
  }
  account.usedUp ??= account.windows.find((it) => it.used > 0);
  const former = account.usedUp;
  const { began = 0 } = step;
  if (former && former !== window && window.used === 0 && began > former.end.over) {
    const late = Math.floor((began - former.end.over) / (policy.window * 1000));
    const seen = `the window has passed, and the first request is answered ${status}`;
    return [
      blame(`${former.id} ${late}`, 'the quota does not begin anew', seen, () => account.renewed),
    ];
  }
  if (isLater && told.remaining > 0 && window.used > 0) {
    const seen = `${told.remaining} were left, and the next request is answered ${status}`;
    return [blame(window.id, 'the quota ends too early', seen, () => account.rightly)];
  }
  account.rightly += 1;
  const { remaining } = figuresOf(policy, response, { timeOf: () => Number.NaN });
  tell(window, remaining, step.ended ?? 0);
  return [];
}
