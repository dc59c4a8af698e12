import { expect, test } from 'vitest';
import { causeIds, causesOf } from '../../scripts/result/causes.ts';
import type { Violation } from '../../scripts/result/contract-run.ts';
import { bySeverity } from '../../scripts/result/severity.ts';
import { violationOf } from './violation-of.ts';

const REFUSED = 'a valid request is answered 422';
const UNKNOWN_STATUS = 'answers 422, which is not documented';

test('calls a finding the same, whatever else was found', () => {
  const [one, other, more] = [
    violationOf('a', 'conformance', UNKNOWN_STATUS, 422),
    violationOf('b', 'conformance', UNKNOWN_STATUS, 422),
    violationOf('b', 'conformance', 'gives no answer', undefined),
  ];
  const [alone] = causesOf([other]);
  expect(causeIds([more, one, other]).get(other.id)).toBe(alone?.id);
});

test('shows of a finding what is chosen, and of what it follows from', () => {
  const known = violationOf('a', 'input.accepted', REFUSED, 422);
  const fresh = violationOf('a', 'input.respelled', REFUSED, 422);
  const [cause, ...others] = causesOf([known, fresh], [fresh]);
  expect(others).toEqual([]);
  expect(cause?.violations).toEqual([fresh]);
  expect(cause?.id).toBe(causeIds([known]).get(known.id));
});

function broken(operation: string, keyword: string, seen: string): Violation {
  const message = `answers 200 with a body that breaks ${keyword}`;
  const it = violationOf(operation, 'conformance', message, 200, `#/c/Pet/status/${keyword}`);
  return { ...it, id: `${it.id} ${seen}`, proof: { ...it.proof, seen } };
}

test('an answer of another type breaks what stands beside the type for that reason alone', () => {
  const violations = [
    broken('a', 'enum', 'body/3/status is null: must be one of "new", "old"'),
    broken('a', 'type', 'body/0/status is null: must be string'),
    broken('b', 'enum', 'body/status is "odd": must be one of "new", "old"'),
    broken('b', 'type', 'body/status is 5: must be string'),
  ];
  expect(causesOf(violations).map((it) => it.violations.length)).toEqual([3, 1]);
});

test('a stranger that is served comes before what odd requests break', () => {
  const violations = [
    violationOf('a', 'input.accepted', 'a valid request is answered 500', 500),
    violationOf('b', 'conformance', 'answers 200 with a body that breaks type', 200),
    violationOf(
      'c',
      'auth.missing',
      'a request without a credential is answered 200, not 401',
      200,
    ),
    violationOf('d', 'auth.accepted', 'a right credential is answered 401', 401),
  ];
  expect(bySeverity(causesOf(violations)).map(({ operations }) => operations.join())).toEqual([
    'c',
    'a',
    'b',
    'd',
  ]);
});
