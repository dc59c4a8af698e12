import { describe, expect, test } from 'vitest';
import { toPath } from '../../../scripts/generate/runtime/serialize.ts';
import { petsClient } from '../pets.ts';

describe('a request carries its parameters', () => {
  test.for([
    [{ ids: [1, 2] }, 'ids=1,2'],
    [{ tags: ['a&b', 'c'] }, 'tags=a%26b&tags=c'],
    [{ size: { min: 3 } }, 'size[min]=3'],
    [{ filter: { a: { b: [1] } } }, 'filter=%7B%22a%22%3A%7B%22b%22%3A%5B1%5D%7D%7D'],
    [{ ids: undefined, tags: ['x'] }, 'tags=x'],
    [{ unknown: [1, 2] }, 'unknown=1&unknown=2'],
    [{ tags: [], ids: [1] }, 'ids=1'],
  ] as const)('query %o', async ([query, want]) => {
    const { client, requests } = await petsClient({ auth: { token: 't' } });
    await client.listPets({ query }).catch(() => undefined);
    expect(requests[0]?.url).toBe(`https://pets.example/v3/pets?${want}`);
  });

  test('in a header and in a cookie, beside the caller’s own headers', async () => {
    const { client, requests } = await petsClient({ auth: { token: 't' } });
    const input = {
      header: { 'X-Trace': ['a', 'b'] },
      cookie: { theme: 'dark' },
      headers: { 'X-Own': '1', Authorization: 'mine' },
    };
    await client.listPets(input).catch(() => undefined);
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toMatchObject({
      'x-trace': 'a,b',
      cookie: 'theme=dark',
      'x-own': '1',
      authorization: 'Bearer t',
      accept: 'application/json',
    });
  });

  test('by way of openapi-fetch too', async () => {
    const { client, requests } = await petsClient({ auth: { token: 't' } });
    const params = { query: { ids: [1, 2], size: { min: 3 } } };
    await client.http.GET('/pets', { params });
    expect(requests[0]?.url).toBe('https://pets.example/v3/pets?ids=1,2&size[min]=3');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer t');
  });
});

const operation = {
  method: 'get',
  path: '/a/{id}/b',
  parameters: [],
  content: [],
  responses: {},
  security: [],
} as const;

test.for([undefined, null, ''])('a path is not sent without its parameter: %o', (value) => {
  expect(() => toPath('read', operation, { id: value })).toThrow(
    'read needs the path parameter id',
  );
});

test.for(['.', '..'])('a path parameter cannot lead to another resource: %s', (value) => {
  expect(() => toPath('read', operation, { id: value })).toThrow('cannot send "." or ".."');
});

test('a slash in a path parameter stays in its segment', () => {
  expect(toPath('read', operation, { id: '../x y' })).toBe('/a/..%2Fx%20y/b');
});

test('a missing path parameter is noticed before anything is sent', async () => {
  const { client, requests } = await petsClient({ auth: { session: 's' } });
  await expect(client.readPhoto({})).rejects.toMatchObject({ code: 'parameter-missing' });
  await expect(client.http.GET('/pets/{petId}/photo')).rejects.toThrow('petId');
  expect(requests).toHaveLength(0);
});
