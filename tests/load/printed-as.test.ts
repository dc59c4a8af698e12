import { expect, test } from 'vitest';
import { toPrintedAs } from '../../scripts/load/printed-as.ts';

const SERVERS = ['https://api.pets.example/v1', 'https://eu.pets.example'].map((url) => ({
  url,
  description: undefined,
  basePath: new URL(url).pathname.replace(/\/$/, ''),
  alsoAt: [],
  alsoBelow: [],
}));

test.each([
  { path: '/pets/{petId}', printed: '/pets/:id/', want: '/pets/{petId}/' },
  { path: '/pets/{petId}', printed: '/v1/pet/{id}', want: '/pet/{petId}' },
  { path: '/pets/{petId}', printed: '/v1pets/{id}', want: '/v1pets/{petId}' },
  { path: '/pets/{petId}', printed: '/pets:petId', want: '/pets:{petId}' },
  { path: '/pets/{petId}', printed: '/pets/<pet id>/', want: '/pets/{petId}/' },
  { path: '/pets/{petId}', printed: '/pets/[pet]/?x=1#top', want: '/pets/{petId}/' },
  { path: '/v1/{petId}', printed: '/v1/v1/:pet/', want: '/v1/{petId}/' },
  {
    path: '/pets/{petId}',
    printed: 'https://[team].pets.example/v1/animal/{id}',
    want: '/animal/{petId}',
  },
  { path: '/pets/{petId}', printed: 'https://eu.pets.example/pet/{id}', want: '/pet/{petId}' },
  {
    path: '/pets/{petId}',
    printed: 'https://other.example/v1/pet/{id}',
    want: '/v1/pet/{petId}',
    isLost: true,
  },
  { path: '/pets/{petId}', printed: '/pets/{id}/{toy}', want: '/pets/{id}/{toy}', isLost: true },
  { path: '/pets/{petId}', printed: 'pets', want: 'pets', isLost: true },
  { path: '/{a}/{b}', printed: '/x/{b}/{a}', want: '/x/{b}/{a}' },
  { path: '/{a}/{b}', printed: '/x/{b}/{c}', want: '/x/{a}/{b}' },
  { path: '/pets/batch', printed: '/pets:batch', want: '/pets:batch' },
])('$printed of $path is $want', ({ path, printed, want, isLost = false }) => {
  const found = toPrintedAs({ method: 'get', path, servers: SERVERS }, documentedAs(printed), {});
  expect(found).toEqual([{ text: printed, method: 'get', path: want, isServed: !isLost }]);
});

test.each(['/pets/:id', '/v1/pets/{id}', '/pets/{petId}', 'https://api.pets.example/v1/pets/[x]'])(
  '%s is no other spelling of /pets/{petId}',
  (printed) => {
    const place = { method: 'get', path: '/pets/{petId}', servers: SERVERS };
    expect(toPrintedAs(place, documentedAs(printed), {})).toEqual([]);
  },
);

test('a path speaks for all its operations, or for the one of a method', () => {
  const item = documentedAs(['/pet/:id', 'PATCH /animal/:id', '/pet/:name']);
  const of = (method: string, ...own: string[]) =>
    toPrintedAs({ method, path: '/pets/{petId}', servers: SERVERS }, documentedAs(own), item).map(
      (it) => `${it.method} ${it.path}`,
    );
  expect(of('get')).toEqual(['get /pet/{petId}']);
  expect(of('patch')).toEqual(['patch /pet/{petId}', 'patch /animal/{petId}']);
  // On an operation the method is one more of its own.
  expect(of('get', 'POST /pets/:id')).toEqual(['get /pet/{petId}', 'post /pets/{petId}']);
});

function documentedAs(text: string | readonly string[]) {
  return { 'x-documented-as': text };
}
