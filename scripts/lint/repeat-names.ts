import { append, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel, Operation } from '../model/api-model.ts';
import { numberingOf } from '../model/pagination.ts';
import type { IdempotencyPolicy, Pagination } from '../model/policies.ts';
import type { Hit } from './rule.ts';
import { jsonOfSuccess, unknown, unknownPlace } from './unknown-names.ts';

/** What a request is said to take for its pages, and an answer to tell of the next one. */
export function* paginationFaults(
  api: ApiModel,
  { id, pointer, parameters, body, responses }: Operation,
  pagination: Pagination,
): Generator<Hit> {
  const names = parameters.filter((it) => it.in === 'query').map(({ name }) => name);
  const part = pagination.style === 'link' ? undefined : pagination.style;
  const asked = pagination.style === 'cursor' ? pagination.cursor : numberingOf(pagination)?.place;
  const places = [
    ...(part === undefined || asked === undefined ? [] : [[part, asked] as const]),
    ['size', pagination.size] as const,
  ];
  for (const [name, named] of places) {
    const at = append(pointer, 'x-pagination', name);
    if (pagination.in === 'query') yield* unknown(at, `query parameter of ${id}`, named, names);
    // A pointer, which only the shape of a query's names would not need to be.
    else yield* unknownPlace(api, at, named as Pointer, body?.content ?? []);
  }
  if (pagination.style === 'cursor') {
    const at = append(pointer, 'x-pagination', 'next');
    yield* unknownPlace(api, at, pagination.next, jsonOfSuccess(responses));
  }
}

/** A key comes in a header that the operation has. */
export function* keyFaults(
  { id, pointer, parameters }: Operation,
  { header }: IdempotencyPolicy,
): Generator<Hit> {
  const names = parameters.filter((it) => it.in === 'header').map(({ name }) => name);
  if (names.some((it) => it.toLowerCase() === header.toLowerCase())) return;
  yield* unknown(append(pointer, 'x-idempotency', 'header'), `header of ${id}`, header, names);
}
