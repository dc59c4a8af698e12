import type { TimedExchange } from '../../result/contract-run.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Redact } from './redact.ts';
import type { Send } from './send.ts';

/** Exchanges of one check that are kept: the first show what the others do. */
const MOST_EXCHANGES = 50;
/** Characters of bodies that are kept for one check. */
const MOST_TEXT = 2 * 1024 * 1024;

interface Recorder {
  readonly send: Send;
  /** What was kept, secrets redacted. */
  readonly exchanges: () => readonly TimedExchange[];
}

/** Sends as `send` does, and keeps the first exchanges, bounded in number and size. */
export function createRecorder(send: Send, now: () => number, redact: Redact): Recorder {
  const kept: TimedExchange[] = [];
  let text = 0;
  return {
    async send(request, options) {
      const at = now();
      const exchange = await send(request, options);
      const size = sizeOf(exchange);
      if (kept.length < MOST_EXCHANGES && text + size <= MOST_TEXT) {
        text += size;
        kept.push({ exchange: redact(exchange), at, milliseconds: now() - at });
      }
      return exchange;
    },
    exchanges: () => kept,
  };
}

function sizeOf({ request, response }: Exchange): number {
  return (request.body?.length ?? 0) + (response?.body.length ?? 0);
}
