import { expect, test } from 'vitest';
import { createMessageReader, framingOf } from './message-reader.ts';

const MESSAGES = [
  'POST /a HTTP/1.1\r\nContent-Length: 4\r\n\r\n\r\n\r\n',
  'PUT /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\n0\r\nT: 1\r\n\r\n',
  '\r\nGET /c HTTP/1.1\r\nHost: x\r\n\r\n',
].join('');

test.each([1, 2, 7, 1000])('finds every head in pieces of %i bytes', (size) => {
  const seen: string[] = [];
  const reader = createMessageReader((line, fields) => {
    seen.push(line);
    return framingOf(fields) ?? 0;
  });
  for (let at = 0; at < MESSAGES.length; at += size) {
    reader.read(Buffer.from(MESSAGES.slice(at, at + size)));
  }
  expect(seen).toEqual(['POST /a HTTP/1.1', 'PUT /b HTTP/1.1', 'GET /c HTTP/1.1']);
});

test('takes all that follows for content where nothing says how long it is', () => {
  const seen: string[] = [];
  const reader = createMessageReader((line) => {
    seen.push(line);
    return 'until the end';
  });
  reader.read(Buffer.from('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 500 no\r\n\r\n'));
  expect(seen).toEqual(['HTTP/1.1 200 OK']);
});
