import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { ConditionalPolicy } from '../../model/policies.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** What was last read at a path. */
interface Seen {
  readonly tag: string;
  readonly content: string;
  /** Whether nothing was written since. */
  isFresh: boolean;
}

/** Whether entity tags name states, and conditions are kept (`x-conditional`; RFC 9110, sections 8.8.3 and 13). */
export function conditionObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  const known = new Map<string, Seen>();
  return exchanges.flatMap((recorded): readonly Objection[] => {
    const { operation } = routeOf(api, recorded.request);
    if (!operation) return [];
    const { path } = recorded.request;
    const seen = known.get(path);
    const { conditional } = operation;
    const isRead = operation.method === 'get';
    const objections = conditional
      ? [
          ...(isRead ? readObjections(conditional, recorded, seen) : []),
          ...(isRead ? [] : writeObjections(conditional, recorded, seen)),
        ]
      : [];
    if (!isRead && recorded.response.status < 300)
      for (const it of known.values()) it.isFresh = false;
    if (isRead && recorded.response.status === 200) {
      const { etag: tag = '' } = recorded.response.headers;
      known.set(path, { tag, content: textOf(recorded), isFresh: true });
    }
    return objections.map(([name, what]) => ({ clause: clauseOf(operation, name), seen: what }));
  });
}

type Part = 'etag' | 'ifNoneMatch' | 'ifMatch';

function clauseOf({ pointer }: Operation, name: Part): Objection['clause'] {
  return append(pointer, 'x-conditional', name);
}

function textOf({ response }: Recorded): string {
  return new TextDecoder().decode(response.body);
}

function* readObjections(
  { etag, ifNoneMatch }: ConditionalPolicy,
  recorded: Recorded,
  seen: Seen | undefined,
): Generator<readonly [Part, string]> {
  const { request, response } = recorded;
  const { etag: tag } = response.headers;
  const field = request.headers['if-none-match'];
  if (response.status === 200) {
    const form = etag === 'weak' ? /^W\/"[^"]*"$/ : /^"[^"]*"$/;
    if (!form.test(tag ?? '')) yield ['etag', `ETag: ${tag ?? 'missing'}`];
    const isSame = seen?.content === textOf(recorded);
    if (seen && isSame && seen.isFresh && seen.tag !== tag)
      yield ['etag', 'another tag of the same content'];
    if (seen && !isSame && seen.tag === tag) yield ['etag', 'the same tag of other content'];
  }
  if (!ifNoneMatch || field === undefined || !seen?.isFresh) return;
  const isNamed = field === '*' || tagsIn(field).map(bare).includes(bare(seen.tag));
  const wanted = isNamed ? 304 : 200;
  if (response.status !== wanted)
    yield ['ifNoneMatch', `If-None-Match: ${field} is answered ${response.status}`];
  if (response.status === 304 && tag === undefined) yield ['ifNoneMatch', 'a 304 without ETag'];
}

function* writeObjections(
  { ifMatch }: ConditionalPolicy,
  { request, response }: Recorded,
  seen: Seen | undefined,
): Generator<readonly [Part, string]> {
  const { 'if-match': field } = request.headers;
  const { status } = response;
  if (!ifMatch || (!seen && field !== undefined)) return;
  if (field === undefined) {
    if (ifMatch === 'required' && status !== 428)
      yield ['ifMatch', `a write without If-Match is answered ${status}`];
    return;
  }
  if (!seen?.isFresh) return;
  const isMet = field === '*' || (tagsIn(field).includes(seen.tag) && !seen.tag.startsWith('W/'));
  if (isMet === (status === 412)) yield ['ifMatch', `If-Match: ${field} is answered ${status}`];
}

function tagsIn(field: string): readonly string[] {
  return field.split(/,\s*/).map((it) => it.trim());
}

function bare(tag: string): string {
  return tag.replace(/^W\//, '');
}
