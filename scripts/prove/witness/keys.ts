import type { ApiModel } from '../../model/api-model.ts';
import { isEqual } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** Whether a key that comes again is answered as `x-idempotency` says. */
export function keyObjections(api: ApiModel, exchanges: readonly Recorded[]): readonly Objection[] {
  const known = new Map<string, Recorded>();
  return exchanges.flatMap((recorded): readonly Objection[] => {
    const { request, response, at } = recorded;
    const { operation } = routeOf(api, request);
    const { idempotency: policy } = operation ?? {};
    const key = policy && request.headers[policy.header.toLowerCase()];
    if (!operation || !policy || key === undefined) return [];
    const name = `${operation.id} ${key}`;
    const first = known.get(name);
    if (!first || at - first.at >= policy.lifetime * 1000) {
      if (response.status < 300) known.set(name, recorded);
      return [];
    }
    const object = (clause: 'repeated' | 'mismatched', seen: string): readonly Objection[] => [
      { clause: append(operation.pointer, 'x-idempotency', clause), seen },
    ];
    const isSame = [first.request, request]
      .map(({ path, query, body }) => JSON.stringify([path, query, body]))
      .every((it, _, [one]) => it === one);
    const { status } = response;
    if (!isSame)
      return status === policy.mismatched
        ? []
        : object('mismatched', `another request with the key is answered ${status}`);
    const wanted = policy.repeated === 'replayed' ? first.response.status : policy.repeated;
    if (status !== wanted) return object('repeated', `the key again is answered ${status}`);
    const isOther = !isEqual(jsonIn(response) ?? null, jsonIn(first.response) ?? null);
    return policy.repeated === 'replayed' && isOther
      ? object('repeated', 'the key again is answered with other content')
      : [];
  });
}

/** Whether a request comes with a key that an earlier one was carried out with: how it is answered is the key's affair. */
export function comesAgain(
  api: ApiModel,
  { request, at }: Recorded,
  before: readonly Recorded[],
): boolean {
  const { operation } = routeOf(api, request);
  const { idempotency: policy } = operation ?? {};
  const header = policy?.header.toLowerCase() ?? '';
  const key = request.headers[header];
  if (!operation || !policy || key === undefined) return false;
  return before.some(
    (it) =>
      it.request.headers[header] === key &&
      it.response.status < 300 &&
      at - it.at < policy.lifetime * 1000 &&
      routeOf(api, it.request).operation === operation,
  );
}
