import { createHash } from 'node:crypto';
import { isEqual } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { conditionClause, isEntityTag, isSameTag } from '../flows/entity-tags.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { shorten } from '../judges/words.ts';
import { httpConditional } from '../properties/http-conditional.ts';
import { httpIdempotencyKey } from '../properties/http-idempotency-key.ts';
import type { PassiveProperty, Remark } from './judgement.ts';
import { createLru } from './lru.ts';
import { isAfter, type RecordedStep } from './recorded-step.ts';

/** A request that was carried out with its key. */
interface Given {
  readonly request: string;
  readonly status: number;
  readonly content: string;
  readonly began: number;
  readonly ended: number;
}

/** Keys that are remembered at once. */
const MOST_KEYS = 10_000;

/** Statements about requests that come again, or under a condition. */
export const REPEAT_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'http.idempotency-key',
    title: httpIdempotencyKey.title,
    unless: (_, { idempotency }) =>
      idempotency ? undefined : 'nothing is documented about keys that come again',
    lacking: 'no key came again within its lifetime',
    begin() {
      const known = createLru<Given>(MOST_KEYS);
      return (step) => {
        const { operation, exchange, began, ended } = step;
        const { idempotency: policy } = operation;
        const key = policy && headerOf(exchange.request, policy.header);
        const { response } = exchange;
        if (!policy || key === undefined || !response || began === undefined || ended === undefined)
          return 'irrelevant';
        // A recorder that hides bodies tells nothing of what a key came with.
        if (!step.hasBody || !step.hasContent || step.who === undefined) return 'irrelevant';
        const name = [operation.id, step.base, step.who, key].join('\n');
        const first = known.get(name);
        const request = requestOf(exchange);
        const isKnown = first !== undefined && ended - first.began < policy.lifetime * 1000;
        if (!isKnown || !isAfter(step, first.ended)) {
          const { status, body: content } = response;
          if (!first && isSuccess(exchange))
            known.set(name, { request, status, content, began, ended });
          return 'irrelevant';
        }
        // Whoever refuses it for another reason has not looked at its key.
        const isKeyed = isSuccess(exchange) || response.status >= 500;
        return isKeyed ? judgeRepeat(step, first, request) : [];
      };
    },
  },
  {
    id: 'http.conditional',
    title: httpConditional.title,
    unless: (_, { conditional, method }) =>
      conditional && method === 'get' ? undefined : 'no entity tag is documented',
    lacking: 'nothing was read that has an entity tag',
    begin: () => (step) => {
      const { operation, exchange } = step;
      const { response, request } = exchange;
      const { conditional } = operation;
      if (!conditional || !response || step.isCached) return 'irrelevant';
      if (response.status !== 200 && response.status !== 304) return 'irrelevant';
      const tag = headerOf(response, 'etag');
      const asked = headerOf(request, 'if-none-match');
      const rest = conditionClause(operation, response.status === 304 ? 'ifNoneMatch' : 'etag');
      const blame = (message: string, states: string, seen: string): readonly Remark[] => [
        { ...rest, message, states, seen },
      ];
      if (tag === undefined)
        return blame('no ETag', `x-conditional: etag: ${conditional.etag}`, 'ETag: missing');
      if (!isEntityTag(tag) || (conditional.etag === 'weak') !== tag.startsWith('W/')) {
        const states = `x-conditional: etag: ${conditional.etag}`;
        return blame('ETag compares otherwise', states, `ETag: ${shorten(tag)}`);
      }
      if (response.status === 304 || asked === undefined || !conditional.ifNoneMatch) return [];
      const named = asked.split(/,\s*/).some((it) => isSameTag(response, it.trim()));
      const states = 'GET with If-None-Match of its own ETag is answered 304';
      const seen = `If-None-Match: ${shorten(asked)}, and 200 has that ETag`;
      const own = conditionClause(operation, 'ifNoneMatch');
      const message = 'what the client has is sent again';
      return named ? [{ ...own, message, states, seen }] : [];
    },
  },
];

function judgeRepeat(
  { operation, exchange }: RecordedStep,
  first: Given,
  request: string,
): readonly Remark[] {
  const { idempotency: policy, pointer } = operation;
  const { response } = exchange;
  if (!policy || !response) return [];
  const blame = (name: 'repeated' | 'mismatched', message: string, seen: string): Remark[] => [
    {
      message,
      clause: append(pointer, 'x-idempotency', name),
      states: `x-idempotency: ${name}: ${policy[name]}`,
      seen,
    },
  ];
  const { status } = response;
  if (first.request !== request) {
    const seen = `the answer to a key with another request is ${status}`;
    return blame('mismatched', 'a key with another request is let pass', seen);
  }
  const wanted = policy.repeated === 'replayed' ? first.status : policy.repeated;
  if (status !== wanted) {
    const seen = `the first answer is ${first.status}, and the second ${status}`;
    return blame('repeated', 'a key is answered otherwise', seen);
  }
  const [one, two] = [first.content, response.body].map((it) => jsonOrNone(it) ?? it);
  if (policy.repeated !== 'replayed' || isEqual(one ?? null, two ?? null)) return [];
  const seen = `it is ${shorten(one ?? null)}, and then ${shorten(two ?? null)}`;
  return blame('repeated', 'a key is not answered as the first time', seen);
}

function requestOf({ request }: Exchange): string {
  const { method, url, body = '' } = request;
  return createHash('sha256').update([method, url, body].join('\n')).digest('base64');
}
