import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { Complaint } from '../complaint.ts';
import type { Letter } from '../letterbox.ts';
import { readParts } from '../wire/read-request.ts';
import { describeBreach, shorten } from './words.ts';

type Objection = Omit<Complaint, 'property'>;

/**
 * What in a webhook its description does not allow: its method, media type, content or parameters
 * (OpenAPI 3.1.1, section 4.8.1, and 4.8.10 for the operation that it is).
 */
export function objectionsToLetter(
  api: ApiModel,
  webhook: Operation,
  { request }: Letter,
): Objection[] {
  const method = webhook.method.toUpperCase();
  const isOther = request.method.toUpperCase() !== method;
  const byOther: Objection = {
    message: `the webhook ${webhook.path} is sent by another method`,
    clause: webhook.pointer,
    states: method,
    seen: `${request.method} ${webhook.path}`,
  };
  const [address = ''] = request.url.split('?');
  // A webhook is a request that a server sends: it is not clear which way is its own, so both may be.
  const inParts = readParts(api, address, webhook, request, 'either').flatMap(
    ({ part, schema, value, breaches }): Objection[] =>
      breaches.map((breach) => ({
        message: `the webhook ${webhook.path} is sent with a ${part} that breaks ${breach.keyword}`,
        clause: breach.constraint,
        states: `${breach.keyword}: ${shorten(breach.expected)}`,
        seen: describeBreach(`webhook ${part}`, breach, value ?? request.body),
        rests: schema === undefined || value === undefined ? [] : [{ part, schema, value, breach }],
      })),
  );
  return isOther ? [byOther, ...inParts] : inParts;
}

/** Where a webhook says what waits for its answer. */
export function vetoClause(webhook: Operation): Pointer {
  return append(webhook.pointer, 'x-veto');
}
