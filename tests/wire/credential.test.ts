import { expect, test } from 'vitest';
import type { SecurityScheme } from '../../scripts/model/security.ts';
import { credentialPair, encodeBasic } from '../../scripts/wire/credential-text.ts';
import {
  carriedTogether,
  decodeBasic,
  isSupported,
  placeOfCredential,
  plainSecretOf,
  writeCredential,
} from '../../scripts/wire/credential.ts';

const http = (scheme: string): SecurityScheme => ({ type: 'http', scheme, pointer: '#' });
const key = (place: 'query' | 'header' | 'cookie', prefix?: string): SecurityScheme => ({
  type: 'apiKey',
  in: place,
  name: 'the key',
  prefix,
  pointer: '#',
});

test.for<readonly [SecurityScheme, string, string, string]>([
  [http('bearer'), 'abc', 'Authorization', 'Bearer abc'],
  [http('Bearer'), 'abc', 'Authorization', 'Bearer abc'],
  [http('digest'), 'abc', 'Authorization', 'Digest abc'],
  [{ type: 'other', pointer: '#' }, 'abc', 'Authorization', 'Bearer abc'],
  // RFC 7617, sections 2 and 2.1.
  [http('basic'), 'Aladdin:open sesame', 'Authorization', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  [
    http('basic'),
    'QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
    'Authorization',
    'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  ],
  [http('BASIC'), 'test:123£', 'Authorization', 'BASIC dGVzdDoxMjPCow=='],
  [key('header'), 'abc', 'the key', 'abc'],
  [key('header', 'Token'), 'abc', 'the key', 'Token abc'],
])('%o sends %s as %s: %s', ([scheme, secret, name, value]) => {
  expect(writeCredential(scheme, secret)).toEqual({ in: 'header', name, value });
});

test('in a query a credential is encoded, in a cookie it stands as it is', () => {
  expect(credentialPair(writeCredential(key('query'), 'a+b c'))).toBe('the%20key=a%2Bb%20c');
  expect(credentialPair(writeCredential(key('query', 'Token'), 'a'))).toBe('the%20key=Token%20a');
  expect(credentialPair(writeCredential(key('cookie'), 'a%20b'))).toBe('the key=a%20b');
});

test('a Basic credential is known by its pair, however it is written', () => {
  const basic = http('basic');
  expect(plainSecretOf(basic, 'a:b')).toBe('a:b');
  expect(plainSecretOf(basic, encodeBasic('a:b'))).toBe('a:b');
  expect(plainSecretOf(basic, 'nothing')).toBe('nothing');
  expect(plainSecretOf(http('bearer'), encodeBasic('a:b'))).toBe(encodeBasic('a:b'));
});

test.for(['', '%', 'a', 'YQ==', 'é', 'YTpi\n'])('%j is no Basic credential', (text) => {
  expect(decodeBasic(text)).toBeUndefined();
});

test('where a credential stands is told with the words before it', () => {
  expect(placeOfCredential(http('bearer'))).toEqual({
    in: 'header',
    name: 'Authorization',
    prefix: 'Bearer ',
  });
  expect(placeOfCredential(key('cookie'))).toEqual({ in: 'cookie', name: 'the key', prefix: '' });
});

test.for<readonly [string, readonly SecurityScheme[], string]>([
  ['one Authorization', [http('basic'), http('bearer')], 'a'],
  ['a key in Authorization', [key('header'), http('bearer')], 'ab'],
  ['one key in two places', [key('query'), key('cookie'), key('header')], 'abc'],
  ['two keys in one header', [key('header'), key('header', 'Token')], 'a'],
  ['a certificate and a token', [{ type: 'mutualTLS', pointer: '#' }, http('bearer')], 'ab'],
])('a request has room for %s', ([, schemes, want]) => {
  const named = schemes.map((scheme, at) => ['abc'.charAt(at), scheme] as const);
  const names = named.map(([name]) => name);
  expect(carriedTogether(new Map(named), names).join('')).toBe(want);
});

test.for<readonly [SecurityScheme, boolean]>([
  [http('bearer'), true],
  [http('basic'), true],
  [http('x-own'), true],
  [http('Digest'), false],
  [http('negotiate'), false],
  [key('query'), true],
  [{ type: 'oauth2', flows: [], pointer: '#' }, true],
  [{ type: 'openIdConnect', url: '', pointer: '#' }, true],
  [{ type: 'mutualTLS', pointer: '#' }, false],
  [{ type: 'other', pointer: '#' }, false],
])('of %j it can be told whether a credential is good: %j', ([scheme, want]) => {
  expect(isSupported(scheme)).toBe(want);
});
