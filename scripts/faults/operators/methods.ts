import { append } from '../../base/json-pointer.ts';
import { isCarriedOut, toRefused, toSuccess } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Operator, SeenExchange } from '../operator.ts';
import { refusedPlace } from './refused.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

const METHOD = { class: 'method', difficulty: 1, changes: 'verdict' } as const;

/** Operators on what a path and a method lead to; the statuses of refused methods are relabelled elsewhere. */
export const METHOD_OPERATORS: readonly Operator[] = [
  {
    ...METHOD,
    id: 'undocumented-method-accepted',
    title: 'answers a method that a path does not have as if it had',
    places: (api, operation) =>
      refusedPlace(
        api,
        operation,
        'methodNotAllowed',
        (seen) => toSuccess(api, operation, seen),
        append('#/paths', operation.path),
      ),
  },
  {
    ...METHOD,
    id: 'undocumented-path-accepted',
    title: 'answers a path that does not exist as if it did',
    places: (api, operation) =>
      refusedPlace(
        api,
        operation,
        'notFound',
        (seen) => toSuccess(api, operation, seen),
        '#/paths',
      ),
  },
  {
    ...METHOD,
    id: 'head-refused',
    title: 'refuses HEAD where GET is documented',
    places(api, operation) {
      const valid = exampleRequest(api, operation);
      if (operation.method !== 'get' || !valid) return [];
      return [
        {
          at: WHOLE_ANSWER,
          // RFC 9110, section 9.1: every server supports GET and HEAD.
          clause: operation.pointer,
          deviate: () => ({
            after: (seen) =>
              isAskedForHead(seen)
                ? toRefused(api, operation, seen, 'methodNotAllowed', { headers: { allow: 'GET' } })
                : seen.answer,
          }),
          witness: () => stepsOf({ ...valid, method: 'HEAD' }),
        },
      ];
    },
  },
  {
    ...METHOD,
    id: 'options-fails',
    title: 'fails where it is asked for its options',
    places(api, operation) {
      const valid = exampleRequest(api, operation);
      const here = api.operations.filter(({ path }) => path === operation.path);
      if (!valid || here[0] !== operation || here.some(({ method }) => method === 'options'))
        return [];
      return [
        {
          at: WHOLE_ANSWER,
          // RFC 9110, section 9.3.7.
          clause: append('#/paths', operation.path),
          reach: 'path',
          deviate: () => ({
            after: (seen) =>
              seen.sent.method === 'OPTIONS'
                ? toRefused(api, operation, seen, 'internal')
                : seen.answer,
          }),
          witness: () => stepsOf({ ...valid, method: 'OPTIONS', body: undefined }),
        },
      ];
    },
  },
];

function isAskedForHead(seen: SeenExchange): boolean {
  return seen.sent.method === 'HEAD' && isCarriedOut(seen);
}
