import { expect, test } from 'vitest';
import type { Operation } from '../../scripts/model/api-model.ts';
import { operationHash } from '../../scripts/docs/deep-links.ts';
import { loadMill } from './orchard.ts';

const api = await loadMill();
const [operation] = api.operations;
const [webhook] = api.webhooks;

// What Redoc 3.0.1 writes into its menu for such an operation.
test.each<[changes: Partial<Operation>, hash: string]>([
  [{ tags: ['Doors'], id: 'openDoor' }, '#/doors/opendoor'],
  [{ tags: ['Credit Usage'], id: 'x' }, '#/credit-usage/x'],
  [{ tags: ['Ä & B/c (d)'], id: 'x' }, '#/a-and-bc-(d)/x'],
  [{ tags: [], id: 'getIt' }, '#/other/getit'],
  [{ tags: [], id: 'post /a/{b}', path: '/a/{b}', method: 'post' }, '#/other/paths/~1a~1{b}/post'],
])('%o stands at %s', (changes, hash) => {
  expect(operation && operationHash(api, { ...operation, ...changes })).toBe(hash);
});

test('webhooks without a tag have a group of their own', () => {
  expect(webhook && operationHash(api, webhook)).toBe('#/webhooks/askforgrain');
});
