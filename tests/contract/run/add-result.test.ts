import { expect, test } from 'vitest';
import { addResult } from '../../../scripts/contract/run/add-result.ts';
import type { CheckResult, Violation } from '../../../scripts/result/contract-run.ts';

const RESULT: CheckResult = {
  operation: 'send',
  property: 'conformance',
  outcome: 'held',
  requests: 3,
  dropped: 1,
  milliseconds: 10,
  violations: [],
  disputes: [],
  undetermined: [{ operation: 'send', property: 'conformance', reason: 'why', exchanges: 2 }],
};
// What it is of is not looked at.
const violation = (id: string, property = 'conformance') => ({ id, property }) as Violation;
const told = ({ outcome, violations }: CheckResult) => [outcome, violations.map(({ id }) => id)];

test.for<[what: string, first: Partial<CheckResult>, more: Partial<CheckResult>, want: unknown]>([
  ['nothing', {}, {}, ['held', []]],
  ['what is new', {}, { violations: [violation('a')] }, ['violated', ['a']]],
  [
    'what was known',
    { outcome: 'violated', violations: [violation('a')] },
    { violations: [violation('a'), violation('b')] },
    ['violated', ['a', 'b']],
  ],
  ['what is of another property', {}, { violations: [violation('a', 'auth')] }, ['held', ['a']]],
  ['the end of the time', {}, { outcome: 'failed', reason: 'over' }, ['held', []]],
  ['a first success', { outcome: 'skipped', reason: 'none' }, {}, ['held', []]],
])('a check that is done again adds %s', ([, first, more, want]) => {
  const sum = addResult({ ...RESULT, ...first }, { ...RESULT, ...more });
  expect(told(sum)).toEqual(want);
  expect([sum.requests, sum.dropped, sum.undetermined[0]?.exchanges]).toEqual([6, 2, 4]);
  expect(sum.reason).toBe(undefined);
});
