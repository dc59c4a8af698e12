import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../scripts/model/api-model.ts';
import { toRouter } from '../../scripts/model/router.ts';

const PATHS = [
  '/',
  '/pets',
  '/pets/{id}',
  '/pets/mine',
  '/pets/{id}/toys/{toy}',
  '/pets/mine/toys',
];

test.each([
  { path: '/', want: '/', variables: {} },
  { path: '/pets', want: '/pets', variables: {} },
  { path: '/pets/7', want: '/pets/{id}', variables: { id: '7' } },
  { path: '/pets/mine', want: '/pets/mine', variables: {} },
  { path: '/pets/m%69ne', want: '/pets/mine', variables: {} },
  { path: '/pets/mine/toys', want: '/pets/mine/toys', variables: {} },
  { path: '/pets/mine/toys/9', want: '/pets/{id}/toys/{toy}', variables: { id: 'mine', toy: '9' } },
  { path: '/pets/a%2Fb', want: '/pets/{id}', variables: { id: 'a%2Fb' } },
  { path: '/pets/%zz', want: '/pets/{id}', variables: { id: '%zz' } },
  { path: '/pets/', want: undefined },
  { path: '/pets//toys/1', want: undefined },
  { path: '/Pets', want: undefined },
  { path: '/pets/1/toys', want: undefined },
  { path: '', want: undefined },
])('$path is $want', ({ path, want, variables }) => {
  const match = toRouter(PATHS.map((it) => operation(it)))(path);
  expect(match?.operations.get('get')?.path).toBe(want);
  expect(match && Object.fromEntries(match.variables)).toEqual(variables);
});

test.each([
  { paths: ['/{id}', '/{id}.json'], path: '/a.json', want: '/{id}.json' },
  { paths: ['/{from}-{to}'], path: '/1-2', want: '/{from}-{to}' },
  { paths: ['/pets:search', '/{name}'], path: '/pets:search', want: '/pets:search' },
  { paths: ['/a.b'], path: '/axb', want: undefined },
  { paths: ['/__proto__', '/{id}'], path: '/__proto__', want: '/__proto__' },
  { paths: ['/{hash}/{index}', '/{id}/parts'], path: '/1/parts', want: '/{id}/parts' },
  { paths: ['/{id}/parts', '/{hash}/{index}'], path: '/1/2', want: '/{hash}/{index}' },
])('of $paths, $path is $want', ({ paths, path, want }) => {
  expect(toRouter(paths.map((it) => operation(it)))(path)?.operations.get('get')?.path).toBe(want);
});

test('templates that differ in the names of their variables are one path', () => {
  const route = toRouter([
    operation('/a/{first}/{second}'),
    operation('/a/{id}/parts'),
    operation('/a/{x}/{y}', 'post'),
    operation('/a/{id}/parts/{part}'),
  ]);
  expect(route('/a/1/parts')?.operations.get('get')?.path).toBe('/a/{id}/parts');
  const match = route('/a/1/2');
  expect([...(match?.operations.values() ?? [])].map(({ path }) => path)).toEqual([
    '/a/{first}/{second}',
    '/a/{x}/{y}',
  ]);
  expect(match && Object.fromEntries(match.variables)).toEqual({
    first: '1',
    second: '2',
  });
});

test('the methods of a path share its match', () => {
  const match = toRouter([operation('/pets'), operation('/pets', 'post')])('/pets');
  expect([...(match?.operations.keys() ?? [])]).toEqual(['get', 'post']);
});

test('templates that differ only by names are one path, and each operation has its own names', () => {
  const read = operation('/pets/{id}/{toy}');
  const write = operation('/pets/{toy}/{pet}', 'post');
  const match = toRouter([read, write])('/pets/1/2');
  expect([...(match?.operations.values() ?? [])]).toEqual([read, write]);
  expect(match?.variables).toEqual(new Map(Object.entries({ id: '1', toy: '2' })));
  expect(match?.renamed?.get(read)).toBeUndefined();
  expect(match?.renamed?.get(write)).toEqual(new Map(Object.entries({ toy: '1', pet: '2' })));
});

test.each([
  { what: 'has a GET of its own', own: ['get'], head: undefined },
  { what: 'has none', own: ['post'], head: '/{kind}/{id}/notes' },
])('HEAD of a template that $what', ({ own, head }) => {
  const router = toRouter([
    ...own.map((method) => operation('/pets/{id}/notes', method)),
    operation('/{kind}/{id}/notes', 'head'),
  ]);
  expect(router('/pets/7/notes')?.operations.get('head')?.path).toBe(head);
});

test('a template filled with any text is found again, its variables as they were sent', () => {
  const route = toRouter([operation('/pets/{id}/toys/{toy}')]);
  const text = fc.string({ minLength: 1 }).map(encodeURIComponent);
  fc.assert(
    fc.property(text, text, (id, toy) => {
      expect(route(`/pets/${id}/toys/${toy}`)?.variables).toEqual(
        new Map(Object.entries({ id, toy })),
      );
    }),
  );
});

test('a thousand operations are told apart', () => {
  const paths = Array.from({ length: 1000 }, (_, i) => `/group${i % 50}/{id}/part${i}`);
  const route = toRouter(paths.map((it) => operation(it)));
  const found = paths.map((it) => route(it.replace('{id}', '7'))?.operations.get('get')?.path);
  expect(found).toEqual(paths);
});

test.each([
  { path: '/hooks/mail', method: 'put', want: '/hooks/mail', variables: {} },
  // A path without variables is matched first, and then it is 405.
  { path: '/hooks/mail', method: 'get', want: undefined, variables: {} },
  { path: '/hooks/m%61il', method: 'patch', want: undefined, variables: {} },
  { path: '/hooks/chat', method: 'get', want: '/hooks/{name}', variables: { name: 'chat' } },
  {
    path: '/hooks/chat',
    method: 'patch',
    want: '/{kind}/{id}',
    variables: { kind: 'hooks', id: 'chat' },
  },
  { path: '/hooks/chat', method: 'put', want: undefined, variables: {} },
])('$method of $path is taken from $want', ({ path, method, want, variables }) => {
  const route = toRouter([
    operation('/hooks/{name}'),
    operation('/{kind}/{id}', 'get'),
    operation('/{kind}/{id}', 'patch'),
    operation('/hooks/mail', 'put'),
  ]);
  // What is kept of a path is what was found for it.
  for (const match of [route(path), route(path)]) {
    const found = match?.operations.get(method);
    const own = (found && match?.renamed?.get(found)) ?? match?.variables ?? new Map();
    expect([found?.path, found ? Object.fromEntries(own) : {}]).toEqual([want, variables]);
  }
});

describe('what documents print otherwise', () => {
  const change = operation('/workflow/{id}', 'patch', [['patch', '/workflows/{id}']]);
  const remove = operation('/workflows/{flow}', 'delete');
  const read = operation('/events/{id}', 'get', [
    ['get', '/events:{id}'],
    ['post', '/events/{id}/'],
  ]);
  const others = [operation('/events/track', 'post'), operation('/events/{event}/{part}', 'get')];
  const swapped = operation('/a/{x}/{y}', 'get', [['get', '/b/{y}/{x}']]);
  const route = toRouter([change, remove, read, ...others, swapped]);
  const nobody = {
    ...change,
    printedAs: [{ text: '/x', method: 'get', path: '/x', isServed: false }],
  };

  test.each([
    { asked: 'patch /workflow/1', want: 'patch /workflow/{id}', variables: { id: '1' } },
    { asked: 'patch /workflows/1', want: 'patch /workflow/{id}', variables: { id: '1' } },
    { asked: 'delete /workflows/1', want: 'delete /workflows/{flow}', variables: { flow: '1' } },
    { asked: 'delete /workflow/1', want: undefined },
    { asked: 'get /events:e1', want: 'get /events/{id}', variables: { id: 'e1' } },
    { asked: 'post /events/e1/', want: 'get /events/{id}', variables: { id: 'e1' } },
    { asked: 'get /events/e1/', want: undefined },
    { asked: 'post /events/track', want: 'post /events/track', variables: {} },
    { asked: 'get /b/1/2', want: 'get /a/{x}/{y}', variables: { x: '2', y: '1' } },
  ])('$asked is $want', ({ asked, want, variables = {} }) => {
    const [method = '', path = ''] = asked.split(' ');
    for (const match of [route(path), route(path)]) {
      const found = match?.operations.get(method);
      const own = (found && match?.renamed?.get(found)) ?? match?.variables ?? new Map();
      expect([found?.id, found ? Object.fromEntries(own) : {}]).toEqual([want, variables]);
    }
  });

  test('takes nothing from what is described', () => {
    const printed = operation('/me', 'get', [
      ['get', '/users/me'],
      ['get', '/users/{name}'],
      ['put', '/users/{name}'],
    ]);
    const user = operation('/users/{id}', 'get');
    const match = toRouter([printed, user])('/users/me');
    expect(match?.operations.get('get')).toBe(user);
    expect(match?.operations.get('put')).toBe(printed);
    expect(toRouter([nobody])('/x')).toBeUndefined();
  });
});

function operation(
  path: string,
  method = 'get',
  printed: readonly (readonly [method: string, path: string])[] = [],
): Operation {
  return {
    id: `${method} ${path}`,
    method,
    path,
    pointer: '#',
    servers: [],
    summary: undefined,
    description: undefined,
    tags: [],
    callbacks: [],
    printedAs: printed.map(([own, it]) => ({ text: it, method: own, path: it, isServed: true })),
    deprecated: false,
    parameters: [],
    body: undefined,
    responses: [],
    security: [],
    rateCategory: undefined,
    access: undefined,
    limits: {},
    async: undefined,
    pagination: undefined,
    idempotency: undefined,
    conditional: undefined,
    resource: undefined,
    lifecycle: {},
    veto: undefined,
    errors: {},
  };
}
