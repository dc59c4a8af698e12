import type { IncomingMessage } from 'node:http';
import type { Call } from '../../wire/call.ts';
import type { Arrival } from './arrival.ts';
import { onCutOff } from './broken-connection.ts';
import { hostDefect } from './host-defect.ts';
import { targetOf } from './target.ts';

/** What a request says, and how to read its content. */
export function toArrival(request: IncomingMessage, target = ''): Arrival {
  const { method = '', headers, rawHeaders, socket } = request;
  const { path, query } = targetOf(target);
  return {
    method,
    path,
    query,
    headers: rawHeaders.includes(PROTO) ? withProto(headers, rawHeaders) : headers,
    address: socket.remoteAddress ?? '',
    defect: hostDefect(request),
    readBytes: (limit) => readBytes(request, limit),
  };
}

const PROTO = '__proto__';

/** Node assigns each field to a plain object, which takes one called `__proto__` for something else. */
function withProto(
  headers: IncomingMessage['headers'],
  raw: readonly string[],
): IncomingMessage['headers'] {
  const lines = raw.filter((_, at) => at % 2 === 1 && raw[at - 1] === PROTO);
  return { ...headers, [PROTO]: lines.join(', ') };
}

const NO_BYTES = Buffer.alloc(0);

function readBytes(stream: IncomingMessage, limit: number): ReturnType<Call['readBytes']> {
  const announced = Number(stream.headers['content-length'] ?? 0);
  if (announced > limit) return 'too-large';
  // Nobody tells of the end of what never began.
  if (stream.readableEnded) return NO_BYTES;
  if (announced > 0 && stream.readableLength === announced) return readAtOnce(stream);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      // The rest still comes, and is let go: a client may read the answer only when all is sent.
      stream.off('data', take).resume();
      resolve('too-large');
    };
    stream
      .on('data', take)
      .on('end', () =>
        resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
      );
    onCutOff(stream, () => resolve('cut-off'));
  });
}

/**
 * Reads content that is all there. Nobody comes to the end of the stream then, which would cost more than to
 * read it: what Node does next goes by what it has parsed.
 */
function readAtOnce(stream: IncomingMessage): Buffer {
  const bytes: unknown = stream.read();
  return Buffer.isBuffer(bytes) ? bytes : NO_BYTES;
}
