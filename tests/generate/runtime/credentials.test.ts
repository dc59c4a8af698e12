import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../scripts/generate/runtime/credentials.ts';
import { petsClient } from '../pets.ts';

const id = { path: { petId: 'p1' } };

describe('a credential is sent as its scheme says', () => {
  const staff = { username: 'Ada', password: 'pä:ss' };
  const basic = `Basic ${Buffer.from('Ada:pä:ss').toString('base64')}`;
  const given = [
    { name: 'bearer', auth: { token: 't0ken' }, call: 'listPets', authorization: 'Bearer t0ken' },
    { name: 'basic', auth: { staff }, call: 'removePet', authorization: basic },
    { name: 'query', auth: { urlKey: 'a b&c' }, call: 'writePhoto', search: '?api_key=a%20b%26c' },
    { name: 'cookie', auth: { session: 's1' }, call: 'readPhoto', cookie: 'sid=s1' },
  ] as const;

  test.for(given)('$name', async ({ name: _, auth, call, ...want }) => {
    const { client, requests } = await petsClient({ auth });
    await client[call](id).catch(() => undefined);
    const [request] = requests;
    const got = {
      authorization: request?.headers.get('authorization') ?? undefined,
      search: URL.parse(request?.url ?? '')?.search || undefined,
      cookie: request?.headers.get('cookie') ?? undefined,
    };
    expect(got).toEqual({
      authorization: undefined,
      search: undefined,
      cookie: undefined,
      ...want,
    });
  });

  test('two schemes of one alternative are sent together, with the prefix of the key', async () => {
    const { client, requests } = await petsClient({ auth: { keyId: 'id', keySecret: 'secret' } });
    await client.removePet(id);
    expect(requests[0]?.headers.get('x-key-id')).toBe('id');
    expect(requests[0]?.headers.get('authorization')).toBe('Token secret');
  });
});

test('half of a pair is not enough: the next alternative is taken', async () => {
  const staff = { username: 'Ada', password: 'p' };
  const { client, requests } = await petsClient({ auth: { keyId: 'id', staff } });
  await client.removePet(id);
  expect(requests[0]?.headers.get('authorization')).toMatch(/^Basic /);
  expect(requests[0]?.headers.get('x-key-id')).toBeNull();
});

test('a function gives the credential anew for each request', async () => {
  let count = 0;
  const { client, requests } = await petsClient({
    auth: { token: () => Promise.resolve(`t${++count}`) },
  });
  await client.listPets().catch(() => undefined);
  await client.listPets().catch(() => undefined);
  const sent = requests.map(({ headers }) => headers.get('authorization'));
  expect(sent).toEqual(['Bearer t1', 'Bearer t2']);
});

test('a public operation gets none', async () => {
  const { client, requests } = await petsClient({ auth: { token: 't0ken' } });
  await client['get /health']();
  expect(requests[0]?.headers.get('authorization')).toBeNull();
});

function greet(): Response {
  return new Response('hello', { headers: { 'content-type': 'text/plain' } });
}

test('where going without is allowed, a credential that is there is sent all the same', async () => {
  const known = await petsClient({ auth: { token: 't0ken' } }, greet);
  const stranger = await petsClient({}, greet);
  await known.client['read-greeting']();
  await stranger.client['read-greeting']();
  expect(known.requests[0]?.headers.get('authorization')).toBe('Bearer t0ken');
  expect(stranger.requests[0]?.headers.get('authorization')).toBeNull();
});

test.for([{}, { token: '' }, { token: undefined }, { token: () => undefined }])(
  'nothing is sent without a credential: %o',
  async (auth) => {
    const { client, requests } = await petsClient({ auth });
    await expect(client.listPets()).rejects.toThrow('listPets needs auth.token');
    await expect(client.removePet(id)).rejects.toThrow(
      'removePet needs auth.keyId and auth.keySecret, or auth.staff',
    );
    expect(requests).toHaveLength(0);
  },
);

const SECRET = 'sEcr3t/+ value';
const EVERYTHING = {
  token: SECRET,
  urlKey: SECRET,
  staff: { username: 'Ada', password: SECRET },
  keyId: SECRET,
  keySecret: SECRET,
};

/** The secret as it is, in a URL and in Basic authentication. */
const TRACES = [
  SECRET,
  encodeURIComponent(SECRET),
  Buffer.from(`Ada:${SECRET}`).toString('base64'),
];

function leaks(value: unknown): string[] {
  const text = inspect(value, { depth: 10, showHidden: true });
  return TRACES.filter((trace) => text.includes(trace));
}

/** A server that repeats what it was sent. */
function quote({ url, headers }: Request): Response {
  return new Response(`${url} ${headers.get('authorization')}`, { status: 502 });
}

function failureOf(call: (input: object) => Promise<unknown>): Promise<unknown> {
  return call(id).catch((error: unknown) => error);
}

describe('a secret shows in nothing that is printed', () => {
  test('not in the client', async () => {
    const { client } = await petsClient({ auth: EVERYTHING });
    expect(leaks(client)).toEqual([]);
  });

  test('not in what a failed connection throws', async () => {
    const { client } = await petsClient({ auth: EVERYTHING }, (request) => {
      const cause = new Error(`cannot reach ${request.url}`);
      throw Object.assign(new TypeError('fetch failed', { cause }), { request });
    });
    const error = await failureOf(client.writePhoto);
    expect(leaks(error)).toEqual([]);
    expect(String(error)).toBe(
      'ClientError: writePhoto got no response: fetch failed: cannot reach https://pets.example/v3/pets/p1/photo?api_key=[redacted]',
    );
  });

  test('not in what an answer that quotes it throws', async () => {
    const { client } = await petsClient({ auth: EVERYTHING }, quote);
    for (const call of [client.writePhoto, client.removePet, client.listPets]) {
      expect(await failureOf(call)).toMatchObject({ name: 'UnexpectedResponseError', status: 502 });
      expect(leaks(await failureOf(call))).toEqual([]);
    }
  });

  test('not in its form for Basic authentication', async () => {
    const { client } = await petsClient({ auth: { staff: EVERYTHING.staff } }, quote);
    const error = await failureOf(client.removePet);
    expect(error).toMatchObject({ body: expect.stringContaining('Basic [redacted]') });
    expect(leaks(error)).toEqual([]);
  });

  test.for([
    { auth: { token: `${SECRET}\n` }, call: 'listPets' },
    { auth: { session: `${SECRET}; admin=1` }, call: 'readPhoto' },
    { auth: { staff: { username: 'A:da', password: SECRET } }, call: 'removePet' },
    { auth: { staff: SECRET }, call: 'removePet' },
  ] as const)('not when it cannot be sent: %o', async ({ auth, call }) => {
    const { client, requests } = await petsClient({ auth });
    const error = await failureOf(client[call]);
    expect(error).toMatchObject({ code: 'credential-unusable' });
    expect(leaks(error)).toEqual([]);
    expect(requests).toHaveLength(0);
  });
});

test('the longer of two secrets is blotted out first', () => {
  expect(redact('abc ab', ['ab', 'abc'])).toBe('[redacted] [redacted]');
});
