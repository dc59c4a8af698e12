import { expect, test } from 'vitest';
import { requestToken } from '../../../scripts/contract/wire/client-grant.ts';
import { createRenewing } from '../../../scripts/contract/wire/renew.ts';
import type { Send } from '../../../scripts/contract/wire/send.ts';
import type { WireRequest } from '../../../scripts/wire/exchange.ts';

const GRANT = {
  url: 'https://login.example/token',
  clientId: 'me & you',
  clientSecret: 'a:b',
  scope: undefined,
};

type Reply = readonly [status: number, body: object | string];

/** A server that answers the token endpoint as told, and everything else with what it was sent. */
function serve(...replies: readonly Reply[]) {
  const sent: WireRequest[] = [];
  let at = 0;
  const send: Send = async (request) => {
    sent.push(request);
    if (request.url !== GRANT.url) {
      const [, value = ''] = request.headers.find(([name]) => name === 'authorization') ?? [];
      return { request, response: { status: 200, headers: [['x-seen', value]], body: value } };
    }
    const [status, body] = replies[at++] ?? [500, ''];
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { request, response: { status, headers: [], body: text } };
  };
  return { send, sent };
}

const GIVEN = { access_token: 't1', token_type: 'bearer', expires_in: 60 };

test.each<readonly [string, readonly Reply[], object]>([
  ['a token', [[200, GIVEN]], { token: 't1', expires: 61_000, scope: undefined }],
  [
    'no end of it',
    [[200, { access_token: 't1', scope: 'a b' }]],
    { token: 't1', expires: undefined, scope: 'a b' },
  ],
  [
    'a client that it knows by the form only',
    [
      [401, { error: 'invalid_client' }],
      [200, GIVEN],
    ],
    { token: 't1' },
  ],
  [
    'a refusal',
    [[400, { error: 'invalid_scope', error_description: 'Not you.' }]],
    { reason: 'it answers 400: invalid_scope: Not you.' },
  ],
  ['a page', [[200, '<html>']], { reason: 'it answers 200' }],
  [
    'tokens of another type',
    [[200, { ...GIVEN, token_type: 'DPoP' }]],
    { reason: 'its tokens are of the type DPoP' },
  ],
])('understands %s', async (_, replies, want) => {
  const { send } = serve(...replies);
  expect(await requestToken(send, GRANT, () => 1000)).toMatchObject(want);
});

test('tells who the client is in one of two ways (RFC 6749, section 2.3.1)', async () => {
  const { send, sent } = serve([401, {}], [200, GIVEN]);
  await requestToken(send, { ...GRANT, scope: 'read it' }, () => 0);
  const [basic, form] = sent;
  expect(basic?.headers).toContainEqual(['authorization', `Basic ${btoa('me+%26+you:a%3Ab')}`]);
  expect(basic?.body).toBe('grant_type=client_credentials&scope=read+it');
  expect(form?.headers.some(([name]) => name === 'authorization')).toBe(false);
  expect(form?.body).toContain('&client_id=me+%26+you&client_secret=a%3Ab');
});

const asking = (value: string): WireRequest => ({
  method: 'GET',
  url: 'https://api.example/',
  headers: [['authorization', value]],
  body: undefined,
});

test('renews a token before it ends, and tells of the one that the run knows', async () => {
  let now = 0;
  const { send, sent } = serve([200, { ...GIVEN, access_token: 't2' }]);
  const renewing = createRenewing(
    send,
    [{ grant: GRANT, token: 't1', expires: 60_000 }],
    () => now,
  );
  await renewing(asking('Bearer t1'));
  now = 55_000;
  const [one, two] = await Promise.all([
    renewing(asking('Bearer t1')),
    renewing(asking('bearer t1')),
  ]);
  const seen = sent.map(({ headers }) => headers.find(([name]) => name === 'authorization')?.[1]);
  expect(seen.filter((it) => !it?.startsWith('Basic'))).toEqual([
    'Bearer t1',
    'Bearer t2',
    'bearer t2',
  ]);
  expect(one.request.headers).toEqual([['authorization', 'Bearer t1']]);
  expect(one.response).toEqual({
    status: 200,
    headers: [['x-seen', 'Bearer t1']],
    body: 'Bearer t1',
  });
  expect(two.response?.body).toBe('bearer t1');
  expect(sent.filter(({ url }) => url === GRANT.url)).toHaveLength(1);
});

test.each(['Bearer t1x', 'Basic t1', 'Bearer'])('leaves %s as it is', async (value) => {
  const { send } = serve();
  const renewing = createRenewing(send, [{ grant: GRANT, token: 't1', expires: 0 }], () => 1);
  expect((await renewing(asking(value))).response?.body).toBe(value);
});

test('sends the old token where no new one comes', async () => {
  const { send } = serve([503, '']);
  const renewing = createRenewing(send, [{ grant: GRANT, token: 't1', expires: 0 }], () => 1);
  expect((await renewing(asking('Bearer t1'))).response?.body).toBe('Bearer t1');
});
