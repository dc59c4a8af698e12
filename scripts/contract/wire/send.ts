import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { failureOf, isClosedConnection, isNobodyThere } from './failure.ts';
import { whyNotSendable } from './not-sendable.ts';
import { headOf, isEndless, readResponse } from './read-response.ts';
import { createDelayMeter, type DelayMeter } from './delay-meter.ts';
import { createTurns } from './turns.ts';

/** How a request is sent otherwise than the one before it. */
export interface SendOptions {
  /** On a connection of its own, so that no other request has to do with the answer. */
  readonly isFresh?: true | undefined;
}

export type Send = (request: WireRequest, options?: SendOptions) => Promise<Exchange>;

export interface Sender {
  readonly send: Send;
  /** Gives up what is under way, and lets every connection go. */
  readonly close: () => void;
}

/** Calls back once when so many milliseconds have passed, unless what it returns is called before. */
type StartTimer = (milliseconds: number, expire: () => void) => () => void;

interface SenderOptions {
  /** Milliseconds in which an answer must have been read to its end, however steadily it trickles. */
  readonly timeout: number;
  /** Bytes of a response body that are read, before and after its content coding is undone. */
  readonly largest: number;
  readonly startTimer?: StartTimer;
  /** Tells how long this process has slept; measured by its event loop unless said. */
  readonly delayMeter?: () => DelayMeter;
}

/** Bytes of header fields that are read: more than servers send, and no burden. */
const LARGEST_HEADER = 64 * 1024;
/** Interim answers (RFC 9110, section 15.2) to one request that are read. */
const MOST_INTERIM = 50;

/** Milliseconds in which a stream may end by itself before it is let go. */
const NEWS = 1000;

/** Sends requests byte for byte as written, over connections that are kept open. */
export function createSender({
  timeout,
  largest,
  startTimer = startRealTimer,
  delayMeter: startMeter = createDelayMeter,
}: SenderOptions): Sender {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  const underWay = new Set<ClientRequest>();
  const turns = createTurns();
  const delays = startMeter();

  const attempt = (request: WireRequest, isFresh: boolean): Promise<Attempt> =>
    new Promise((resolve) => {
      const secure = new URL(request.url).protocol === 'https:';
      const start = secure ? httpsRequest : httpRequest;
      const outgoing = start(request.url, {
        method: request.method,
        agent: isFresh ? false : agents[secure ? 'https:' : 'http:'],
        headers: headersOf(request),
        maxHeaderSize: LARGEST_HEADER,
      });
      underWay.add(outgoing);
      let isAnswered = false;
      let interim = 0;
      const settle = (exchange: Exchange, isStale: boolean) => {
        underWay.delete(outgoing);
        stopTimer();
        resolve({ exchange, isStale });
      };
      const fail = (error: Error) => {
        const isUntouched = outgoing.reusedSocket && !isAnswered && interim === 0;
        settle({ request, failure: failureOf(error) }, isUntouched && isClosedConnection(error));
        outgoing.destroy();
      };
      const startTime = (milliseconds = timeout): (() => void) => {
        const idle = delays.read();
        return startTimer(milliseconds, () => {
          // What this process slept through is no time that the server took.
          const missed = delays.read() - idle;
          if (missed > 0) stopTimer = startTime(missed);
          else fail(new Error(`no ${isAnswered ? 'complete ' : ''}answer within ${timeout} ms`));
        });
      };
      let stopTimer = startTime();
      // The server is not to blame for the time in which nobody reads.
      const takeTurn = async () => {
        stopTimer();
        const endTurn = await turns();
        if (underWay.has(outgoing)) stopTimer = startTime();
        return endTurn;
      };
      outgoing.on('error', fail);
      outgoing.on('information', () => {
        interim += 1;
        if (interim > MOST_INTERIM) fail(new Error(`more than ${MOST_INTERIM} interim answers`));
      });
      outgoing.on('upgrade', () => fail(new Error('another protocol than HTTP, unasked')));
      outgoing.on('response', (incoming) => {
        isAnswered = true;
        const head = headOf(incoming);
        if (isEndless(head)) {
          // What goes on as long as there is news says all that is asked in its head.
          stopTimer();
          stopTimer = startTimer(Math.min(timeout, NEWS), () => {
            settle({ request, response: head }, false);
            outgoing.destroy();
          });
        }
        readResponse(incoming, largest, takeTurn).then(
          (response) => settle({ request, response }, false),
          fail,
        );
      });
      outgoing.end(request.bytes ?? request.body);
    });

  const send: Send = async (request, { isFresh = false } = {}) => {
    const reason = whyNotSendable(request);
    if (reason !== undefined) return { request, failure: `HTTP cannot carry it: ${reason}` };
    const { exchange, isStale } = await attempt(request, isFresh);
    if (exchange.response || !isStale) return exchange;
    // The server may close an idle connection at any time, so it is asked once more on a new one.
    const { exchange: anew } = await attempt(request, true);
    // Whoever is not there any more closed no idle connection: it ended with this request, or before.
    return anew.failure !== undefined && isNobodyThere(anew.failure) ? exchange : anew;
  };
  return {
    send,
    close: () => {
      delays.stop();
      for (const outgoing of underWay) outgoing.destroy(new Error('given up'));
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

interface Attempt {
  readonly exchange: Exchange;
  /** Whether it failed on a connection that was kept open, before anything came. */
  readonly isStale: boolean;
}

/** What HTTP itself asks for, added to the written fields: Node adds nothing to a list. */
function headersOf({ method, url, headers, body, bytes }: WireRequest): string[] {
  // RFC 9110, section 8.6: where a method wants content, none has a length as well.
  const none = ['POST', 'PUT', 'PATCH'].includes(method) ? 0 : undefined;
  const size = bytes?.length ?? (body === undefined ? none : Buffer.byteLength(body));
  // RFC 9112, section 6.2: what comes in chunks has no length beside.
  const isChunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding');
  const length = size === undefined || isChunked ? [] : [['content-length', `${size}`]];
  return [['host', new URL(url).host], ...headers, ...length].flat();
}

const startRealTimer: StartTimer = (milliseconds, expire) => {
  const timer = setTimeout(expire, milliseconds);
  return () => clearTimeout(timer);
};
