import { expect, test } from 'vitest';
import {
  evaluateExpression,
  fillAddress,
  type ExpressedExchange,
  type ExpressedMessage,
} from '../../scripts/wire/runtime-expression.ts';

const NOTHING: ExpressedMessage = {
  header: () => undefined,
  query: () => undefined,
  path: () => undefined,
  body: undefined,
};

/** The exchange of OpenAPI 3.1.1, section 4.8.18.3, as far as its request is printed there. */
const EXCHANGE: ExpressedExchange = {
  url: 'https://example.org/subscribe/myevent?queryUrl=https://clientdomain.com/stillrunning',
  method: 'POST',
  status: 201,
  request: {
    header: (name) => ({ 'content-type': 'application/json' })[name],
    query: (name) => ({ queryUrl: 'https://clientdomain.com/stillrunning' })[name],
    path: (name) => ({ eventType: 'myevent' })[name],
    body: {
      failedUrl: 'https://clientdomain.com/failed',
      successUrls: ['https://clientdomain.com/fast', 'https://clientdomain.com/medium'],
      'a/b': { '~c': 7 },
    },
  },
  response: {
    ...NOTHING,
    header: (name) => ({ location: 'https://example.org/subscription/1' })[name],
    body: { id: 'a b&c?' },
  },
};

test.each([
  ['$url', EXCHANGE.url],
  ['$method', 'POST'],
  ['$statusCode', 201],
  ['$request.path.eventType', 'myevent'],
  ['$request.query.queryUrl', 'https://clientdomain.com/stillrunning'],
  ['$request.header.content-Type', 'application/json'],
  ['$request.body#/failedUrl', 'https://clientdomain.com/failed'],
  ['$request.body#/successUrls/1', 'https://clientdomain.com/medium'],
  ['$request.body#/a~1b/~0c', 7],
  ['$response.header.Location', 'https://example.org/subscription/1'],
  ['$response.body#/id', 'a b&c?'],
  ['$response.body', { id: 'a b&c?' }],
  ['$request.query.none', undefined],
  ['$request.body#/none', undefined],
  ['$request.body#none', undefined],
  ['$response.query.x', undefined],
  ['$request.cookie.x', undefined],
  ['$nothing', undefined],
  ['request.body', undefined],
])('%s is %j', (expression, want) => {
  expect(evaluateExpression(expression, EXCHANGE)).toEqual(want);
});

test.each([
  ['{$request.query.queryUrl}', 'https://clientdomain.com/stillrunning'],
  ['$request.body#/failedUrl', 'https://clientdomain.com/failed'],
  ['{$request.body#/failedUrl}/{$statusCode}', 'https://clientdomain.com/failed/201'],
  ['http://a.example?t={$response.body#/id}&m={$method}', 'http://a.example?t=a%20b%26c%3F&m=POST'],
  ['http://a.example/{$response.body#/id}', 'http://a.example/a b&c%3F'],
  ['http://a.example/{id}', 'http://a.example/{id}'],
  ['http://a.example/plain', 'http://a.example/plain'],
])('%s leads to %s', (template, text) => {
  expect(fillAddress(template, EXCHANGE)).toEqual({ text });
});

test('half of a surrogate pair, which no URL has, is replaced', () => {
  const request = { ...NOTHING, body: { id: 'a\uD83D' } };
  expect(fillAddress('http://a.example/?id={$request.body#/id}', { ...EXCHANGE, request })).toEqual(
    { text: 'http://a.example/?id=a%EF%BF%BD' },
  );
});

test.each([
  ['{$request.body#/none}/a', '$request.body#/none has no value'],
  ['$request.body#/successUrls', '$request.body#/successUrls has no value'],
])('%s leads nowhere', (template, missing) => {
  expect(fillAddress(template, EXCHANGE)).toEqual({ missing });
});

test('a value that has no UTF-8 makes an address all the same', () => {
  const body = { id: '\ud800 \udc00' };
  const exchange = { ...EXCHANGE, request: { ...EXCHANGE.request, body } };
  const given = 'http://127.0.0.1/{$request.body#/id}?id={$request.body#/id}';
  expect(fillAddress(given, exchange)).toEqual({
    text: 'http://127.0.0.1/\ud800 \udc00?id=%EF%BF%BD%20%EF%BF%BD',
  });
});
