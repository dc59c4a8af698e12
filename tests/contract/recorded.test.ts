import { expect, test } from 'vitest';
import { readRecorded } from '../../scripts/contract/passive/recorded.ts';

test('octets that a recorder writes in base64 are those that were sent', () => {
  const bytes = Buffer.from([0x2d, 0x00, 0xff, 0xfe, 0x0a]);
  const entry = {
    request: {
      method: 'POST',
      url: 'https://a.test/photo',
      headers: [],
      postData: { mimeType: 'image/png', encoding: 'base64', text: bytes.toString('base64') },
    },
    response: { status: 204, headers: [], content: { size: 0 } },
  };
  const { exchange } = readRecorded({ text: JSON.stringify(entry), line: 1 }, 'a.har');
  expect(exchange.request.bytes).toEqual(bytes);
});
