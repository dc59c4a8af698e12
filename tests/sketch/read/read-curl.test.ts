import { expect, test } from 'vitest';
import { readCurl } from '../../../scripts/sketch/read/read-curl.ts';

const read = (text: string) => readCurl(text, 'a.txt');

test.for([
  ['curl a.test/x', { method: 'get', url: 'https://a.test/x' }],
  ['$ curl -sS -XPUT https://a.test/x', { method: 'put' }],
  ['curl --request=PATCH https://a.test/x', { method: 'patch' }],
  ['curl -I https://a.test/x', { method: 'head' }],
  ['curl -G https://a.test/x -d a=1 -d b=2', { method: 'get', url: 'https://a.test/x?a=1&b=2' }],
  ['curl -o out.json -m 5 https://a.test/x', { method: 'get', url: 'https://a.test/x' }],
  ['curl -u ada:pw https://a.test/x', { headers: [['authorization', 'Basic ada:pw']] }],
  ['curl https://a.test/x -H "A: $TOKEN"', { headers: [['A', '{TOKEN}']] }],
  ["curl https://a.test/x -H 'A: $TOKEN'", { headers: [['A', '$TOKEN']] }],
  ['curl "https://a.test/x/${ID}/y"', { url: 'https://a.test/x/{ID}/y' }],
  [
    "curl https://a.test/x -d 'it'\\''s'",
    { body: { mediaType: 'application/x-www-form-urlencoded', text: "it's" } },
  ],
  [
    'curl https://a.test/x --json \'{"a":1}\'',
    { method: 'post', body: { mediaType: 'application/json', text: '{"a":1}' } },
  ],
  [
    'curl https://a.test/x -d $\'{"a":"b\\nc"}\'',
    { body: { mediaType: 'application/json', text: '{"a":"b\nc"}' } },
  ],
  [
    'curl https://a.test/x -F a=1 -F f=@b.png',
    {
      body: {
        mediaType: 'multipart/form-data',
        text: '',
        parts: [
          ['a', '1'],
          ['f', undefined],
        ],
      },
    },
  ],
  [
    'curl https://a.test/x -d @body.json -H "Content-Type: application/json"',
    { body: { mediaType: 'application/json', text: '' } },
  ],
] as const)('%s', ([text, want]) => {
  expect(read(text)).toMatchObject([want]);
});

test('reads on over continued lines, stops at what follows, and knows its line', () => {
  const text =
    'First:\n\ncurl https://a.test/x \\\n  -X POST # why\necho curl\ncurl https://a.test/y | jq .\n';
  expect(read(text)).toMatchObject([
    { method: 'post', url: 'https://a.test/x', line: 3 },
    { method: 'get', url: 'https://a.test/y', line: 6 },
  ]);
});
