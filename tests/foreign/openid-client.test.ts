import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import { SHOP } from '../mock/oauth/shop.ts';
import { loadText } from '../mock/pets.ts';

// The device waits between its questions.
vi.setConfig({ testTimeout: 60_000 });

const PACKAGE = new URL('../../node_modules/openid-client/', import.meta.url);
const isInstalled = existsSync(PACKAGE);

let mock: Mock;
let origin: string;
beforeAll(async () => {
  const api = await loadText(SHOP, undefined, 'shop');
  mock = await createMock([api], { clock: { now: Date.now }, limits: true });
  origin = await mock.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => mock.close());

test.skipIf(!isInstalled).for([
  ['oauth', 'read', '/shop/v1/items', undefined],
  ['oidc', 'openid email', '/shop/v1/me', 'kiln'],
] as const)('openid-client gets along with %s', async ([scheme, scope, resource, user]) => {
  const script = 'tests/foreign/clients/openid-client.mjs';
  const { stdout, stderr } = await nodeIo.node(script, [origin, scheme, scope, resource]);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    clientCredentials: ['bearer', true],
    code: scope,
    ...(user !== undefined && { user }),
    refreshed: scope,
    device: scope,
    before: 204,
    revoked: 'invalid_token',
    refused: 'invalid_scope',
  });
});
