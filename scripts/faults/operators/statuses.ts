import type { Operation } from '../../model/api-model.ts';
import type { ErrorKind } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { responseFor } from '../../model/documented-response.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Operator } from '../operator.ts';
import { PROVOKED_KINDS, refusedPlace } from './refused.ts';
import { onSuccess, responsesOf, stepsOf, WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Operators that answer a valid request with a status that the operation does not document. */
const UNDOCUMENTED: readonly Operator[] = (
  [
    ['undocumented-success', 'answers a success that is not documented', [200, 201, 202, 203, 206]],
    ['no-content', 'answers 204, keeping the content to itself', [204]],
    ['redirected', 'redirects a valid request', [302, 307]],
    ['teapot', 'answers a client error that is not documented', [418, 402]],
    ['server-error-status', 'gives the right content with a status of failure', [500, 502, 507]],
  ] as const
).map(([id, title, statuses]): Operator => {
  const pick = (operation: Operation) => statuses.find((status) => !responseFor(operation, status));
  return onSuccess(
    // HTTP has no content beside 204, whatever was to be sent.
    {
      id,
      class: 'status',
      difficulty: 0,
      title,
      changes: id === 'no-content' ? 'verdict' : 'status',
    },
    (_, operation) => (pick(operation) === undefined ? undefined : responsesOf(operation)),
    (answer, _, operation) => {
      const status = pick(operation);
      return status === undefined ? answer : { ...answer, status };
    },
  );
});

/** Operators that refuse what is valid. */
const REFUSING: readonly Operator[] = (
  [
    ['fails-on-valid', 'fails on a valid request', 'internal'],
    ['unavailable', 'says that it is not available', 'unavailable'],
    ['valid-refused', 'refuses a valid request as invalid', 'invalid'],
    ['valid-malformed', 'calls a valid request malformed', 'malformed'],
    ['documented-path-lost', 'does not know a documented path', 'notFound'],
    ['documented-method-refused', 'refuses a documented method', 'methodNotAllowed'],
  ] as const satisfies readonly (readonly [string, string, ErrorKind])[]
).map(([id, title, kind]) => ({
  id,
  class: 'status',
  difficulty: 0,
  title,
  changes: 'verdict',
  places: (api, operation) =>
    isPermitted(operation, kind)
      ? []
      : [
          {
            at: WHOLE_ANSWER,
            clause: responsesOf(operation),
            deviate: () => ({
              after: (seen) =>
                isCarriedOut(seen) ? toRefused(api, operation, seen, kind) : seen.answer,
            }),
            witness: () => stepsOf(exampleRequest(api, operation)),
          },
        ],
}));

/** Operators that answer a refusal with another status, the content unchanged. */
const RELABELLING: readonly Operator[] = (
  [
    ['success-for-refusal', 'answers 200 where it refuses', 1, PROVOKED_KINDS, 200],
    ['failure-for-refusal', 'answers 500 where the client is at fault', 1, PROVOKED_KINDS, 500],
    [
      'forbidden-for-unauthenticated',
      'answers 403 where nobody is known',
      1,
      ['unauthenticated'],
      403,
    ],
    [
      'not-found-for-unauthenticated',
      'hides behind 404 who is not known',
      1,
      ['unauthenticated'],
      404,
    ],
    [
      'unauthenticated-for-invalid',
      'answers 401 to invalid input',
      1,
      ['invalid', 'malformed'],
      401,
    ],
    ['conflict-for-invalid', 'answers 409 to invalid input', 1, ['invalid', 'malformed'], 409],
    [
      'not-found-for-method',
      'answers 404 to a method that a path does not have',
      1,
      ['methodNotAllowed'],
      404,
    ],
    [
      'invalid-for-method',
      'answers 400 to a method that a path does not have',
      1,
      ['methodNotAllowed'],
      400,
    ],
    [
      'not-implemented-for-method',
      'answers 501 to a method that a path does not have',
      1,
      ['methodNotAllowed'],
      501,
    ],
    ['forbidden-for-not-found', 'answers 403 to a path that does not exist', 1, ['notFound'], 403],
  ] as const satisfies readonly (readonly [
    string,
    string,
    1,
    readonly (typeof PROVOKED_KINDS)[number][],
    number,
  ])[]
).map(([id, title, difficulty, kinds, status]) => ({
  id,
  class: id.endsWith('method') ? 'method' : 'status',
  difficulty,
  title,
  changes: 'status',
  places: (api, operation) =>
    kinds.flatMap((kind) =>
      statusOfRefusal(operation, kind) === status
        ? []
        : refusedPlace(api, operation, kind, ({ answer }): Answer => ({ ...answer, status })),
    ),
}));

export const STATUS_OPERATORS: readonly Operator[] = [...UNDOCUMENTED, ...REFUSING, ...RELABELLING];

/** Whether a valid request may get such a refusal: a resource can be gone, a server busy. */
function isPermitted(operation: Operation, kind: ErrorKind): boolean {
  const status = statusOfRefusal(operation, kind);
  const isUnforeseen = kind === 'notFound' || kind === 'unavailable';
  return status < 400 || (isUnforeseen && responseFor(operation, status) !== undefined);
}
