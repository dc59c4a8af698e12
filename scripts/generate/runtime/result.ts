import { essenceOf, isCoveredBy } from '../../base/media-type.ts';
import type { OperationContract } from './contract.ts';
import { redact } from './credentials.ts';
import { UnexpectedResponseError } from './errors.ts';

/**
 * What an operation answers, by status: `switch (result.status)` tells the type of `body`. Ranges
 * and `default` (OpenAPI 3.1.1, section 4.8.16) stand for the statuses that nothing else names.
 */
export type Result<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Key in keyof Responses]: Answer<StatusOf<Key, Responses>, BodyOf<Responses[Key]>>;
    }[keyof Responses]
  : never;

type Answer<Status, Body> =
  | Case<Extract<Status, StatusIn<2>>, true, Body>
  | Case<Exclude<Status, StatusIn<2>>, false, Body>;

type Case<Status, Ok, Body> = [Status] extends [never]
  ? never
  : { readonly ok: Ok; readonly status: Status; readonly headers: Headers; readonly body: Body };

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
type Decoded<MediaType, Body> = MediaType extends
  | `${string}${'/' | '+'}json`
  | `${string}${'/' | '+'}json;${string}`
  ? Body
  : MediaType extends `text/${string}`
    ? string
    : Blob;

interface AnyResult {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Reads an answer into what `Result` promises of it. Throws when it is not a documented one. */
export async function readResult(
  id: string,
  { method, responses }: OperationContract,
  response: Response,
  secrets: readonly string[],
): Promise<AnyResult> {
  const { status, ok, headers } = response;
  const documented =
    responses[`${status}`] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
  const answered = `${id} answered ${status}`;
  const refuse = async (problem: string) => {
    const body = redact(await response.text(), secrets);
    return new UnexpectedResponseError(`${answered} ${problem}`, status, body);
  };
  if (!documented) throw await refuse('which its description does not document');
  if (documented.length === 0 || method === 'head') {
    // Not awaited: of two branches of one stream, neither is given up before the other one is read.
    void response.body?.cancel().catch(() => undefined);
    return { ok, status, headers, body: undefined };
  }
  const sent = headers.get('content-type');
  const mediaType =
    documented.find((it) => sent !== null && isCoveredBy(sent, it)) ?? documented.find(isJson);
  if (mediaType === undefined) throw await refuse(`with ${sent ?? 'no media type'}`);
  if (!isJson(mediaType)) {
    const isText = essenceOf(mediaType).startsWith('text/');
    return { ok, status, headers, body: isText ? await response.text() : await response.blob() };
  }
  const text = await response.text();
  try {
    return { ok, status, headers, body: JSON.parse(text) as unknown };
  } catch {
    const problem = text === '' ? 'with no body' : 'with a body that is not JSON';
    throw new UnexpectedResponseError(`${answered} ${problem}`, status, redact(text, secrets));
  }
}

/** The same as `Decoded` says: some servers still write `text/json`. */
function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essenceOf(mediaType));
}
