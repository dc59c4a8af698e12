import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Objection } from '../bench.ts';
import { NOT_DONE } from './no-acceptance.ts';
import { objectionsTo } from './objections.ts';
import { shorten } from './words.ts';

/**
 * That a server failed, whatever was sent (RFC 9110, section 15.6). Where that very status is documented,
 * only the standard calls it a mistake.
 */
export function failuresIn({ pointer, responses }: Operation, { response }: Exchange): Objection[] {
  if (!response || response.status < 500 || NOT_DONE.includes(response.status)) return [];
  const { status, body } = response;
  const isNamed = responseFor({ responses }, status)?.status === String(status);
  return [
    {
      message: `fails with status ${status}`,
      clause: append(pointer, 'responses'),
      kind: `failure ${status}`,
      states: 'no request makes the server fail',
      seen: `status ${status}: ${shorten(body)}`,
      ground: isNamed ? 'standard' : 'contract',
    },
  ];
}

/** What is wrong with an answer: what the description does not allow, else that the server failed. */
export function wrongsIn(api: ApiModel, operation: Operation, exchange: Exchange): Objection[] {
  const objections = objectionsTo(api, operation, exchange);
  return objections.length > 0 ? objections : failuresIn(operation, exchange);
}
