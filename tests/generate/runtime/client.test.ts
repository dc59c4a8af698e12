import { describe, expect, test, vi } from 'vitest';
import { petsClient } from '../pets.ts';

const auth = { token: 't', urlKey: 'k' };
const path = { petId: 'p' };

describe('a body is written in its media type', () => {
  test('JSON', async () => {
    const { client, requests } = await petsClient({ auth }, () =>
      Response.json({ name: 'Rex' }, { status: 201 }),
    );
    await client.addPet({ body: { name: 'Rex' } });
    expect(requests[0]?.headers.get('content-type')).toBe('application/json');
    expect(await requests[0]?.json()).toEqual({ name: 'Rex' });
  });

  test('a form with files, which comes first', async () => {
    const { client, requests } = await petsClient({ auth });
    await client.writePhoto({ path, body: { photo: new Blob(['x']), tags: ['a', 'b'] } });
    const form = await requests[0]?.formData();
    expect(form?.get('photo')).toBeInstanceOf(Blob);
    expect(form?.getAll('tags')).toEqual(['a', 'b']);
  });

  test('a form in a URL’s notation, when asked for', async () => {
    const { client, requests } = await petsClient({ auth });
    const contentType = 'application/x-www-form-urlencoded';
    await client.writePhoto({ path, contentType, body: { caption: 'a&b', of: { id: 1 } } });
    expect(requests[0]?.headers.get('content-type')).toBe(contentType);
    expect(await requests[0]?.text()).toBe('caption=a%26b&of=%7B%22id%22%3A1%7D');
  });

  test('none, and then no media type either', async () => {
    const { client, requests } = await petsClient({ auth });
    await client.writePhoto({ path });
    expect(requests[0]?.headers.get('content-type')).toBeNull();
    expect(await requests[0]?.text()).toBe('');
  });
});

const refusal = () => new Response('', { status: 404, headers: { 'Content-Length': '0' } });

test('an empty refusal that is documented without content ends the call', async () => {
  const { client } = await petsClient({ auth: { keyId: 'i', keySecret: 's' } }, refusal);
  expect(await client.removePet({ path })).toMatchObject({ status: 404, body: undefined });
});

const hello = () => new Response('hello', { headers: { 'Content-Type': 'text/plain' } });

describe('an operation with a server of its own', () => {
  const greet = 'https://greet.example';

  test('is sent there', async () => {
    const { client, requests } = await petsClient({ auth }, hello);
    await client['read-greeting']();
    expect(requests[0]?.url).toMatch(/^https:\/\/greet\.example\//);
  });

  test('follows its new address', async () => {
    const elsewhere = {
      baseUrl: 'http://localhost:1/v3',
      baseUrls: { [greet]: 'http://localhost:2' },
    };
    const { client, requests } = await petsClient({ auth, ...elsewhere }, hello);
    await client['read-greeting']();
    expect(requests[0]?.url).toMatch(/^http:\/\/localhost:2\//);
  });

  test('does not go to the real one when the rest of the API was moved', async () => {
    const { client, requests } = await petsClient({ auth, baseUrl: 'http://localhost:1/v3' });
    await expect(client['read-greeting']()).rejects.toMatchObject({ code: 'url-unusable' });
    expect(requests).toEqual([]);
  });
});

describe('plain http', () => {
  test.for(['http://pets.example/v3', 'http://127.0.0.1.evil.example', 'http://localhost.example'])(
    'is refused to %s when the API is described with https',
    async (baseUrl) => {
      await expect(petsClient({ auth, baseUrl })).rejects.toMatchObject({ code: 'url-insecure' });
    },
  );

  test.for([
    'http://localhost:4010',
    'http://127.0.0.1:4010/pets/v3/',
    'http://[::1]:1',
    'https://eu.pets.example',
  ])('is no matter at %s', async (baseUrl) => {
    const { client, requests } = await petsClient({ auth, baseUrl });
    await client['get /health']();
    expect(requests[0]?.url).toBe(`${baseUrl.replace(/\/$/, '')}/health`);
  });

  test('is refused to one call, and to what middleware makes of a call', async () => {
    const { client, requests } = await petsClient({ auth });
    const insecure = { code: 'url-insecure' };
    const call = client.http.GET('/pets', { baseUrl: 'http://pets.example' });
    await expect(call).rejects.toMatchObject(insecure);
    client.http.use({ onRequest: () => new Request('http://pets.example/v3/pets') });
    await expect(client.listPets()).rejects.toMatchObject(insecure);
    expect(requests).toHaveLength(0);
  });
});

test.for([
  '',
  '/v3',
  'ftp://pets.example',
  'https://s3cret@pets.example',
  'https://user:s3cret@pets.example',
  'https://pets.example?x=1',
])('a base URL that cannot be one is refused without showing it: %s', async (baseUrl) => {
  const error: unknown = await petsClient({ auth, baseUrl }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'url-unusable' });
  expect(String(error)).not.toContain('s3cret');
});

test('a caller’s own abort is told as that, with its reason', async () => {
  const reason = new Error('no longer needed');
  const controller = new AbortController();
  const { client } = await petsClient({ auth }, (request) => {
    controller.abort(reason);
    request.signal.throwIfAborted();
    return new Response();
  });
  const call = client.listPets({ signal: controller.signal });
  await expect(call).rejects.toMatchObject({ code: 'aborted', cause: reason });
});

test('the global fetch is looked up at the time of the call', async () => {
  const { client } = await petsClient({ auth, fetch: undefined });
  const fetch = vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response(null, { status: 204 }));
  try {
    await client['get /health']();
    expect(fetch).toHaveBeenCalledOnce();
  } finally {
    fetch.mockRestore();
  }
});

test('redirects are not followed', async () => {
  const { client, requests } = await petsClient({ auth });
  await client['get /health']();
  expect(requests[0]?.redirect).toBe('manual');
});

test('middleware sees the answers of methods too', async () => {
  const { client } = await petsClient({ auth }, () => new Response('{}', { status: 500 }));
  client.http.use({
    onResponse: () => Response.json({ error: 'from middleware' }, { status: 409 }),
  });
  const result = await client.addPet({ body: { name: 'Rex' } });
  expect(result).toMatchObject({ status: 409, body: { error: 'from middleware' } });
});

test('a path that the description does not have is refused', async () => {
  const { client } = await petsClient({ auth });
  await expect(client.http.GET('/cats')).rejects.toMatchObject({ code: 'operation-unknown' });
});
