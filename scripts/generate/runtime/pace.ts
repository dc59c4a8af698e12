import { ClientError } from './errors.ts';
import { fits, pause, toldWait } from './retry.ts';
import type { Policy, Send, Sending, Settings } from './settings.ts';

export interface PaceOptions {
  /** The plan whose quotas hold; without one they are learnt from what answers say. */
  readonly plan?: string | undefined;
  /** One gate for all clients of this process that have the same address and credential; each its own when left out. */
  readonly shareQuotas?: boolean | undefined;
}

/** How a client stands in a quota. */
interface Gate {
  /** When requests were let through in this window, the oldest first; by `Date.now()`. */
  readonly passed: number[];
  quota: number | undefined;
  /** Until when the server lets nothing through. */
  closedUntil: number;
  /** The ones before, so that requests go in the order in which they came. */
  turn: Promise<unknown>;
}

type Gates = Map<string, Gate>;

const SHARED: Gates = new Map();

/**
 * Keeps to the quotas that a description declares (`x-rate-limits`): no more requests in any window than the plan
 * has, and none before the end of a window of which an answer says that it is spent. Who is refused anyway makes
 * all others wait too. A request that would have to wait longer than it may is not sent.
 */
export const pacing: Policy = ({ options }) => {
  const { plan, shareQuotas = false } = options as PaceOptions;
  const gates: Gates = shareQuotas ? SHARED : new Map();
  return {
    pace:
      (send: Send): Send =>
      async (request, sending) => {
        const { rate } = sending.settings.contract;
        const category = sending.operation.rate;
        if (!rate || category === undefined) return await send(request, sending);
        const quotas = rate.quotas[category] ?? {};
        const quota = plan === undefined ? undefined : quotas[plan];
        if (plan !== undefined && quota === undefined) {
          const plans = Object.keys(quotas).join(', ');
          throw new ClientError(
            'option-unusable',
            `${category} has no plan ${plan}, only ${plans}`,
          );
        }
        const key = keyOf(new URL(request.url).origin, category, sending, rate.partition);
        const gate = gates.get(key) ?? {
          passed: [],
          quota: typeof quota === 'number' ? quota : undefined,
          closedUntil: 0,
          turn: Promise.resolve(),
        };
        gates.set(key, gate);
        await pass(gate, rate.window * 1000, sending);
        const response = await send(request, sending);
        learn(gate, response, sending.settings);
        return response;
      },
  };
};

function keyOf(
  origin: string,
  category: string,
  { secrets }: Sending,
  partition: 'credential' | 'address',
): string {
  return [origin, category, ...(partition === 'credential' ? secrets : [])].join('\n');
}

/** Waits for its turn, and until the gate is open. */
async function pass(gate: Gate, window: number, sending: Sending): Promise<void> {
  const enter = async () => {
    for (;;) {
      const now = Date.now();
      const milliseconds = waitAt(gate, window, now);
      if (milliseconds <= 0) {
        gate.passed.push(now);
        return;
      }
      const { maxWait = 60_000 } = sending.patience;
      if (milliseconds > Math.max(maxWait, window) || !fits(milliseconds, sending)) {
        throw new ClientError(
          'quota-spent',
          `${sending.id} would have to wait ${Math.ceil(milliseconds / 1000)} s for its quota`,
        );
      }
      await pause(milliseconds, sending);
    }
  };
  const turn = gate.turn.then(enter);
  gate.turn = turn.catch(() => undefined);
  await turn;
}

/** Milliseconds until a request may pass. */
function waitAt({ passed, quota, closedUntil }: Gate, window: number, now: number): number {
  while (passed[0] !== undefined && passed[0] + window <= now) passed.shift();
  const oldest = quota === undefined ? undefined : passed[passed.length - quota];
  return Math.max(closedUntil - now, oldest === undefined ? 0 : oldest + window - now);
}

/** What an answer tells of the quota. */
function learn(gate: Gate, { status, headers: told }: Response, { contract }: Settings): void {
  const { rate } = contract;
  if (!rate) return;
  const { headers, window } = rate;
  const numberIn = (name: string | undefined) => {
    const text = name === undefined ? null : told.get(name);
    return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  const limit = numberIn(headers.limit);
  if (limit !== undefined && limit > 0) gate.quota = limit;
  const isSpent = status === 429 || numberIn(headers.remaining) === 0;
  if (!isSpent) return;
  const wait = toldWait(told, rate, true) ?? (status === 429 ? 0 : window * 1000);
  gate.closedUntil = Math.max(gate.closedUntil, Date.now() + wait);
}
