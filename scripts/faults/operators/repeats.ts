import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isEqual, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { RepeatsPolicy } from '../../model/resource-policy.ts';
import { othersThan } from '../../values/other-values.ts';
import { isCarriedOut, successContent, withJson } from '../answer-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import type { FaultPlace, Operator } from '../operator.ts';
import { readSent, valueIn, withValueIn, type ReadRequest } from '../request-parts.ts';

/** Operators on what an answer says again of its request. */
export const REPEATS_OPERATORS: readonly Operator[] = [
  {
    id: 'repeats-another',
    class: 'state',
    difficulty: 1,
    title: 'says something else where the answer repeats the request',
    changes: 'body',
    places: (api, operation) =>
      (operation.repeats ?? []).flatMap((policy, index) =>
        placesOf(api, operation, policy, append(operation.pointer, 'x-repeats', index)),
      ),
  },
];

function placesOf(
  api: ApiModel,
  operation: Operation,
  policy: RepeatsPolicy,
  clause: Pointer,
): readonly FaultPlace[] {
  const { when = {}, places = {}, most = {} } = policy;
  const example = exampleRequest(api, operation);
  const schema = successContent(operation)?.schema;
  const draft =
    example &&
    Object.entries(when).reduce(
      (it, [at, value]) => withValueIn(operation, it, at, value),
      example,
    );
  const asked = draft && readAsSent(api, operation, draft);
  if (!draft || !asked || schema === undefined) return [];
  const isMet = (read: ReadRequest) =>
    Object.entries(when).every(([at, value]) => isEqual(valueIn(read, at) ?? null, value));
  const place = (
    part: 'places' | 'most',
    [at, from]: readonly [string, string],
    othersOf: (said: Json) => readonly Json[],
  ): FaultPlace[] => {
    if (!isMet(asked) || valueIn(asked, from) === undefined) return [];
    return [
      {
        at,
        clause: append(clause, part, at),
        deviate: () => ({
          after: (seen) =>
            withJson(seen.answer, (body) => {
              const read = isCarriedOut(seen) ? readSent(api, operation, seen.sent) : undefined;
              const said = read && isMet(read) ? valueIn(read, from) : undefined;
              if (said === undefined || valueAt(body, at as Pointer) === undefined)
                return undefined;
              return othersOf(said)
                .map((it) => withValueAt(body, at as Pointer, it))
                .find((it) => api.schemas.check(schema, it, 'response').length === 0);
            }),
        }),
        witness: () => [{ send: draft }],
      },
    ];
  };
  return [
    ...Object.entries(places).flatMap((it) =>
      place('places', it, (said) => othersThan([said], said)),
    ),
    ...Object.entries(most).flatMap((it) =>
      place('most', it, (said) => (typeof said === 'number' ? [Math.max(0, said) + 1] : [])),
    ),
  ];
}
