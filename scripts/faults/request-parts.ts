import type { IncomingHttpHeaders } from 'node:http';
import type { ApiModel, Breach, MediaType, Operation, Parameter } from '../model/api-model.ts';
import { essenceOf, isJsonType } from '../base/media-type.ts';
import type { Json } from '../base/json.ts';
import { append, pointerOf, valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { jsonOrNone, parseJson } from '../base/json-text.ts';
import { mediaFor } from '../wire/describe-body.ts';
import { fillPath } from '../wire/fill-path.ts';
import { decodeForm } from '../wire/percent-encoding.ts';
import { toRouter, type Router } from '../model/router.ts';
import { cookiesOf, fieldIn, type Call } from '../wire/call.ts';
import { writeParameter } from '../wire/write-parameter.ts';
import { readParameters, type ReadParameter } from '../refusal/read-parameters.ts';
import { isRefusal } from '../refusal/refusal.ts';
import { DEFAULT_NAMESPACE, NAMESPACE_HEADER } from '../wire/namespace.ts';
import type { RequestDraft, Sent } from './operator.ts';

/** A parameter, or the content. */
export type SentPart = Parameter | 'body';

export interface SentBreach extends Breach {
  readonly part: SentPart;
}

/** A request as its description reads it. */
export interface ReadRequest {
  readonly parameters: readonly ReadParameter[];
  /** The content as JSON, where it is that. */
  readonly body: Json | undefined;
  readonly content: 'none' | 'json' | 'malformed' | 'other';
  readonly breaches: readonly SentBreach[];
}

/** Reads a request by the rules of its description; undefined where its encoding defeats that. */
export function readSent(api: ApiModel, operation: Operation, sent: Sent): ReadRequest | undefined {
  const { optional } = readyOf(operation);
  const parameters = readParameters(api, optional, variablesIn(operation, sent), sent);
  if (isRefusal(parameters)) return undefined;
  const body = readBody(operation, sent);
  return { ...body, parameters, breaches: [...breachesOf(api, operation, parameters, body)] };
}

/** Reads a single parameter of a request and judges it alone; undefined where its encoding defeats that. */
export function breachesIn(
  api: ApiModel,
  operation: Operation,
  sent: Sent,
  part: Parameter,
): readonly SentBreach[] | undefined {
  const { optional, alone } = readyOf(operation);
  const variables = variablesIn(operation, sent);
  const read = readParameters(api, optional, variables, sent, alone.get(part.pointer) ?? []);
  if (isRefusal(read)) return undefined;
  return [...breachesOfParameters(api, operation, read, part.required ? [part] : [])];
}

/** What of an operation is made once for all the requests that are read. */
interface Ready {
  /** The operation as if no parameter were required: a missing one is a breach among others, and no reason to stop. */
  readonly optional: Operation;
  /** Its parameters by where they are written, as they are and as if they were optional. */
  readonly parts: ReadonlyMap<Pointer, readonly Parameter[]>;
  readonly alone: ReadonlyMap<Pointer, readonly Parameter[]>;
  readonly required: readonly Parameter[];
  readonly route: Router;
}

const READY = new WeakMap<Operation, Ready>();

function readyOf(operation: Operation): Ready {
  const known = READY.get(operation);
  if (known) return known;
  const parameters = operation.parameters.map((it) => ({ ...it, required: false }));
  const ready = {
    optional: { ...operation, parameters },
    parts: Map.groupBy(operation.parameters, ({ pointer }) => pointer),
    alone: Map.groupBy(parameters, ({ pointer }) => pointer),
    required: operation.parameters.filter(({ required }) => required),
    route: toRouter([operation]),
  };
  READY.set(operation, ready);
  return ready;
}

function variablesIn(operation: Operation, { path }: Pick<Sent, 'path'>) {
  return readyOf(operation).route(path)?.variables ?? NO_VARIABLES;
}

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

interface ReadBody {
  readonly body: Json | undefined;
  readonly content: ReadRequest['content'];
  readonly media: MediaType | undefined;
}

function readBody({ body }: Operation, sent: Sent): ReadBody {
  const none = { body: undefined, media: undefined };
  if (!body || sent.bytes.length === 0) return { ...none, content: 'none' };
  const contentType = fieldIn(sent, 'content-type') ?? '';
  const isPlain = (fieldIn(sent, 'content-encoding') ?? 'identity') === 'identity';
  const media = mediaFor(body.content, contentType);
  if (!media || !isPlain || !isJsonType(contentType)) return { ...none, content: 'other' };
  const reading = parseJson(sent.bytes.toString('utf8'));
  if ('value' in reading) return { body: reading.value, media, content: 'json' };
  return { ...none, content: reading.isUnread ? 'other' : 'malformed' };
}

function* breachesOf(
  api: ApiModel,
  operation: Operation,
  parameters: readonly ReadParameter[],
  { body, content, media }: ReadBody,
): Generator<SentBreach> {
  yield* breachesOfParameters(api, operation, parameters, readyOf(operation).required);
  if (operation.body?.required && content === 'none') yield absent('body', operation.body);
  const schema = media?.schema;
  if (schema === undefined || body === undefined) return;
  for (const breach of api.schemas.check(schema, body, 'request'))
    yield { ...breach, part: 'body' };
}

function* breachesOfParameters(
  api: ApiModel,
  operation: Operation,
  read: readonly ReadParameter[],
  required: readonly Parameter[],
): Generator<SentBreach> {
  const { parts } = readyOf(operation);
  const given = new Set<Pointer>();
  for (const { parameter, value } of read) {
    const part = parts.get(parameter.pointer)?.[0] ?? parameter;
    given.add(part.pointer);
    const found = part.schema === undefined ? [] : api.schemas.check(part.schema, value, 'request');
    for (const breach of found) yield { ...breach, part };
  }
  for (const part of required) if (!given.has(part.pointer)) yield absent(part, part);
}

function absent(
  part: SentPart,
  { pointer }: { readonly pointer: Parameter['pointer'] },
): SentBreach {
  const constraint = append(pointer, 'required');
  return {
    part,
    instance: '',
    constraint,
    keyword: 'required',
    expected: true,
    message: 'is absent',
  };
}

/** The JSON content that an operation takes. */
export function jsonContentOf({ body }: Operation): MediaType | undefined {
  return body?.content.find(({ mediaType }) => isJsonType(essenceOf(mediaType)));
}

type Lines = Pick<RequestDraft, 'path' | 'query' | 'headers'>;

/** The request with a parameter of another value, or without it. */
export function withParameter<T extends Lines | Call>(
  operation: Operation,
  request: T,
  parameter: Parameter,
  value: Json | undefined,
): T {
  const { name, in: location } = parameter;
  const written = value === undefined ? undefined : writeParameter(parameter, value);
  switch (location) {
    case 'path': {
      const variables = variablesIn(operation, request);
      const path = fillPath(operation.path, (it) => (it === name ? written : variables.get(it)));
      // Without a text for it there is no such address: the request stays as it was.
      return path === undefined ? request : { ...request, path };
    }
    case 'query': {
      const others = request.query.split('&').filter((it) => it !== '' && !isNamed(it, name));
      return { ...request, query: [...others, ...(written ? [written] : [])].join('&') };
    }
    case 'header':
      return withField(request, name, written);
    case 'cookie': {
      const { headers } = request;
      const cookies = new Map(cookiesOf({ headers } as Call));
      cookies.delete(name);
      const others = [...cookies].map((it) => it.join('='));
      const all = [...others, ...(written === undefined ? [] : [written])].join('; ');
      return withField(request, 'cookie', all || undefined);
    }
  }
}

/** Whether a pair of a query is the parameter's: `a=1`, and `a[b]=1` of a deep object. */
function isNamed(pair: string, name: string): boolean {
  const key = decodeForm(pair.split('=', 1)[0] ?? '') ?? '';
  return key === name || key.startsWith(`${name}[`);
}

/** The request with a header field of another value, or without it. */
export function withField<T extends { readonly headers: IncomingHttpHeaders }>(
  request: T,
  name: string,
  value: string | undefined,
): T {
  const { [name.toLowerCase()]: _, ...others } = request.headers;
  const headers = value === undefined ? others : { ...others, [name.toLowerCase()]: value };
  return { ...request, headers };
}

/** The request with other content. */
export function withBytes(sent: Sent, bytes: Buffer): Sent {
  const { 'content-encoding': _, 'transfer-encoding': __, ...others } = sent.headers;
  const headers = { ...others, 'content-length': String(bytes.length) };
  return { ...sent, headers, bytes, readBytes: bytesReader(bytes) };
}

/** What a request says at a place: a pointer into its JSON content, or the name of a parameter. */
export function valueIn({ parameters, body }: ReadRequest, place: string): Json | undefined {
  if (!place.startsWith('#')) {
    return parameters.find(({ parameter }) => parameter.name === place)?.value;
  }
  return body === undefined ? undefined : valueAt(body, pointerOf(place));
}

/** The draft that says something else at such a place; as it was where it has no such place. */
export function withValueIn(
  operation: Operation,
  draft: RequestDraft,
  place: string,
  value: Json,
): RequestDraft {
  if (place.startsWith('#')) {
    const whole = draft.body === undefined ? undefined : jsonOrNone(draft.body);
    if (whole === undefined) return draft;
    return { ...draft, body: JSON.stringify(withValueAt(whole, pointerOf(place), value)) };
  }
  const parameter = operation.parameters.find(({ name }) => name === place);
  return parameter ? withParameter(operation, draft, parameter, value) : draft;
}

/** The namespace of a request, wherever it goes: what a fault remembers of one is not told in another. */
export function namespaceIn(sent: Sent): string {
  return fieldIn(sent, NAMESPACE_HEADER) ?? DEFAULT_NAMESPACE;
}

/** A draft as it would arrive. */
export function toSent(draft: RequestDraft): Sent {
  const bytes = Buffer.from(draft.body ?? '');
  return { ...draft, address: '', bytes, readBytes: bytesReader(bytes) };
}

export function bytesReader(bytes: Buffer): Call['readBytes'] {
  return (limit) => Promise.resolve(bytes.length > limit ? 'too-large' : bytes);
}
