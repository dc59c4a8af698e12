import { append } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Answer } from '../../wire/answer.ts';
import { withHeaders } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { FaultPlace, Operator, RequestDraft, SeenExchange } from '../operator.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

const METHOD = { class: 'method', difficulty: 1 } as const;

/** Operators on methods that every path has, whatever its description says (RFC 9110, section 9.3). */
export const ASKED_METHOD_OPERATORS: readonly Operator[] = [
  {
    ...METHOD,
    id: 'options-hides-method',
    title: 'does not name a method that a path has where it is asked for its options',
    changes: 'headers',
    places: (api, operation) =>
      onPath(api, operation, 'OPTIONS', {}, ({ answer }) => {
        const allowed = (answer.headers['allow'] ?? '').split(/\s*,\s*/);
        const others = allowed.filter((it) => it !== operation.method.toUpperCase());
        return answer.status < 300 && others.length < allowed.length
          ? withHeaders(answer, { allow: others.join(', ') || 'OPTIONS' })
          : answer;
      }),
  },
  {
    ...METHOD,
    id: 'trace-tells-credentials',
    title: 'gives back to TRACE what was sent, credentials and all',
    changes: 'verdict',
    places: (api, operation) =>
      onPath(api, operation, 'TRACE', { authorization: 'Bearer kiln-trace' }, ({ sent }) => ({
        status: 200,
        headers: { 'content-type': 'message/http' },
        body: Object.entries(sent.headers)
          .map(([name, value]) => `${name}: ${[value ?? ''].flat().join(', ')}\r\n`)
          .join(''),
      })),
  },
  {
    ...METHOD,
    id: 'head-of-another-type',
    title: 'tells another media type by HEAD than by GET',
    changes: 'headers',
    places(api, operation) {
      const valid = exampleRequest(api, operation);
      const isAlone = !api.operations.some(
        (it) => it.path === operation.path && it.method === 'head',
      );
      if (operation.method !== 'get' || !valid || !isAlone) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: operation.pointer,
          deviate: () => ({
            after: ({ sent, answer }) =>
              sent.method === 'HEAD' && answer.status < 300 && 'content-type' in answer.headers
                ? withHeaders(answer, { 'content-type': 'text/html' })
                : answer,
          }),
          witness: () => stepsOf(valid, { ...valid, method: 'HEAD' }),
        },
      ];
    },
  },
];

/** A method that no description has, at the first operation of a path. */
function onPath(
  api: ApiModel,
  operation: Operation,
  method: string,
  headers: RequestDraft['headers'],
  change: (seen: SeenExchange) => Answer,
): readonly FaultPlace[] {
  const valid = exampleRequest(api, operation);
  const here = api.operations.filter(({ path }) => path === operation.path);
  if (!valid || here[0] !== operation || here.some((it) => it.method === method.toLowerCase()))
    return [];
  const asked = { ...valid, method, headers: { ...valid.headers, ...headers }, body: undefined };
  return [
    {
      at: WHOLE_ANSWER,
      clause: append('#/paths', operation.path),
      reach: 'path',
      deviate: () => ({
        after: (seen) => (seen.sent.method === method ? change(seen) : seen.answer),
      }),
      witness: () => stepsOf(asked),
    },
  ];
}
