import { describe, expect, test } from 'vitest';
import type { ParameterContract } from '../../../scripts/generate/runtime/contract.ts';
import {
  writeDefaultParameters,
  writeParameters,
} from '../../../scripts/generate/runtime/parameters.ts';
import { petsClient } from '../pets.ts';

const auth = { token: 't' };

describe('a request carries its parameters', () => {
  test.for([
    [{ ids: [1, 2] }, 'ids=1,2'],
    [{ tags: ['a&b', 'c'] }, 'tags=a%26b&tags=c'],
    [{ size: { min: 3 } }, 'size%5Bmin%5D=3'],
    [{ filter: { a: { b: [1] } } }, 'filter=%7B%22a%22%3A%7B%22b%22%3A%5B1%5D%7D%7D'],
    [{ ids: undefined, tags: ['x'] }, 'tags=x'],
    [{ unknown: [1, 2] }, 'unknown=1&unknown=2'],
    [{ tags: [], ids: [1] }, 'ids=1'],
    [{ tags: null, size: {}, ids: [1] }, 'ids=1'],
    [{ raw: "a/b?c'd" }, 'raw=a/b?c%27d'],
    [{ raw: 'a&b=c#d' }, 'raw=a%26b%3Dc%23d'],
    [{ unknown: new Date(0) }, 'unknown=1970-01-01T00%3A00%3A00.000Z'],
    [{ ids: [9_007_199_254_740_993n] }, 'ids=9007199254740993'],
    [{ filter: { id: 9_007_199_254_740_993n } }, 'filter=%7B%22id%22%3A9007199254740993%7D'],
  ] as const)('query %o', async ([query, want]) => {
    const { client, requests } = await petsClient({ auth });
    await client.listPets({ query }).catch(() => undefined);
    expect(requests[0]?.url).toBe(`https://pets.example/v3/pets?${want}`);
  });

  test('in a header and in a cookie, beside the caller’s own headers', async () => {
    const { client, requests } = await petsClient({ auth });
    const input = {
      header: { 'X-Trace': ['a', 'b'], 'X-Left-Out': null },
      cookie: { theme: 'dark', list: ['a', 'b'] },
      headers: { 'X-Own': '1', Authorization: 'mine' },
    };
    await client.listPets(input).catch(() => undefined);
    const headers = Object.fromEntries(requests[0]?.headers ?? []);
    expect(headers).toMatchObject({
      'x-trace': 'a,b',
      cookie: 'theme=dark; list=a; list=b',
      'x-own': '1',
      authorization: 'Bearer t',
      accept: 'application/json',
    });
    expect(headers).not.toHaveProperty('x-left-out');
  });

  test('and the headers of the platform’s own kind', async () => {
    const { client, requests } = await petsClient({ auth });
    const headers = new Headers({ 'X-Own': '1' });
    await client.addPet({ body: {}, headers, contentType: 'application/json' }).catch(() => {});
    expect(requests[0]?.headers.get('x-own')).toBe('1');
    expect(requests[0]?.headers.get('content-type')).toBe('application/json');
  });

  test('by way of openapi-fetch too', async () => {
    const { client, requests } = await petsClient({ auth });
    const params = { query: { ids: [1, 2], size: { min: 3 } } };
    await client.http.GET('/pets', { params });
    expect(requests[0]?.url).toBe('https://pets.example/v3/pets?ids=1,2&size%5Bmin%5D=3');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer t');
  });
});

describe('a path is refused that would be the address of something else', () => {
  test.for([
    [undefined, 'parameter-missing'],
    [null, 'parameter-missing'],
    ['', 'parameter-unusable'],
    ['.', 'parameter-unusable'],
    ['..', 'parameter-unusable'],
    [[], 'parameter-unusable'],
    [[''], 'parameter-unusable'],
    [{}, 'parameter-unusable'],
    [Number.NaN, 'parameter-unusable'],
    [Infinity, 'parameter-unusable'],
    [new Date(Number.NaN), 'parameter-unusable'],
    [[1, Number.NaN], 'parameter-unusable'],
    [() => 'p', 'parameter-unusable'],
  ] as const)('%o', async ([petId, code]) => {
    const { client, requests } = await petsClient({ auth: { urlKey: 'k' } });
    const call = client.writePhoto({ path: { petId } });
    await expect(call).rejects.toMatchObject({ name: 'ClientError', code });
    const params = { path: { petId } };
    await expect(client.http.PUT('/pets/{petId}/photo', { params })).rejects.toMatchObject({
      code,
    });
    expect(requests).toHaveLength(0);
  });

  test.for([
    ['a/../b', 'a%2F..%2Fb'],
    [new Date(0), '1970-01-01T00%3A00%3A00.000Z'],
    [2n ** 64n, '18446744073709551616'],
    [0, '0'],
    [false, 'false'],
    ['...', '...'],
    ['%2e', '%252e'],
  ] as const)('%o stays in its segment', async ([petId, want]) => {
    const { client, requests } = await petsClient({ auth: { urlKey: 'k' } });
    await client.writePhoto({ path: { petId } });
    expect(requests[0]?.url).toBe(`https://pets.example/v3/pets/${want}/photo?api_key=k`);
  });

  test('also where its parts make a dot segment together', () => {
    const operation = operationOf([], '/a/{left}{right}');
    expect(() => writeParameters('read', operation, { path: { left: '.', right: '.' } })).toThrow(
      'something else',
    );
    const path = { left: '.', right: 'x' };
    expect(writeParameters('read', operation, { path }).path).toBe('/a/.x');
  });
});

function operationOf(parameters: readonly ParameterContract[], path = '/a') {
  return { method: 'get', path, parameters, content: [], responses: {}, security: [] } as const;
}

test('the names of members of every object are ordinary names', () => {
  expect(() => writeParameters('read', operationOf([], '/a/{constructor}'), {})).toThrow(
    'read needs the path parameter constructor',
  );
  const own = Object.fromEntries([['__proto__', 'x']]);
  expect(writeParameters('read', operationOf([]), { query: own }).query).toBe('__proto__=x');
});

describe('a value that nobody can read is refused before it is sent', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;

  test.for([
    ['header', 'a\nb'],
    ['header', 'a\rb'],
    ['header', '\0'],
    ['header', ' padded '],
    ['header', '日本'],
    ['header', Number.NaN],
    ['query', Number.NaN],
    ['query', [1, Infinity]],
    ['query', new Date(Number.NaN)],
    ['query', { at: new Date(Number.NaN) }],
    ['query', Symbol('q')],
    ['query', circle],
    ['cookie', -Infinity],
  ] as const)('%s %o', ([place, value]) => {
    const operation = operationOf([{ name: 'x', in: place }]);
    for (const write of [writeParameters, writeDefaultParameters]) {
      expect(() => write('read', operation, { [place]: { x: value } })).toThrow(
        expect.objectContaining({
          code: 'parameter-unusable',
          message: `read cannot send this ${place} parameter x`,
        }),
      );
    }
  });

  test('a header of the caller’s own too, without printing it', async () => {
    const { client, requests } = await petsClient({ auth });
    const call = client.listPets({ headers: { 'X-Own': 'sEcr3t\nx' } });
    await expect(call).rejects.toMatchObject({ name: 'ClientError', code: 'header-unusable' });
    await expect(call).rejects.not.toThrow('sEcr3t');
    expect(requests).toHaveLength(0);
  });
});

test('a missing path parameter is noticed before anything is sent', async () => {
  const { client, requests } = await petsClient({ auth: { session: 's' } });
  await expect(client.readPhoto({})).rejects.toMatchObject({ code: 'parameter-missing' });
  await expect(client.http.GET('/pets/{petId}/photo')).rejects.toThrow('petId');
  expect(requests).toHaveLength(0);
});
