import { afterAll, beforeAll, expect, test } from 'vitest';
import { obtainTokens } from '../../../scripts/cli/contract/obtain-tokens.ts';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { toMockTargets } from '../../../scripts/cli/options.ts';
import { NO_PROFILES, type ClientSecret } from '../../../scripts/contract/wire/profiles.ts';
import { createMock, type Mock } from '../../../scripts/mock/mock.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';

const KILN: ClientSecret = { clientId: 'kiln', clientSecret: 'kiln' };

let api: ApiModel;
let mock: Mock;
let origin: string;
beforeAll(async () => {
  const loaded = await loadDescription(nodeIo, 'tests/cli/cases/shop.yaml');
  mock = await createMock([loaded], { clock: { now: Date.now }, limits: true });
  origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  // Its provider is the mock's: an address that documents cannot know.
  const oidc = {
    type: 'openIdConnect',
    url: `${origin}/shop/.oauth/oidc/.well-known/openid-configuration`,
    pointer: '#',
  } as const;
  api = { ...loaded, securitySchemes: new Map([...loaded.securitySchemes, ['oidc', oidc]]) };
});
afterAll(() => mock.close());

const obtain = (scheme: string, secret: ClientSecret, tokenUrl?: string, isMock?: boolean) =>
  obtainTokens(
    nodeIo,
    api,
    {
      ...NO_PROFILES,
      good: new Map<string, string | ClientSecret>([
        [scheme, secret],
        ['key', 'k'],
      ]),
    },
    { targets: toMockTargets(api, origin), tokenUrl, isMock },
  );

test.each([
  ['oauth', 'where the description says, below the server', undefined, false],
  ['oauth', 'from the mock', undefined, true],
  ['oidc', 'where its provider says', undefined, false],
  ['oidc', 'from the mock', undefined, true],
] as const)('gets a token for %s %s', async (scheme, _, tokenUrl, isMock) => {
  const { profiles, renewals } = await obtain(scheme, KILN, tokenUrl, isMock);
  const token = profiles.good.get(scheme) ?? '';
  expect(profiles.good.get('key')).toBe('k');
  expect(renewals).toMatchObject([{ token }]);
  const path = scheme === 'oauth' ? '/items' : '/me';
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${origin}/shop/v1${path}`, { headers })).status).toBe(204);
});

test('gets a token that lacks what operations need, where the description declares a scope for nothing', async () => {
  const [, flow] = ['', api.securitySchemes.get('oauth')];
  const flows = flow?.type === 'oauth2' ? flow.flows : [];
  const spare = flows.map((it) => ({ ...it, scopes: [...it.scopes, 'spare'] }));
  const oauth = { type: 'oauth2', flows: spare, pointer: '#' } as const;
  const other = { ...api, securitySchemes: new Map([['oauth', oauth]]) };
  const generous = await createMock([other], { clock: { now: Date.now }, limits: true });
  const there = await generous.listen({ host: '127.0.0.1', port: 0 });
  const given = { ...NO_PROFILES, good: new Map([['oauth', KILN]]) };
  const where = { targets: toMockTargets(other, there), isMock: true };
  const { profiles } = await obtainTokens(nodeIo, other, given, where);
  const headers = { authorization: `Bearer ${profiles.narrow.get('oauth')}` };
  expect((await fetch(`${there}/shop/v1/items`, { headers })).status).toBe(403);
  await generous.close();
});

test.each([
  [{ ...KILN, clientSecret: 'wrong' }, undefined, 'it answers 401: invalid_client'],
  [KILN, 'http://login.example/token', 'would be sent the secret in the clear'],
  [KILN, 'ftp://login.example/token', 'Nobody says where tokens for oauth come from'],
  [{ ...KILN, tokenUrl: 'nowhere' }, undefined, 'Nobody says where tokens for oauth come from'],
] as const)('says why there is none: %j at %s', async (secret, tokenUrl, message) => {
  await expect(obtain('oauth', secret, tokenUrl)).rejects.toThrow(message);
});
