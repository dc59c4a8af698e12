import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const LONG = `${'a'.repeat(60_000)}!`;
const JSON_TYPE = 'application/json';

/** What a server may answer that nobody should trust: one after the other. */
const ANSWERS: readonly {
  readonly type: string;
  readonly body: string | Buffer;
  readonly coding?: string;
}[] = [
  { type: JSON_TYPE, body: '{"a":[1]}' },
  { type: JSON_TYPE, body: JSON.stringify(LONG) },
  { type: JSON_TYPE, body: '['.repeat(100_000) + ']'.repeat(100_000) },
  { type: JSON_TYPE, body: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
  { type: JSON_TYPE, body: JSON.stringify(Array.from({ length: 100_000 }, (_, at) => at)) },
  { type: JSON_TYPE, body: JSON.stringify(Array.from({ length: 20_000 }, (_, at) => ({ at }))) },
  { type: JSON_TYPE, body: '1e400' },
  { type: JSON_TYPE, body: '1e1000000000' },
  { type: JSON_TYPE, body: '9'.repeat(100_000) },
  { type: JSON_TYPE, body: gzipSync(Buffer.alloc(200_000_000, ' ')), coding: 'gzip' },
  { type: 'application/xml', body: `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` },
  {
    type: 'application/xml',
    body: `<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]><a>&a9;</a>`,
  },
  { type: 'text/plain', body: LONG },
];

export async function startHostileServer(): Promise<{
  origin: string;
  close: () => Promise<void>;
}> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('error', () => undefined);
    const answer = ANSWERS[count % ANSWERS.length];
    count += 1;
    if (!answer) return;
    response.writeHead(200, {
      'content-type': answer.type,
      ...(answer.coding !== undefined && { 'content-encoding': answer.coding }),
      ...Object.fromEntries(
        Array.from({ length: count % 7 === 0 ? 500 : 0 }, (_, at) => [`x-${at}`, 'a']),
      ),
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
