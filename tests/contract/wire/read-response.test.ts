import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTurns } from '../../../scripts/contract/wire/turns.ts';
import { readResponse, type Incoming } from '../../../scripts/contract/wire/read-response.ts';

const LARGEST = 64 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;

function gzipped(content: string | Buffer): Incoming {
  const rawHeaders = ['content-encoding', 'gzip', 'content-type', 'text/plain'];
  return Object.assign(Readable.from([gzipSync(content)]), { rawHeaders, statusCode: 200 });
}

test('content that grows a thousandfold is not undone to its end', async () => {
  await expect(readResponse(gzipped('a'.repeat(50 * MEBIBYTE)), LARGEST)).rejects.toThrow(
    /^a body of more than \d+ bytes once its gzip coding is undone$/,
  );
});

test.for([
  ['short, however much it grew', 'a'.repeat(3 * MEBIBYTE)],
  [
    'long, and grew as lists do',
    JSON.stringify(Array.from({ length: 300_000 }, (_, id) => ({ id }))),
  ],
])('content is undone that is %s', async ([, content = '']) => {
  const { body } = await readResponse(gzipped(content), LARGEST);
  expect(body).toHaveLength(content.length);
});

test('long answers are read one after the other, and one that breaks off holds nobody up', async () => {
  const takeTurn = createTurns();
  const [held, broken, last] = ['x', 'y', 'z'].map((letter) => {
    const stream = new PassThrough();
    const incoming = Object.assign(stream, { rawHeaders: [], statusCode: 200 });
    stream.write(letter.repeat(5 * MEBIBYTE));
    return { stream, answer: readResponse(incoming, LARGEST, takeTurn) };
  });
  const order: string[] = [];
  const read = [held, broken, last].map(async (it) => {
    const letter = await it?.answer.then(
      ({ body }) => body.at(-1),
      (error: unknown) => (error as Error).message,
    );
    order.push(letter ?? '');
  });
  await new Promise(setImmediate);
  last?.stream.end();
  broken?.stream.destroy(new Error('broken off'));
  await new Promise(setImmediate);
  held?.stream.end();
  await Promise.all(read);
  expect(order).toEqual(['broken off', 'x', 'z']);
});
