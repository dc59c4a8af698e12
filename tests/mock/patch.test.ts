import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { jsonPatch, mergePatch } from '../../scripts/mock/state/patch.ts';

test.each<[Json, Json, Json]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: 'foo' }, null, null],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  [
    JSON.parse('{"__proto__": {"x": 1}}') as Json,
    { b: 1 },
    JSON.parse('{"__proto__": {"x": 1}, "b": 1}') as Json,
  ],
])('merging %j with %j makes %j', (target, patch, want) => {
  expect(mergePatch(target, patch)).toEqual(want);
});

const TARGET = { name: 'Rex', tags: ['a', 'b'], 'a/b': 1, home: { city: 'Oslo' } };

test.each<[Json[], Json]>([
  [[{ op: 'add', path: '/age', value: 3 }], { ...TARGET, age: 3 }],
  [[{ op: 'add', path: '/tags/1', value: 'x' }], { ...TARGET, tags: ['a', 'x', 'b'] }],
  [[{ op: 'add', path: '/tags/-', value: 'x' }], { ...TARGET, tags: ['a', 'b', 'x'] }],
  [[{ op: 'remove', path: '/tags/0' }], { ...TARGET, tags: ['b'] }],
  [[{ op: 'replace', path: '/a~1b', value: 2 }], { ...TARGET, 'a/b': 2 }],
  [
    [{ op: 'replace', path: '/home/city', value: 'Bergen' }],
    { ...TARGET, home: { city: 'Bergen' } },
  ],
  [[{ op: 'move', from: '/tags/0', path: '/tags/1' }], { ...TARGET, tags: ['b', 'a'] }],
  [[{ op: 'copy', from: '/home', path: '/office' }], { ...TARGET, office: { city: 'Oslo' } }],
  [[{ op: 'test', path: '/name', value: 'Rex' }], TARGET],
  [[{ op: 'replace', path: '', value: { name: 'Tom' } }], { name: 'Tom' }],
])('%j is done', (operations, want) => {
  expect(jsonPatch(TARGET, operations)).toEqual(want);
});

test.each<[Json[]]>([
  [[{ op: 'remove', path: '/age' }]],
  [[{ op: 'replace', path: '/age', value: 1 }]],
  [[{ op: 'add', path: '/nowhere/x', value: 1 }]],
  [[{ op: 'add', path: '/tags/3', value: 1 }]],
  [[{ op: 'add', path: '/tags/01', value: 1 }]],
  [[{ op: 'test', path: '/name', value: 'Tom' }]],
  [[{ op: 'add', path: 'name', value: 'Tom' }]],
  [[{ op: 'add', path: '/name' }]],
  [[{ op: 'move', from: '/age', path: '/x' }]],
  [[{ op: 'shout', path: '/name', value: 'x' }]],
  [['x']],
])('%j cannot be done', (operations) => {
  expect(jsonPatch(TARGET, operations)).toBeUndefined();
});
