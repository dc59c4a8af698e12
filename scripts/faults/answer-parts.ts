import type { ApiModel, MediaType, Operation } from '../model/api-model.ts';
import { perOperation } from '../model/per-operation.ts';
import { isJsonType } from '../base/media-type.ts';
import type { Json } from '../base/json.ts';
import { jsonOrNone } from '../base/json-text.ts';
import type { ErrorKind } from '../model/policies.ts';
import type { Answer } from '../wire/answer.ts';
import { responseFor, successOf } from '../model/documented-response.ts';
import { serialiseExample } from '../wire/example-content.ts';
import { renderRefusal } from '../refusal/render-refusal.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { SeenExchange } from './operator.ts';
import { sampleAt } from './sample.ts';

/** The answer with its JSON content changed; the answer itself where it has none, or stays alike. */
export function withJson(answer: Answer, change: (value: Json) => Json | undefined): Answer {
  const value = bodyJson(answer);
  const changed = value === undefined ? undefined : change(value);
  return changed === undefined ? answer : { ...answer, body: JSON.stringify(changed) };
}

/** The JSON content of an answer, where it has any. */
export function bodyJson({ headers, body }: Answer): Json | undefined {
  if (body === undefined || !isJsonType(headers['content-type'] ?? '')) return undefined;
  return jsonOrNone(bodyText(body));
}

export function bodyText(body: Answer['body']): string {
  return typeof body === 'string' ? body : (body?.toString('utf8') ?? '');
}

/** The answer with header fields of other values, or without them. */
export function withHeaders(
  answer: Answer,
  changes: Readonly<Record<string, string | undefined>>,
): Answer {
  const isSame = Object.entries(changes).every(([name, value]) => answer.headers[name] === value);
  if (isSame) return answer;
  const headers = Object.entries({ ...answer.headers, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...answer, headers: Object.fromEntries(headers) };
}

/** Whether a request was answered as one that was carried out. */
export function isCarriedOut({ answer, refused }: SeenExchange): boolean {
  return refused === undefined && answer.status >= 200 && answer.status < 300;
}

/** The JSON that an operation gives when all is well. */
export function successContent(operation: Operation): MediaType | undefined {
  const { content = [] } = successOf(operation)?.response ?? {};
  return content.find(({ mediaType }) => isJsonType(mediaType));
}

/** What that JSON may look like. */
export const likelyBody = perOperation((api, operation): Json | undefined => {
  const media = successContent(operation);
  return media?.examples[0]?.value ?? (media?.schema && sampleAt(api.document, media.schema));
});

/** A success in place of a refusal: what was last seen of the operation, else its example. */
export function toSuccess(
  api: ApiModel,
  operation: Operation,
  { answer }: SeenExchange,
  remembered?: Answer,
): Answer {
  const { status = 200, response } = successOf(operation) ?? {};
  const content = response?.content
    .map((it) => serialiseExample(api.document, it))
    .find((it) => it !== undefined);
  const made: Answer = remembered ?? {
    status,
    headers: content ? { 'content-type': content.contentType } : {},
    body: content?.body,
  };
  const headers = { ...made.headers, ...keptHeaders(api, operation, answer) };
  return { ...made, headers };
}

/** A refusal in place of what was answered, in the API's own words. */
export function toRefused(
  api: ApiModel,
  operation: Operation,
  { answer }: SeenExchange,
  kind: ErrorKind,
  facts: Omit<Refusal, 'refused' | 'message'> = {},
): Answer {
  const made = renderRefusal(api, operation, refuse(kind, 'The request is refused.', facts));
  // How the client stands is no part of an example.
  return { ...made, headers: { ...made.headers, ...keptHeaders(api, operation, answer) } };
}

/** The headers that an answer has whatever it says: those that its own response does not document. */
function keptHeaders(
  { policies }: ApiModel,
  operation: Operation,
  { status, headers }: Answer,
): Readonly<Record<string, string>> {
  const { limit, remaining, reset } = policies.rateLimits?.headers ?? {};
  const everywhere = [limit, remaining, reset].map((name) => name?.toLowerCase());
  const documented = responseFor(operation, status)?.headers.map(({ name }) => name.toLowerCase());
  const own = new Set([
    'content-type',
    'www-authenticate',
    'retry-after',
    'allow',
    ...(documented ?? []),
  ]);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => everywhere.includes(name) || !own.has(name)),
  );
}
