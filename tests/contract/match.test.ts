import { expect, test } from 'vitest';
import { toMatcher } from '../../scripts/contract/passive/match.ts';
import { loadText } from '../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: /v1}, {url: 'wss://live.test/v2'}]
paths: {/items: {get: {operationId: list, responses: {'200': {description: ok}}}}}
`);

test.each([
  ['http://any.test/v1/items', 'list'],
  ['HTTPS://any.test/v1/items', 'list'],
  ['ws://any.test/v1/items', 'server'],
  ['wss://any.test/v1/items', 'server'],
  ['blob:http://any.test/v1/items', 'server'],
  ['chrome-extension://abc/v1/items', 'server'],
  ['wss://live.test/v2/items', 'list'],
])('%s is a request of %s', (url, want) => {
  const match = toMatcher(api, new Map())({ method: 'GET', url, headers: [], body: undefined });
  expect('operation' in match ? match.operation.id : match.why).toBe(want);
});
