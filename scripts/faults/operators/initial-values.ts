import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, type Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import { leavesOf } from '../../values/leaves-of.ts';
import { isCarriedOut, likelyBody, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { FaultPlace } from '../operator.ts';
import { readSent, valueIn } from '../request-parts.ts';

/** Where a new thing is shown to be otherwise than `initial` says, and the request says nothing of it. */
export function initialPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const draft = exampleRequest(api, operation);
  if (!resource?.initial || !draft) return [];
  const { item = '#', input = '#', initial } = resource;
  const example = likelyBody(api, operation);
  return leavesOf(initial).flatMap(([inner, value]): FaultPlace[] => {
    const other = otherThan(value);
    const tokens = tokensOf(inner);
    const place = append(item, ...tokens);
    if (other === undefined || valueAt(example ?? null, place) === undefined) return [];
    return [
      {
        at: tokens.join('/'),
        clause: append(operation.pointer, 'x-resource', 'initial', ...tokens),
        deviate: () => ({
          after: (seen) =>
            withJson(seen.answer, (body) => {
              const read = isCarriedOut(seen) ? readSent(api, operation, seen.sent) : undefined;
              const said = read && asThing(resource, objectOf(valueIn(read, input)));
              const isTold = valueAt(body, place) !== undefined;
              return said && isTold && valueAt(said, inner) === undefined
                ? withValueAt(body, place, other)
                : undefined;
            }),
        }),
        witness: () => [{ send: draft }],
      },
    ];
  });
}

/** A value of the same type that is another; undefined where there is none that any schema would take. */
function otherThan(value: Json): Json | undefined {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `${value}x` : undefined;
}
