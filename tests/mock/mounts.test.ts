import { expect, test } from 'vitest';
import { findMount, toMounts } from '../../scripts/mock/mounts.ts';
import { loadText, startMock } from './pets.ts';

const server = (...urls: string[]) =>
  loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
${urls.length > 0 ? `servers: [${urls.map((url) => `{url: '${url}'}`).join(', ')}]` : ''}
paths: {}`);

test.each([
  [[], ['/pets']],
  [['https://a.example'], ['/pets']],
  [
    ['https://a.example/v1', 'https://run.example'],
    ['/pets/v1', '/pets/run.example'],
  ],
  [
    ['https://a.example/v1/', 'https://a.example/v2'],
    ['/pets/v1', '/pets/v2'],
  ],
  [
    ['https://a.example/v1', 'https://b.example:1/v1'],
    ['/pets/v1', '/pets/b.example:1/v1'],
  ],
  [
    ['https://a.example/v1', '/v1'],
    ['/pets/v1', '/pets/2/v1'],
  ],
  [
    ['/v1', './v1/', '/a/../v1'],
    ['/pets/v1', '/pets/v1', '/pets/v1'],
  ],
  [
    ['https://a.example/v1', 'https://A.example/v1/', '//a.example/v1?x=1'],
    ['/pets/v1', '/pets/v1', '/pets/v1'],
  ],
  [['v1'], ['/pets/v1']],
  [[''], ['/pets']],
  [['//a.example/v1'], ['/pets/v1']],
  [['https://a.example/über uns'], ['/pets/%C3%BCber%20uns']],
])('mounts the servers %j at %j', async (urls, want) => {
  expect(toMounts([await server(...urls)]).map(({ basePath }) => basePath)).toEqual(want);
});

/** Servers with variables: what is mounted, and where paths then lead. */
test.each([
  [
    '{url: "https://{region}.a.example/v1", variables: {region: {default: eu, enum: [eu, us]}}}',
    {
      '/pets/v1/a': '/a',
    },
  ],
  [
    '{url: "https://a.example/{stage}", variables: {stage: {default: v2, enum: [v1, v2, v3-beta]}}}',
    {
      '/pets/v2/a': '/a',
      '/pets/v1/a': '/a',
      '/pets/v3-beta/a': '/a',
      '/pets/v4/a': undefined,
    },
  ],
  [
    '{url: "https://a.example/{tenant}/v1", variables: {tenant: {default: acme}}}',
    {
      '/pets/acme/v1/a': '/a',
      '/pets/any-body/v1/a': '/a',
      '/pets//v1/a': undefined,
      '/pets/any/body/v1/a': undefined,
    },
  ],
  [
    '{url: "{scheme}://{host}:{port}/{basePath}/v{version}", variables: {scheme: {default: https, enum: [http, https]}, host: {default: a.example}, port: {default: 8443}, basePath: {default: x/y}, version: {default: 2, enum: [1, 2]}}}',
    {
      '/pets/x/y/v2/a': '/a',
      '/pets/x/y/v1/a': '/a',
      '/pets/z/v1/a': '/a',
      '/pets/z/v3/a': undefined,
    },
  ],
  [
    '{url: "{server}/v1", variables: {server: {default: "https://a.example/api"}}}',
    {
      '/pets/api/v1/a': '/a',
      '/pets/any/v1/a': undefined,
    },
  ],
  ['{url: "https://a.example/{lost}"}', { '/pets/lost/a': '/a', '/pets/any/a': '/a' }],
  [
    '{url: "https://a.example{basePath}", variables: {basePath: {default: /v1, enum: ["", /v1]}}}',
    {
      '/pets/v1/a': '/a',
      '/pets/a': '/a',
    },
  ],
  [
    '{url: /}, {url: "/{tenant}", variables: {tenant: {default: acme}}}',
    {
      '/pets/a/b': '/a/b',
      '/pets/acme/b': '/b',
      '/pets/2/any/b': '/b',
    },
  ],
])('of the servers %s the paths %j are served', async (servers, want) => {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
servers: [${servers}]
paths: {}`);
  const mounts = toMounts([api]);
  const found = Object.keys(want).map((path) => [path, findMount(mounts, path)?.rest]);
  expect(Object.fromEntries(found)).toEqual(want);
});

test('tries no more values of variables than anybody means', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `v${at}`).join(', ');
  const variables = ['a', 'b', 'c'].map((name) => `${name}: {default: v0, enum: [${many}]}`);
  const [mount] = toMounts([
    await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
servers: [{url: '/{a}/{b}/{c}', variables: {${variables.join(', ')}}}]
paths: {}`),
  ]);
  expect(mount?.basePath).toBe('/pets/v0/v0/v0');
  expect(mount?.alsoAt.length).toBeLessThan(64);
});

test('serves a path and an operation at servers of their own', async () => {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Bare, version: '1'}
servers: [{url: https://a.example/v1}]
paths:
  /a: {get: {responses: {'204': {description: Ok.}}}}
  /b: {servers: [{url: https://files.example/v1}], get: {responses: {'204': {description: Ok.}}}}
  /c: {get: {servers: [{url: https://a.example/v2}], responses: {'204': {description: Ok.}}}}`);
  const mock = await startMock([api]);
  const ask = async (url: string) => (await mock.inject({ method: 'GET', url })).statusCode;
  expect(await ask('/pets/v1/a')).toBe(204);
  expect(await ask('/pets/files.example/v1/b')).toBe(204);
  expect(await ask('/pets/v2/c')).toBe(204);
  expect(await ask('/pets/v1/b')).toBe(404);
});

test('finds the longest mount, and only whole segments', async () => {
  const mounts = toMounts([await server('https://a.example', 'https://a.example/v1')]);
  expect(findMount(mounts, '/pets/v1/a')).toEqual({
    api: 'pets',
    server: 'https://a.example/v1',
    rest: '/a',
  });
  expect(findMount(mounts, '/pets/v1a')).toEqual({
    api: 'pets',
    server: 'https://a.example',
    rest: '/v1a',
  });
  expect(findMount(mounts, '/pet')).toBeUndefined();
});

test('gives a path beside the mounts of an API to that API', async () => {
  const mounts = toMounts([await server('https://a.example/v1')]);
  expect(findMount(mounts, '/pets/v2/a')).toEqual({
    api: 'pets',
    server: undefined,
    rest: undefined,
  });
  expect(findMount(mounts, '/pets')).toEqual({ api: 'pets', server: undefined, rest: undefined });
});
