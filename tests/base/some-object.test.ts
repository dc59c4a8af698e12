import { expect, test } from 'vitest';
import { someObject } from '../../scripts/base/some-object.ts';

test.each([
  ['itself', { $id: 'a' }, true],
  ['below names and lists', { schemas: [{ of: { Pet: { $id: 'a' } } }] }, true],
  ['in a list in a list', [[{ $id: 'a' }]], true],
  ['nowhere', { schemas: [{ id: '$id' }, null, 1, '$id'] }, false],
  ['in what is no object', '$id', false],
])('finds an object %s', (_where, value, want) => {
  expect(someObject(value, (it) => Object.hasOwn(it, '$id'))).toBe(want);
});
