import type { OperationContract } from './contract.ts';
import { ResponseError } from './errors.ts';
import type { Values } from './parameters.ts';
import { prepareCall, type CallInit, type PreparedCall } from './prepare.ts';
import { readResult, shownParts, type AnyResult } from './result.ts';
import { retrying } from './retry.ts';
import type { Answered, Fetch, Patience, Sending, Settings, TellUpload } from './settings.ts';
import { sendOnce, toClientError } from './transport.ts';

/** `Input` of any operation. */
export interface AnyInput extends Patience {
  readonly path?: Values;
  readonly query?: Values;
  readonly header?: Values;
  readonly cookie?: Values;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Headers | Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly onUpload?: TellUpload;
}

/** Hands a written request to the platform, or to who sends it there; `fetch` is the way that it has to take. */
export type Transmit = (
  operation: OperationContract,
  init: CallInit,
  prepared: PreparedCall,
  fetch: Fetch,
) => Promise<Response>;

/** Calls any operation; its errors are thrown on demand. */
export type AnyCall = (
  input?: AnyInput,
) => Promise<AnyResult> & { readonly orThrow: () => Promise<AnyResult> };

/**
 * Makes the function that calls an operation: it writes the request, sends it until it is answered as far as
 * that may be repeated, and reads the answer. All failures are a `ClientError`.
 */
export function call(
  settings: Settings,
  id: string,
  operation: OperationContract,
  transmit: Transmit = transmitDirectly,
): AnyCall {
  const answer = async (input: AnyInput = {}): Promise<readonly [AnyResult, Sending]> => {
    const answered = await perform(settings, id, operation, toInit(input), transmit);
    return [await readResult(id, operation, answered), answered.sending];
  };
  return (input) => {
    const answering = answer(input);
    const orThrow = async () => {
      const [result, { secrets }] = await answering;
      if (result.ok) return result;
      const { status, headers, body } = result;
      throw new ResponseError(
        `${id} was refused with ${status}`,
        shownParts(status, headers, body, secrets),
      );
    };
    return Object.assign(
      answering.then(([result]) => result),
      { orThrow },
    );
  };
}

/** Sends one call, again with another session where its own was refused. */
export async function perform(
  settings: Settings,
  id: string,
  operation: OperationContract,
  init: CallInit,
  transmit: Transmit,
): Promise<Answered> {
  const { options } = settings;
  const { deadline = options.deadline ?? Infinity } = init;
  const patience: Patience = {
    timeout: init.timeout ?? options.timeout,
    retries: init.retries ?? options.retries,
    maxWait: init.maxWait ?? options.maxWait,
  };
  const endsAt = Date.now() + deadline;
  for (let isFresh = false; ; isFresh = true) {
    const prepared = await prepareCall(settings, id, operation, init);
    // Its session was there by now; two may begin within a millisecond.
    const since = performance.now();
    const { secrets, hasKey } = prepared;
    const sending: Sending = {
      id,
      operation,
      settings,
      patience,
      secrets,
      hasKey,
      endsAt,
      signal: init.signal ?? undefined,
      remake:
        transmit === transmitDirectly
          ? (signal) => toRequest(operation, prepared, signal)
          : undefined,
      watch: init.onUpload && settings.watchUpload?.(prepared.body, init.onUpload),
      attempt: 1,
      settle: () => undefined,
      isTimedOut: false,
    };
    const send = retrying(settings.pace?.(sendOnce) ?? sendOnce);
    let response: Response;
    try {
      response = await transmit(operation, init, prepared, (request) => send(request, sending));
    } catch (error) {
      sending.settle();
      // What openapi-fetch stumbles over while it reads; what the caller's middleware throws is the caller's.
      const isPlatforms =
        error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException;
      throw isPlatforms ? toClientError(error, sending, 'body-cut') : error;
    }
    await settings.onAnswer?.(id, response, new URL(prepared.location));
    const isRenewed =
      response.status === 401 && !isFresh && (await settings.renew?.(operation, since)) === true;
    if (!isRenewed) return { response, sending };
    sending.settle();
    void response.body?.cancel().catch(() => undefined);
  }
}

/** The request as it goes to `fetch`; a redirect is an answer, as to follow it could carry the credential elsewhere. */
export function toRequest(
  { method }: OperationContract,
  { location, search, headers, body, credentials }: PreparedCall,
  signal?: AbortSignal,
): Request {
  return new Request(search === '' ? location : `${location}?${search}`, {
    method: method.toUpperCase(),
    headers,
    ...(body !== undefined && { body: body as Exclude<RequestInit['body'], undefined> }),
    redirect: 'manual',
    ...(credentials !== undefined && { credentials }),
    ...(signal && { signal }),
  });
}

const transmitDirectly: Transmit = (operation, _init, prepared, fetch) =>
  fetch(toRequest(operation, prepared));

/** The input of a method as the options of a call. */
export function toInit({
  path,
  query,
  header,
  cookie,
  contentType,
  headers,
  ...rest
}: AnyInput): CallInit {
  const given = headers instanceof Headers ? Object.fromEntries(headers) : headers;
  const typed = contentType === undefined ? given : { ...given, 'Content-Type': contentType };
  return { ...rest, headers: typed, params: { path, query, header, cookie } };
}
