import { expect, test, vi } from 'vitest';
import { createCookieJar } from '../../../scripts/generate/runtime/cookie-jar.ts';

const AT = 'https://api.example.com/v1/login';

/** What goes to an address after an answer of `AT` has set cookies. */
function sentTo(address: string, ...lines: readonly string[]): readonly string[] {
  return sentAfter([[AT, ...lines]], address);
}

function sentAfter(answers: readonly (readonly string[])[], address: string): readonly string[] {
  const jar = createCookieJar();
  for (const [url = AT, ...lines] of answers) {
    const headers = new Headers();
    for (const line of lines) headers.append('Set-Cookie', line);
    jar.keep(new URL(url), headers);
  }
  return jar.pairs(new URL(address));
}

test.for([
  ['to its host', 'a=1', 'https://api.example.com/v1/x', true],
  ['to no host below it', 'a=1', 'https://eu.api.example.com/v1/x', false],
  ['to hosts below its domain', 'a=1; Domain=.example.com', 'https://eu.example.com/v1/x', true],
  ['to none that only ends so', 'a=1; Domain=example.com', 'https://badexample.com/v1/x', false],
  ['not at all for another domain', 'a=1; Domain=other.com', 'https://other.com/v1/x', false],
  ['not at all for a top-level one', 'a=1; Domain=com', 'https://api.example.com/v1/x', false],
  ['below the folder of its page', 'a=1', 'https://api.example.com/v1', true],
  ['not beside it', 'a=1', 'https://api.example.com/v10', false],
  ['below its path', 'a=1; Path=/v1/me', 'https://api.example.com/v1/me/x', true],
  ['not beside its path', 'a=1; Path=/v1/me', 'https://api.example.com/v1/men', false],
  ['everywhere', 'a=1; Path=/', 'https://api.example.com/', true],
  ['not in the clear where it is secure', 'a=1; Path=/; Secure', 'http://api.example.com/', false],
  ['while its seconds last', 'a=1; Max-Age=10', 'https://api.example.com/v1/x', true],
  ['not after its end', 'a=1; Max-Age=0', 'https://api.example.com/v1/x', false],
  [
    'not after its date',
    'a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT',
    'https://api.example.com/v1/x',
    false,
  ],
  [
    'by its seconds where there is a date too',
    'a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=10',
    'https://api.example.com/v1/x',
    true,
  ],
  ['whatever the case of attributes', 'a=1; PATH=/; max-AGE=10', 'https://api.example.com/', true],
] as const)('a cookie goes %s (%s)', ([, line, address, isSent]) => {
  expect(sentTo(address, line)).toEqual(isSent ? ['a=1'] : []);
});

test('values keep their equals signs and quotation marks, and a line without a name is none', () => {
  expect(sentTo(AT, 'a=x=="y"; Path=/', 'nothing', '=b')).toEqual(['a=x=="y"']);
});

test('a cookie of a name takes the place of the one before, and an ended one takes it away', () => {
  expect(
    sentAfter(
      [
        [AT, 'a=1; Path=/'],
        [AT, 'a=2; Path=/'],
      ],
      AT,
    ),
  ).toEqual(['a=2']);
  expect(
    sentAfter(
      [
        [AT, 'a=1; Path=/'],
        [AT, 'a=; Path=/; Max-Age=0'],
      ],
      AT,
    ),
  ).toEqual([]);
});

test('the longest path comes first, then the one that was set first', () => {
  expect(sentTo(AT, 'a=1; Path=/', 'b=2; Path=/', 'c=3; Path=/v1')).toEqual(['c=3', 'a=1', 'b=2']);
});

test('an address has no subdomains, and this machine needs no encryption', () => {
  const line = 'a=1; Path=/; Domain=0.0.1; Secure';
  expect(sentAfter([['http://127.0.0.1/', line]], 'http://127.0.0.1/')).toEqual([]);
  expect(sentAfter([['http://127.0.0.1/', 'a=1; Secure']], 'http://127.0.0.1/')).toEqual(['a=1']);
  expect(sentAfter([['http://api.test/', 'a=1; Secure']], 'https://api.test/')).toEqual([]);
});

test('a cookie ends while the client lives', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const jar = createCookieJar();
  jar.keep(new URL(AT), new Headers({ 'Set-Cookie': 'a=1; Max-Age=60' }));
  expect(jar.value(new URL(AT), 'a')).toBe('1');
  vi.setSystemTime(Date.now() + 61_000);
  expect(jar.value(new URL(AT), 'a')).toBeUndefined();
  vi.useRealTimers();
});
