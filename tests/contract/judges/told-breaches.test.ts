import { expect, test } from 'vitest';
import type { Pointer } from '../../../scripts/base/json-pointer.ts';
import { toldBreaches } from '../../../scripts/contract/judges/told-breaches.ts';
import { many } from '../../hostile/describe.ts';

const breachOf = (constraint: Pointer, instance = '') => ({
  instance,
  constraint,
  keyword: constraint.slice(constraint.lastIndexOf('/') + 1),
  expected: null,
  message: 'is wrong',
});

test('what many items break is told once, by the first of them', () => {
  const breaches = many(5000, (at) => breachOf('#/items/type', `/${at}`));
  const told = toldBreaches([...breaches, breachOf('#/maxItems')]);
  expect(told).toEqual({ breaches: [breaches[0], breachOf('#/maxItems')], left: 0 });
});

test('of thousands of alternatives that do not fit it is told first that none does', () => {
  const branches = many(5000, (at) => breachOf(`#/schema/oneOf/${at}/required`));
  const { breaches, left } = toldBreaches([...branches, breachOf('#/schema/oneOf')]);
  expect(breaches[0]).toEqual(breachOf('#/schema/oneOf'));
  expect(breaches.slice(1)).toEqual(branches.slice(0, 29));
  expect(left).toBe(4971);
});

test('a few breaches are told in their order', () => {
  const breaches = [breachOf('#/oneOf/0/type'), breachOf('#/oneOf'), breachOf('#/oneOf/1/type')];
  expect(toldBreaches(breaches)).toEqual({ breaches, left: 0 });
});
