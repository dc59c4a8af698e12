import { parseJson } from '../../base/json-text.ts';
import { isJsonType } from '../../base/media-type.ts';
import { append } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { clauseOfRefusal } from '../../refusal/documented-refusal.ts';
import { misplacedReason, reasonForThings } from '../../refusal/told-reasons.ts';
import { headerOf, type WireResponse } from '../../wire/exchange.ts';
import type { Objection } from '../bench.ts';
import { shorten } from './words.ts';

/** A refusal that comes with the reason of another status (`x-errors`, the examples of its kinds). */
export function reasonObjections(
  api: ApiModel,
  operation: Pick<Operation, 'errors' | 'responses' | 'pointer'>,
  response: WireResponse,
): Objection[] {
  const body = envelopeIn(operation, response);
  const found = body && misplacedReason(api, operation, response.status, body.value);
  if (!found) return [];
  const own = found.documented.map((it) => shorten(it)).join(' or ');
  return [
    {
      message: `refuses with ${response.status} and the reason of ${found.statuses.join(' or ')}`,
      clause: clauseOfRefusal(api, operation, found.kind),
      states: `${found.at} of a ${response.status} is ${own}`,
      seen: `${found.at} is ${shorten(found.told)}`,
    },
  ];
}

/** A path that does not exist, answered with the reason for things that do not exist. */
export function reasonForThingsObjections(api: ApiModel, response: WireResponse): Objection[] {
  const body = envelopeIn(api.policies, response);
  const found = body && reasonForThings(api, body.value);
  if (!found) return [];
  return [
    {
      message: 'a path that is not documented is answered as a thing that is not there',
      clause: append('#/x-errors', 'notFound', 'noPath'),
      states: `${found.at} is ${shorten(found.documented)} where there is no such path`,
      seen: `${found.at} is ${shorten(found.told)}`,
    },
  ];
}

function envelopeIn({ errors }: Pick<Operation, 'errors'>, response: WireResponse) {
  if (response.status < 400 || Object.keys(errors).length === 0) return undefined;
  if (!isJsonType(headerOf(response, 'content-type') ?? '')) return undefined;
  const parsed = parseJson(response.body);
  return 'reason' in parsed ? undefined : parsed;
}
