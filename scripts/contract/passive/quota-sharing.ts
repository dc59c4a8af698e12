import { figuresOf } from '../judges/quota-figures.ts';
import type { Remark } from './judgement.ts';
import { createLru } from './lru.ts';
import type { Counted } from './counted.ts';
import type { QuotaWindow } from './quota-window.ts';
import { append } from '../../base/json-pointer.ts';
import { isAfter } from './recorded-step.ts';

/** How all clients stand in one category. */
interface Category {
  /** Requests that were answered with success, of whichever client. */
  total: number;
  /** When the latest of them was answered. */
  ended: number;
}

/** How a client stood when it was last told. */
interface Standing {
  readonly window: QuotaWindow;
  readonly remaining: number;
  readonly total: number;
}

const MOST_CLIENTS = 5000;
/** Times that the count of one client must have gone down by what another sent. */
const TIMES = 4;

/**
 * Compares how much a client has left with what it sent itself: where that goes down by exactly what the
 * others have sent meanwhile, time after time, they are counted together.
 */
export function createSharing() {
  const categories = createLru<Category>(1000);
  const standings = createLru<Standing>(MOST_CLIENTS);
  let contrary = 0;
  return {
    take(
      { step, response, policy, client, category }: Counted,
      window: QuotaWindow,
    ): readonly Remark[] {
      const all =
        categories.get(category) ?? categories.set(category, { total: 0, ended: -Infinity });
      const isAlone = isAfter(step, all.ended, 'any');
      const { remaining } = figuresOf(policy, response, { timeOf: () => Number.NaN });
      const before = standings.get(client);
      const others = before ? all.total - before.total : 0;
      all.total += 1;
      all.ended = Math.max(all.ended, step.ended ?? Infinity);
      if (remaining === undefined || !isAlone) {
        standings.delete(client);
        return [];
      }
      standings.set(client, { window, remaining, total: all.total });
      if (!before || before.window !== window || others === 0) return [];
      if (before.remaining - remaining !== others + 1) {
        contrary += 1;
        return [];
      }
      return [
        {
          message: 'the quota of one client goes down by what another sends',
          clause: append(policy.pointer, 'partition'),
          states: 'partition: credential',
          seen: `${others + 1} less are left after one request of this client and ${others} of others`,
          doubt: {
            about: `${client} ${all.total}`,
            why: 'whoever else uses the same credential was not recorded',
            contrary: () => contrary,
            times: TIMES,
          },
        },
      ];
    },
  };
}
