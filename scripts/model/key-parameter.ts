import type { Operation, Parameter } from './api-model.ts';

/**
 * The parameter that takes a key by which a request that is sent again is known: that of `x-idempotency`, else
 * the header that has the name of the IETF's draft.
 */
export function keyParameterOf({
  parameters,
  idempotency,
}: Pick<Operation, 'parameters' | 'idempotency'>): Parameter | undefined {
  const wanted = (idempotency?.header ?? 'Idempotency-Key').toLowerCase();
  return parameters.find((it) => it.in === 'header' && it.name.toLowerCase() === wanted);
}
