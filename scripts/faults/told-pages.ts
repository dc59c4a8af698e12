import type { Operation } from '../model/api-model.ts';
import { textOf, type Json } from '../base/json.ts';
import { valueAt, withValueAt } from '../base/json-pointer.ts';
import type { Answer } from '../wire/answer.ts';
import { bodyJson, withHeaders, withJson } from './answer-parts.ts';
import type { RequestDraft, Sent } from './operator.ts';
import { valueIn, withParameter, withValueIn, type ReadRequest } from './request-parts.ts';
import { without } from './schema-sites.ts';
import { decodeForm } from '../wire/percent-encoding.ts';

/** How a list says itself where it goes on. */
export type Telling = Extract<
  NonNullable<Operation['pagination']>,
  { readonly style: 'cursor' | 'link' }
>;

export function tellingOf({ pagination }: Operation): Telling | undefined {
  return pagination?.style === 'cursor' || pagination?.style === 'link' ? pagination : undefined;
}

/** What an answer says that the next page is asked for with: a cursor, or a reference. */
export function nextIn(telling: Telling, answer: Answer): string | undefined {
  if (telling.style === 'link')
    return /<([^>]*)>\s*;\s*rel="?next"?/i.exec(answer.headers['link'] ?? '')?.[1];
  const told = valueAt(bodyJson(answer) ?? null, telling.next);
  return told === undefined || told === null || told === '' ? undefined : textOf(told);
}

/** The answer that says something else, or nothing. */
export function withNext(telling: Telling, answer: Answer, next: string | undefined): Answer {
  if (telling.style === 'link')
    return withHeaders(answer, { link: next === undefined ? undefined : `<${next}>; rel="next"` });
  return withJson(answer, (body) =>
    next === undefined ? without(body, telling.next) : withValueAt(body, telling.next, next),
  );
}

/** What a request asks for a page with; undefined where it asks for the first. */
export function nextAsked(
  operation: Operation,
  telling: Telling,
  sent: Sent,
  read: ReadRequest,
): string | undefined {
  if (telling.style === 'link')
    return strangePairs(operation, sent).length > 0 ? `?${sent.query}` : undefined;
  const asked = valueIn(read, telling.cursor);
  return asked === undefined || asked === null ? undefined : textOf(asked);
}

/** The request for the first page instead. */
export function forFirstPage(operation: Operation, telling: Telling, sent: Sent): Sent {
  if (telling.style === 'link') {
    const strange = strangePairs(operation, sent);
    const own = sent.query.split('&').filter((it) => !strange.includes(it));
    return { ...sent, query: own.join('&') };
  }
  const parameter = operation.parameters.find(({ name }) => name === telling.cursor);
  return parameter ? withParameter(operation, sent, parameter, undefined) : sent;
}

/** A request that goes on where an answer says. */
export function following(
  operation: Operation,
  telling: Telling,
  draft: RequestDraft,
  answer: Answer,
): RequestDraft {
  const next = nextIn(telling, answer);
  if (next === undefined) return draft;
  if (telling.style === 'cursor') return withValueIn(operation, draft, telling.cursor, next);
  return { ...draft, query: next.slice(next.indexOf('?') + 1) };
}

/** What in a query no parameter of the operation has: by that the server knows a page again. */
function strangePairs(
  { parameters }: Operation,
  { query }: Pick<Sent, 'query'>,
): readonly string[] {
  const known = new Set(parameters.map(({ name }) => name));
  return query
    .split('&')
    .filter((it) => it !== '' && !known.has(decodeForm(it.split('=', 1)[0] ?? '') ?? ''));
}

/** The items of an answer that lists some. */
export function listedItems({ resource }: Operation, answer: Answer): readonly Json[] | undefined {
  const listed = valueAt(bodyJson(answer) ?? null, resource?.items ?? '#');
  return Array.isArray(listed) ? (listed as readonly Json[]) : undefined;
}

/** The answer with other items. */
export function withListed(
  { resource }: Operation,
  answer: Answer,
  items: readonly Json[],
): Answer {
  return withJson(answer, (body) => withValueAt(body, resource?.items ?? '#', items));
}
