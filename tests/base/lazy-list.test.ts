import { expect, test } from 'vitest';
import { toLazyList } from '../../scripts/base/lazy-list.ts';

test('items are made when they are asked for, and once for all who ask', () => {
  const made: number[] = [];
  const list = toLazyList(count(made));
  expect([list.isEmpty(), made]).toEqual([false, [0]]);
  expect([...Iterator.from(list).take(2), ...made]).toEqual([0, 1, 0, 1]);
  expect([...list]).toEqual([0, 1, 2]);
  expect([...list, ...made]).toEqual([0, 1, 2, 0, 1, 2]);
});

test('a list of nothing is empty', () => {
  const list = toLazyList(count([], 0));
  expect([list.isEmpty(), ...list]).toEqual([true]);
});

function* count(made: number[], most = 3): Generator<number, void, undefined> {
  for (let next = 0; next < most; next += 1) {
    made.push(next);
    yield next;
  }
}
