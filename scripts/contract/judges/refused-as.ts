import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Ground } from '../../result/ground.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { ErrorKind } from '../../model/policies.ts';
import { clauseOfRefusal } from '../../refusal/documented-refusal.ts';
import type { Verdict } from '../bench.ts';
import { noAcceptance } from './no-acceptance.ts';
import { reasonObjections } from './told-reason.ts';

/**
 * A request that must be refused for one of these reasons takes the status that `x-errors` gives to
 * it, and no reason of another status; where it says nothing, any status of 4xx will do. `also` is what
 * else explains the request.
 */
export function judgeRefusedAs(
  api: ApiModel,
  operation: Operation,
  exchange: Exchange,
  {
    kinds,
    what,
    also = [],
    clause = clauseOfRefusal(api, operation, kinds[0]),
    ground,
  }: {
    readonly kinds: readonly [ErrorKind, ...ErrorKind[]];
    readonly what: string;
    readonly also?: readonly number[];
    readonly clause?: Pointer;
    /** What it rests on where the property does not say. */
    readonly ground?: Ground | undefined;
  },
): Verdict {
  if (!exchange.response) return undefined;
  const { status } = exchange.response;
  if (also.includes(status)) return undefined;
  // A kind that is documented to be answered with success explains no other kind's success.
  const declared = kinds
    .flatMap((kind, i) => ({ status: operation.errors[kind]?.status, i }))
    .flatMap(({ status: it, i }) => (it === undefined || (i > 0 && it < 400) ? [] : [it]));
  const open = declared.length > 0 ? undefined : noAcceptance(exchange.response);
  if (open !== undefined) return { undetermined: `${what} is ${open}` };
  const isRefused = declared.length > 0 ? declared.includes(status) : isClientError(status);
  if (isRefused) return reasonObjections(api, operation, exchange.response)[0];
  const wanted = declared.length > 0 ? [...new Set(declared)].join(' or ') : '4xx';
  return {
    message: `${what} is answered ${status}, not ${wanted}`,
    clause,
    ground,
    states: declared.length > 0 ? `x-errors: ${kinds[0]}: ${wanted}` : `${what} is refused`,
    seen: `${what}, and the answer is ${status}`,
  };
}

/** Statuses of RFC 9110, section 15.5: what was sent is at fault. */
export function isClientError(status: number): boolean {
  return status >= 400 && status < 500;
}
