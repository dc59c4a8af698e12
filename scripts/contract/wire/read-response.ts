import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { headerOf, type WireResponse } from '../../wire/exchange.ts';
import { essenceOf, isJsonType } from '../../base/media-type.ts';
import { createTurns, type TakeTurn } from './turns.ts';

/** An answer on its way, from a socket or from a server in this process. */
export type Incoming = Readable & Pick<IncomingMessage, 'rawHeaders' | 'statusCode'>;

/**
 * Reads an answer to its end. Rejects where it breaks off, is longer than allowed, or cannot be decoded. One that is
 * long waits for its turn: many at once would take all the memory there is.
 */
export async function readResponse(
  incoming: Incoming,
  largest: number,
  takeTurn: TakeTurn = createTurns(),
): Promise<WireResponse> {
  let end: (() => void) | undefined;
  let isOver = false;
  const waitForTurn = async (): Promise<void> => {
    end = await takeTurn();
    if (isOver) end();
  };
  try {
    return await read(incoming, largest, waitForTurn);
  } finally {
    isOver = true;
    // Whoever waits for the answer looks at it before another long one comes.
    setImmediate(() => end?.());
  }
}

/** What of an answer is known before its content comes. */
export function headOf({ rawHeaders, statusCode }: Incoming): WireResponse {
  return { status: statusCode ?? 0, headers: pairsOf(rawHeaders), body: '' };
}

/** Media types of content that comes item by item, for as long as there are any. */
const SEQUENCES =
  /^(?:text\/event-stream|multipart\/x-mixed-replace|application\/(?:.*\+)?(?:x-ndjson|ndjson|jsonl|x-jsonlines|json-seq|stream\+json))$/;

/** Whether an answer may be meant to have no end. */
export function isEndless(head: WireResponse): boolean {
  return SEQUENCES.test(essenceOf(headerOf(head, 'content-type') ?? ''));
}

async function read(
  incoming: Incoming,
  largest: number,
  waitForTurn: () => Promise<void>,
): Promise<WireResponse> {
  const received = await readBytes(incoming, largest, waitForTurn);
  const headers = pairsOf(incoming.rawHeaders);
  const coding = headerOf({ headers }, 'content-encoding');
  const bytes = coding === undefined ? received : await decode(received, coding, largest);
  const type = headerOf({ headers }, 'content-type');
  const isMangled = type !== undefined && isJsonType(type) && !isUtf8(bytes);
  return {
    status: incoming.statusCode ?? 0,
    headers,
    body: bytes.toString('utf8'),
    ...(isMangled && { isMangled: true as const }),
  };
}

function readBytes(
  incoming: Incoming,
  largest: number,
  waitForTurn: () => Promise<void>,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isLong = false;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largest) incoming.destroy(new Error(`a body of more than ${largest} bytes`));
      else chunks.push(chunk);
      if (isLong || size <= SHORT || incoming.destroyed) return;
      isLong = true;
      incoming.pause();
      void waitForTurn().then(() => incoming.resume());
    });
    incoming.on('error', reject);
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Times as long as it was sent that content may become where it becomes long: more is made to harm. */
const MOST_GROWTH = 100;
const SHORT = 4 * 1024 * 1024;

/**
 * Undoes the content codings: who names none in `Accept-Encoding` takes any (RFC 9110, section 12.5.3).
 * What grows beyond all measure is not undone to its end.
 */
async function decode(bytes: Buffer, codings: string, largest: number): Promise<Buffer> {
  let plain = bytes;
  const most = Math.min(largest, Math.max(SHORT, bytes.length * MOST_GROWTH));
  // Listed in the order in which they were applied (RFC 9110, section 8.4).
  for (const coding of codings.toLowerCase().split(',').toReversed()) {
    const name = coding.trim();
    if (!(name in DECODERS) || plain.length === 0) continue;
    try {
      plain = await DECODERS[name as keyof typeof DECODERS](plain, { maxOutputLength: most });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(
        code === 'ERR_BUFFER_TOO_LARGE'
          ? `a body of more than ${most} bytes once its ${name} coding is undone`
          : `a body that is not ${name}, as its Content-Encoding says`,
        { cause: error },
      );
    }
  }
  return plain;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function pairsOf(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return pairs;
}
