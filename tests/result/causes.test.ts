import { expect, test } from 'vitest';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { causesOf } from '../../scripts/result/causes.ts';
import type { Violation } from '../../scripts/result/contract-run.ts';
import { violationOf } from './violation-of.ts';

/** `property a,b +other`: operations and the other properties of each finding. */
function told(violations: readonly Violation[]): string[] {
  return causesOf(violations).map(({ operations, properties: [first, ...more] }) =>
    [first, operations.join(','), ...more.map((it) => `+${it}`)].join(' '),
  );
}

const REFUSED = 'a valid request is answered 422';
const WRONG_REASON = 'refuses with 400 and the reason of 404';
const CODE: Pointer = '#/c/Problem/properties/code/enum';
const POLICY: Pointer = '#/x-errors/notFound';
const bodyOf = (status: number): Pointer =>
  `#/paths/~1a/put/responses/${status}/content/x/schema/type`;
const UNKNOWN_STATUS = 'answers 422, which is not documented';

test.for([
  {
    what: 'the same undocumented status of several operations',
    violations: [
      violationOf('a', 'conformance', UNKNOWN_STATUS, 422),
      violationOf('b', 'conformance', UNKNOWN_STATUS, 422),
      violationOf('b', 'conformance', 'answers 418, which is not documented', 418),
    ],
    want: ['conformance a,b', 'conformance b'],
  },
  {
    what: 'a shared schema that several answers break',
    violations: [
      violationOf(
        'a',
        'conformance',
        'answers 200 with a body that breaks type',
        200,
        '#/c/Pet/type',
      ),
      violationOf(
        'b',
        'conformance',
        'answers 200 with a body that breaks type',
        200,
        '#/c/Pet/type',
      ),
      violationOf(
        'b',
        'conformance',
        'answers 200 with a body that breaks type',
        200,
        '#/c/Owner/type',
      ),
    ],
    want: ['conformance a,b', 'conformance b'],
  },
  {
    what: 'a keyword that is not checked in any query parameter',
    violations: [
      violationOf(
        'a',
        'input.rejected',
        'a request whose query parameter limit breaks type is answered 200',
        200,
      ),
      violationOf(
        'b',
        'input.rejected',
        'a request whose query parameter after breaks type is answered 201',
        201,
      ),
      violationOf('b', 'input.rejected', 'a request whose body breaks type is answered 201', 201),
    ],
    want: ['input.rejected a,b', 'input.rejected b'],
  },
  {
    what: 'credentials that nobody looks at',
    violations: [
      violationOf(
        'a',
        'auth.missing',
        'a request without a credential is answered 200, not 401',
        200,
      ),
      violationOf(
        'a',
        'auth.unknown',
        'a request with an unknown credential is answered 200, not 401',
        200,
      ),
      violationOf(
        'b',
        'auth.missing',
        'a request without a credential is answered 204, not 401',
        204,
      ),
      violationOf(
        'c',
        'auth.unknown',
        'a request with an unknown credential is answered 200, not 401',
        200,
      ),
    ],
    want: ['auth.missing a,b +auth.unknown', 'auth.unknown c'],
  },
  {
    what: 'credentials that are refused by another status',
    violations: [
      violationOf(
        'a',
        'auth.missing',
        'a request without a credential is answered 403, not 401',
        403,
      ),
      violationOf('a', 'auth.malformed', 'a request with half of it is answered 403, not 401', 403),
      violationOf('b', 'auth.expired', 'a request with an old one is answered 403, not 401', 403),
    ],
    want: ['auth.missing a,b +auth.malformed +auth.expired'],
  },
  {
    what: 'what is said again of another spelling',
    violations: [
      violationOf('a', 'input.respelled', REFUSED, 422),
      violationOf('a', 'input.accepted', REFUSED, 422),
      violationOf('b', 'input.respelled', REFUSED, 422),
    ],
    want: ['input.accepted a +input.respelled', 'input.respelled b'],
  },
  {
    what: 'what an undocumented status explains',
    violations: [
      violationOf(
        'a',
        'input.rejected',
        'a request that breaks a constraint is answered 422, not 400',
        422,
      ),
      violationOf('a', 'conformance', UNKNOWN_STATUS, 422),
      violationOf(
        'b',
        'input.rejected',
        'a request that breaks a constraint is answered 422, not 400',
        422,
      ),
    ],
    want: ['conformance a +input.rejected', 'input.rejected b'],
  },
  {
    what: 'failures: one of each operation, and before anything else',
    violations: [
      violationOf('a', 'conformance', UNKNOWN_STATUS, 422),
      violationOf('a', 'input.rejected', 'a request whose body breaks type is answered 500', 500),
      violationOf('a', 'conformance', 'answers 500, which is not documented', 500),
      violationOf('b', 'conformance', 'gives no answer', undefined),
    ],
    want: ['input.rejected a +conformance', 'conformance b', 'conformance a'],
  },
  {
    what: 'a reason of another status, by whichever request it is seen',
    violations: [
      violationOf('a', 'envelope', WRONG_REASON, 400),
      violationOf('a', 'conformance', WRONG_REASON, 400),
      violationOf('b', 'encoding.malformed', WRONG_REASON, 400),
      violationOf('b', 'input.rejected', WRONG_REASON, 400),
      violationOf('b', 'auth.missing', 'refuses with 401 and the reason of 403', 401),
    ],
    want: ['envelope a,b +conformance +encoding.malformed +input.rejected', 'auth.missing b'],
  },
  {
    what: 'one clause that the bodies of refusals break, of operations and of nothing',
    violations: [
      violationOf('a', 'conformance', 'answers 400 with a body that breaks enum', 400, CODE),
      violationOf('b', 'conformance', 'answers 404 with a body that breaks enum', 404, CODE),
      violationOf('b', 'envelope', 'a path is answered 404 outside of the envelope', 404, CODE),
      violationOf('b', 'envelope', 'a path is answered 404 outside of the envelope', 404, POLICY),
      violationOf('a', 'conformance', 'answers 200 with a body that breaks enum', 200, CODE),
    ],
    want: ['conformance a,b +envelope', 'envelope b', 'conformance a'],
  },
  {
    what: 'a field that is wrong whichever success has it',
    violations: [
      violationOf('a', 'conformance', 'answers 200 with a body that breaks type', 200, bodyOf(200)),
      violationOf('a', 'conformance', 'answers 201 with a body that breaks type', 201, bodyOf(201)),
      violationOf('a', 'conformance', 'answers 400 with a body that breaks type', 400, bodyOf(400)),
    ],
    want: ['conformance a', 'conformance a'],
  },
  { what: 'nothing', violations: [], want: [] },
])('makes one finding of $what', ({ violations, want }) => {
  expect(told(violations)).toEqual(want);
});
