import { objectOf } from '../../base/json.ts';
import { append, pointerOf, valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';

/**
 * What says that a thing can be read once it was made: a link of the answer to the operation that reads it,
 * or a `Location` that is documented and was sent. Undefined where nothing says so.
 */
export function documentedThingPromise(
  { document }: ApiModel,
  maker: Operation,
  reader: Operation,
  { response }: Exchange,
): string | undefined {
  const documented = response && responseFor(maker, response.status);
  if (!documented) return undefined;
  const links = objectOf(valueAt(document, append(documented.pointer, 'links')));
  const isLinked = Object.values(links).some((it) => {
    const { $ref, operationId } = objectOf(it);
    const link = typeof $ref === 'string' ? objectOf(valueAt(document, pointerOf($ref))) : {};
    return (operationId ?? link['operationId']) === reader.id;
  });
  if (isLinked) return `a link leads to ${reader.id}`;
  const isLocated =
    response?.status === 201 &&
    headerOf(response, 'location') !== undefined &&
    documented.headers.some(({ name }) => name.toLowerCase() === 'location');
  return isLocated ? 'its Location is documented' : undefined;
}
