import type { ApiModel, Operation } from '../model/api-model.ts';
import { arrayOf, isObject, type Json } from '../base/json.ts';
import { tokensOf, valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import {
  ERROR_KINDS,
  ERROR_STATUSES,
  type ErrorDetail,
  type ErrorKind,
  type ErrorPolicy,
} from '../model/policies.ts';
import type { Answer } from '../wire/answer.ts';
import {
  exampleHeaders,
  serialiseExample,
  type ResponseContent,
  type SerialisedContent,
} from '../wire/example-content.ts';
import { ownHeaders } from '../wire/own-content.ts';
import { writeAnswer } from '../wire/write-answer.ts';
import { documentedRefusal, responseOfRefusal } from './documented-refusal.ts';
import type { ChosenResponse } from '../model/documented-response.ts';
import { negotiate } from '../base/negotiate.ts';
import { problemDetails, wordRefusal } from './word-refusal.ts';
import { fieldOf, type FieldPath, type Refusal } from './refusal.ts';
import { withoutIndexes } from './refusal.ts';

/** A documented refusal before it knows of what. */
interface Envelope {
  readonly status: number;
  readonly response: ResponseContent;
  readonly exampleName: string | undefined;
  readonly detail: ErrorDetail;
}

/**
 * Words a refusal as the API does. The description decides in this order: `x-errors` of the kind, then of
 * the nearest declared kind, then the operation's own response to it, in a media type that the client
 * accepts if there is one; where it says nothing at all the body is RFC 9457's.
 */
export function renderRefusal(
  api: ApiModel | undefined,
  operation: Operation | undefined,
  refusal: Refusal,
  accept?: string,
): Answer {
  const own = refusal.status === undefined ? undefined : responseAs(operation, refusal.status);
  if (api && own) return renderDocumented(api, own, refusal, accept);
  const envelope = api && envelopeOf(api, operation, refusal);
  if (api && envelope) return renderEnvelope(api, envelope, refusal);
  const documented = operation && documentedRefusal(operation, refusal.refused);
  return api && documented && refusal.status === undefined
    ? renderDocumented(api, documented, refusal, accept)
    : renderProblem(statusOf(refusal), refusal);
}

/** A response that is documented in exactly this status. */
function responseAs(operation: Operation | undefined, status: number): ChosenResponse | undefined {
  const response = operation?.responses.find((it) => it.status === String(status));
  return response && { status, response };
}

function statusOf({ status, refused }: Refusal): number {
  return status ?? ERROR_STATUSES[refused];
}

function renderEnvelope(api: ApiModel, envelope: Envelope, refusal: Refusal): Answer {
  const { status, response, exampleName } = envelope;
  const headers = { ...exampleHeaders(api, response), ...refusal.headers };
  const content = contentOf(api, response, exampleName);
  // A response without content is documented so; one without an example leaves nothing to send.
  if (!content) {
    return response.content.length > 0
      ? renderProblem(statusOf(refusal), refusal)
      : bare(status, headers);
  }
  const body = fillIn(api, envelope, content, refusal);
  return { status, headers: { ...headers, 'content-type': content.contentType }, body };
}

/** What an operation documents itself: its example as it is, else what its schema allows. */
function renderDocumented(
  api: ApiModel,
  { status, response }: ChosenResponse,
  refusal: Refusal,
  accept: string | undefined,
): Answer {
  const headers = {
    ...ownHeaders(api, response),
    ...exampleHeaders(api, response),
    ...refusal.headers,
  };
  if (response.content.length === 0) return bare(status, headers);
  const liked = negotiate(accept, response.content)?.offer;
  for (const media of liked ? [liked, ...response.content] : response.content) {
    const value = media.examples[0]?.value ?? wordRefusal(api, media, status, refusal);
    if (value === undefined) continue;
    const { contentType, body } = writeAnswer(api.document, media, value);
    return { status, headers: { ...headers, 'content-type': contentType }, body };
  }
  return renderProblem(status, { ...refusal, headers });
}

/** The content an envelope is made from: that of the first media type with an example. */
export function contentOf(
  { document }: ApiModel,
  { content }: ResponseContent,
  exampleName: string | undefined,
): SerialisedContent | undefined {
  return content
    .map((it) => serialiseExample(document, it, exampleName))
    .find((it) => it !== undefined);
}

function envelopeOf(
  api: ApiModel,
  operation: Operation | undefined,
  { refused, path, status: own }: Refusal,
): Envelope | undefined {
  const refusing = operation ?? api.policies;
  const kind = nearestKind(refused, (it) => refusing.errors[it] !== undefined);
  const policy = kind && refusing.errors[kind];
  const response = kind && responseOfRefusal(api, refusing, kind);
  if (!policy || !response) return undefined;
  const isNowhere = operation === undefined && kind === 'notFound' && policy.noPath !== undefined;
  const status = kind === refused ? policy.status : ERROR_STATUSES[refused];
  return {
    status: own ?? status,
    response,
    exampleName: isNowhere ? policy.noPath : exampleNameOf(policy, fieldOf(path)),
    detail: policy.detail ?? {},
  };
}

/** The kind itself, else the general one of its class, else any of its class. */
function nearestKind(
  wanted: ErrorKind,
  isDeclared: (kind: ErrorKind) => boolean,
): ErrorKind | undefined {
  const general: ErrorKind = isServerError(wanted) ? 'internal' : 'invalid';
  const alike = ERROR_KINDS.filter((it) => isServerError(it) === isServerError(wanted));
  return [wanted, general, ...alike].find(isDeclared);
}

function isServerError(kind: ErrorKind): boolean {
  return ERROR_STATUSES[kind] >= 500;
}

function exampleNameOf({ byField, example }: ErrorPolicy, field: string | undefined) {
  if (field === undefined || !byField) return example;
  const key = [field, withoutIndexes(field)].find((it) => Object.hasOwn(byField, it));
  return (key === undefined ? undefined : byField[key]) ?? example;
}

/** Puts the facts into the example, as many as leave it valid. */
function fillIn(
  { document, schemas }: ApiModel,
  { detail }: Envelope,
  { mediaType, example, body: unchanged }: SerialisedContent,
  { message, path, isMissing, value }: Refusal,
): Answer['body'] {
  const { schema } = mediaType;
  const worded = put(example, detail.message, message);
  const fill = (field: Json | undefined, held: Json | undefined) =>
    [
      { pointer: detail.field, fact: field },
      { pointer: detail.fieldMessage, fact: field === undefined ? undefined : message },
      { pointer: detail.value, fact: field === undefined ? undefined : held },
    ].reduce((body, { pointer, fact }) => put(body, pointer, fact), worded);
  const field = spell(path, example, detail.field);
  const fallbacks = [fill(field, undefined), fill(undefined, undefined), worded];
  for (const body of [fill(field, isMissing ? null : value), ...fallbacks]) {
    if (!schema || schemas.check(schema, body, 'response').length === 0)
      return writeAnswer(document, mediaType, body).body;
  }
  return unchanged;
}

/** The field as the envelope spells it: `pets[1].name`, or `["pets", 1, "name"]` where its example has an array. */
function spell(
  path: FieldPath | undefined,
  example: Json,
  place: Pointer | undefined,
): Json | undefined {
  const isList = place !== undefined && Array.isArray(valueAt(example, place));
  return isList ? path : fieldOf(path);
}

/** The body with a fact, or without it and without an object or array that this leaves empty. */
function put(body: Json, pointer: Pointer | undefined, fact: Json | undefined): Json {
  if (pointer === undefined) return body;
  if (fact !== undefined) return withValueAt(body, pointer, fact);
  return removeAt(body, tokensOf(pointer)) ?? body;
}

function removeAt(node: Json, [token, ...rest]: readonly string[]): Json | undefined {
  if (token === undefined) return undefined;
  if (Array.isArray(node)) {
    const items = arrayOf(node)
      .map((item, index) => (String(index) === token ? removeAt(item, rest) : item))
      .filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isObject(node) || !Object.hasOwn(node, token)) return node;
  const { [token]: child = null, ...others } = node;
  const left = removeAt(child, rest);
  if (left !== undefined) return { ...node, [token]: left };
  return Object.keys(others).length > 0 ? others : undefined;
}

function renderProblem(status: number, refusal: Refusal): Answer {
  const headers = { ...refusal.headers, 'content-type': 'application/problem+json' };
  return { status, headers, body: JSON.stringify(problemDetails(status, refusal)) };
}

function bare(status: number, headers: Readonly<Record<string, string>>): Answer {
  return { status, headers, body: undefined };
}
