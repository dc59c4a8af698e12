import { essenceOf, isCoveredBy } from '../../base/media-type.ts';
import type { OperationContract } from './contract.ts';
import { redact } from './credentials.ts';
import { UnexpectedResponseError, type AnswerParts } from './errors.ts';
import type { Answered } from './settings.ts';
import type { ServerEvent } from './streams.ts';
import { toClientError } from './transport.ts';

/**
 * What an operation answers, by status: `switch (result.status)` tells the type of `body`. Ranges
 * and `default` (OpenAPI 3.1.1, section 4.8.16) stand for the statuses that nothing else names.
 */
export type Result<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Key in keyof Responses]: Answer<StatusOf<Key, Responses>, Responses[Key]>;
    }[keyof Responses]
  : never;

/** The same of the successes alone, which is what `orThrow` gives. */
export type Success<Operation> = Extract<Result<Operation>, { readonly ok: true }>;

type Answer<Status, Response> =
  | Case<Extract<Status, StatusIn<2>>, true, Response>
  | Case<Exclude<Status, StatusIn<2>>, false, Response>;

type Case<Status, Ok, Response> = [Status] extends [never]
  ? never
  : {
      readonly ok: Ok;
      readonly status: Status;
      readonly headers: HeadersOf<Response>;
      readonly body: BodyOf<Response>;
    };

/** Headers that are documented are known by name; what is always there is never null. */
type HeadersOf<Response> = Response extends { headers: infer Fields }
  ? DocumentedHeaders<Fields>
  : Headers;

export interface DocumentedHeaders<Fields> extends Headers {
  get<Name extends Named<Fields>>(
    name: Name,
  ): string | (undefined extends Fields[Name] ? null : never);
  get(name: string): string | null;
}

/** The keys that are names: an index signature stands for the other headers. */
type Named<Fields> = keyof {
  [Name in keyof Fields as string extends Name ? never : number extends Name ? never : Name]: never;
} &
  keyof Fields;

type StatusOf<Key, Responses> = Key extends number
  ? Key
  : Key extends `${infer Class extends number}XX`
    ? Exclude<StatusIn<Class>, keyof Responses>
    : Exclude<StatusIn<2 | 3 | 4 | 5>, keyof Responses | RangedIn<keyof Responses>>;

type RangedIn<Key> = Key extends `${infer Class extends number}XX` ? StatusIn<Class> : never;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type StatusIn<Class extends number> = ToNumber<`${Class}${Digit}${Digit}`>;
type ToNumber<Text> = Text extends `${infer Value extends number}` ? Value : never;

type BodyOf<Response> = Response extends { content: infer Content }
  ? { [MediaType in keyof Content]: Decoded<MediaType, Content[MediaType]> }[keyof Content]
  : undefined;

/** What `readResult` makes of a body. */
type Decoded<MediaType, Body> = MediaType extends `text/event-stream${'' | `;${string}`}`
  ? AsyncIterable<ServerEvent>
  : MediaType extends `application/${JsonLines}${'' | `;${string}`}`
    ? AsyncIterable<Body extends readonly (infer Item)[] ? Item : Body>
    : Whole<MediaType, Body>;

/** JSON values one after the other. */
type JsonLines = 'x-ndjson' | 'ndjson' | 'jsonl' | 'x-jsonlines' | 'json-seq';

type Whole<MediaType, Body> = MediaType extends
  | `${string}${'/' | '+'}json`
  | `${string}${'/' | '+'}json;${string}`
  ? Body
  : MediaType extends `text/${string}`
    ? string
    : Blob;

/** `Result` of any operation. */
export interface AnyResult {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Reads an answer into what `Result` promises of it. Throws when it is not a documented one. */
export async function readResult(
  id: string,
  operation: OperationContract,
  { response, sending }: Answered,
): Promise<AnyResult> {
  const { method, responses } = operation;
  const { status, ok, headers } = response;
  const { secrets, settings } = sending;
  const { readJson = JSON.parse } = settings.options;
  const fail = (error: unknown) => toClientError(error, sending, 'body-cut');
  const textOf = () =>
    response.text().catch((error: unknown) => {
      throw fail(error);
    });
  const refuse = (problem: string, text: string) =>
    new UnexpectedResponseError(
      `${id} ${problem}`,
      shownParts(status, headers, jsonOr(text, headers, readJson), secrets),
    );
  try {
    // A browser follows it or says nothing of it (Fetch Standard, section 4.4).
    if (response.type === 'opaqueredirect') throw refuse('was redirected elsewhere', '');
    const documented =
      responses[`${status}`] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
    const answered = `answered ${status}`;
    if (!documented) {
      throw refuse(`${answered} which its description does not document`, await textOf());
    }
    if (documented.length === 0 || method === 'head') {
      // Not awaited: of two branches of one stream, neither is given up before the other one is read.
      void response.body?.cancel().catch(() => undefined);
      return { ok, status, headers, body: undefined };
    }
    const sent = headers.get('content-type');
    const mediaType =
      documented.find((it) => sent !== null && isCoveredBy(sent, it)) ?? documented.find(isJson);
    if (mediaType === undefined) {
      throw refuse(`${answered} with ${sent ?? 'no media type'}`, await textOf());
    }
    const read = (text: string) => {
      const value: unknown = readJson(text);
      return settings.readTimes?.(operation, status, mediaType, value) ?? value;
    };
    const stream = settings.readStream?.(mediaType, response, fail, read);
    if (stream) return { ok, status, headers, body: stream };
    if (isJson(mediaType)) {
      const text = await textOf();
      try {
        return { ok, status, headers, body: read(text) };
      } catch {
        throw refuse(
          `${answered} with ${text === '' ? 'no body' : 'a body that is not JSON'}`,
          text,
        );
      }
    }
    if (essenceOf(mediaType).startsWith('text/'))
      return { ok, status, headers, body: await textOf() };
    const body = await response.blob().catch((error: unknown) => {
      throw fail(error);
    });
    return { ok, status, headers, body };
  } finally {
    sending.settle();
  }
}

/** What an answer said as errors show it: without the cookies that it sets, and with no secret of the request. */
export function shownParts(
  status: number,
  headers: Headers,
  body: unknown,
  secrets: readonly string[],
): AnswerParts {
  const shown = new Headers();
  for (const [name, value] of headers) {
    if (name !== 'set-cookie') shown.set(name, redact(value, secrets));
  }
  return { status, headers: shown, body: redactAll(body, secrets) };
}

function redactAll(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redact(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redactAll(item, secrets));
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, it]) => [name, redactAll(it, secrets)]),
  );
}

/** What a body says where it is JSON, whoever wrote it; else its text. */
function jsonOr(text: string, headers: Headers, readJson: (text: string) => unknown): unknown {
  if (!isJson(headers.get('content-type') ?? '')) return text;
  try {
    return readJson(text);
  } catch {
    return text;
  }
}

/** The same as `Decoded` says: some servers still write `text/json`. */
function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essenceOf(mediaType));
}
