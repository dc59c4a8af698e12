import { expect, test } from 'vitest';
import { isEqual, type Json } from '../../scripts/base/json.ts';

const LONG = 9007199254740993n;

test.for<readonly [Json, Json, boolean]>([
  [1n, 1, true],
  [LONG, LONG, true],
  [LONG, 9007199254740992, false],
  [LONG, '9007199254740993', false],
  [1n, true, false],
  [0n, '', false],
  [0n, [], false],
  [1, '1', false],
  [{ id: LONG }, { id: LONG }, true],
  [{ id: LONG }, { id: '9007199254740993' }, false],
  [[1n], [1], true],
])('whether %o equals %o: %s', ([left, right, want]) => {
  expect(isEqual(left, right)).toBe(want);
  expect(isEqual(right, left)).toBe(want);
});
