import type { Send } from './send.ts';

/** Ends a run early: the requests are used up, or the server is gone. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

interface Limits {
  /** Requests that a run may send; unlimited when left out. */
  readonly maxRequests?: number | undefined;
  /** Requests without an answer, one after the other, after which the server counts as gone. */
  readonly patience: number;
}

/** Sends until a limit is reached, and from then on throws RunStopped. */
export function govern(send: Send, { maxRequests = Infinity, patience }: Limits): Send {
  let sent = 0;
  let unanswered = 0;
  return async (request) => {
    if (sent >= maxRequests) throw new RunStopped(`the ${maxRequests} requests are used up`);
    if (unanswered >= patience)
      throw new RunStopped(`the server left ${patience} requests in a row unanswered`);
    sent += 1;
    const exchange = await send(request);
    unanswered = exchange.response ? 0 : unanswered + 1;
    return exchange;
  };
}
