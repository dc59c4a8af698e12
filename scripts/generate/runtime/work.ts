import type { AnyCall, AnyInput } from './call.ts';
import type { Extra } from './client.ts';
import type { WorkContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { valueAt } from './places.ts';
import type { AnyResult } from './result.ts';
import { pause, toldWait } from './retry.ts';
import type { Settings } from './settings.ts';

export interface WaitOptions {
  /** Milliseconds before the state is asked for first, 1000 when left out; they grow to ten times as many. */
  readonly interval?: number | undefined;
  /** Milliseconds until nobody waits any more; ten minutes when left out. */
  readonly within?: number | undefined;
  /** Called with each state that is told. */
  readonly onState?: ((state: string) => void) | undefined;
  /** What the status operation needs beside what the submission was called with. */
  readonly status?: object | undefined;
}

/** How work ended that was accepted. */
export interface Worked<Submitted, Status> {
  /** Whether it was done; else it has failed. */
  readonly ok: boolean;
  readonly state: string;
  readonly submitted: Submitted;
  readonly result: Status;
}

/** `submitAndWait` of the operations whose work is done later (`x-async`). */
export const waiting: Extra = (settings, id, operation, call, calls) => {
  const { work } = operation;
  if (work === undefined) return {};
  return {
    submitAndWait: async (
      input?: AnyInput,
      options: WaitOptions = {},
    ): Promise<Worked<AnyResult, AnyResult>> => {
      const submitted = await call(input).orThrow();
      const ask = calls[work.statusOperation];
      const key = valueAt(submitted.body, work.id);
      if (ask === undefined || (typeof key !== 'string' && typeof key !== 'number')) {
        throw new ClientError('work-unknown', `${id} was answered without ${work.id} to ask for`);
      }
      const status = toStatusInput(settings, work, input, options, key);
      return { submitted, ...(await waitFor(id, work, ask, status, options, submitted, settings)) };
    },
  };
};

/** Asks until the state is a last one, at growing distances, or when the server says. */
async function waitFor(
  id: string,
  work: WorkContract,
  ask: AnyCall,
  input: AnyInput,
  { interval = 1_000, within = 600_000, onState }: WaitOptions,
  submitted: AnyResult,
  { contract }: Settings,
): Promise<Omit<Worked<AnyResult, AnyResult>, 'submitted'>> {
  const endsAt = Date.now() + within;
  let distance = interval;
  let last = submitted;
  for (;;) {
    const milliseconds = toldWait(last.headers, contract.rate, false) ?? distance;
    if (Date.now() + milliseconds >= endsAt) {
      throw new ClientError('timeout', `${id} was accepted, and its work did not end in time`);
    }
    await pause(milliseconds, { id, signal: input.signal });
    distance = Math.min(distance * 1.5, interval * 10);
    last = await ask(input).orThrow();
    const state = valueAt(last.body, work.state);
    if (typeof state !== 'string') {
      throw new ClientError(
        'work-unknown',
        `${work.statusOperation} tells no state at ${work.state}`,
      );
    }
    onState?.(state);
    if (work.succeeded.includes(state)) return { ok: true, state, result: last };
    if (work.failed.includes(state)) return { ok: false, state, result: last };
    if (!work.pending.includes(state)) {
      throw new ClientError('work-unknown', `${work.statusOperation} tells the state ${state}`);
    }
  }
}

/** Parameters that the two operations share are the submission's. */
function toStatusInput(
  { contract }: Settings,
  work: WorkContract,
  { path, query, header, cookie, signal, ...rest }: AnyInput = {},
  options: WaitOptions,
  key: string | number,
): AnyInput {
  const known = contract.operations[work.statusOperation]?.parameters ?? [];
  const input: Record<string, object> = {};
  for (const [place, values] of Object.entries({ path, query, header, cookie })) {
    const shared = Object.entries(values ?? {}).filter(([name]) =>
      known.some((it) => it.in === place && it.name === name),
    );
    const more = (options.status as Readonly<Record<string, object>> | undefined)?.[place];
    input[place] = { ...Object.fromEntries(shared), ...more };
  }
  input[work.in] = { ...input[work.in], [work.parameter]: key };
  const { timeout, deadline, retries, maxWait } = rest;
  return { ...input, timeout, deadline, retries, maxWait, ...(signal && { signal }) };
}
