import type { OperationContract } from './contract.ts';
import type { Values } from './parameters.ts';
import { prepareCall, type CallInit } from './prepare.ts';
import { readResult } from './result.ts';
import type { Settings } from './settings.ts';

/** `Input` of any operation. */
export interface AnyInput {
  readonly path?: Values;
  readonly query?: Values;
  readonly header?: Values;
  readonly cookie?: Values;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Headers | Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

type Answer = Awaited<ReturnType<typeof readResult>>;

/** Makes the function that calls an operation without a client around it. */
export function call(
  settings: Settings,
  id: string,
  operation: OperationContract,
): (input?: AnyInput) => Promise<Answer> {
  return async (input = {}) => {
    const prepared = await prepareCall(settings, id, operation, toInit(input));
    const { location, headers, body, send, secrets } = prepared;
    const request = new Request(location, {
      method: operation.method.toUpperCase(),
      headers,
      // What a Request takes, as `bodyOf` made it.
      ...(body !== undefined && { body: body as Exclude<RequestInit['body'], undefined> }),
      // A redirect is an answer: to follow it could carry the credential to another host.
      redirect: 'manual',
      ...(input.signal && { signal: input.signal }),
    });
    return await readResult(id, operation, await send(request), secrets);
  };
}

/** The input of a call as openapi-fetch has it. */
export function toInit({ path, query, header, cookie, contentType, ...rest }: AnyInput): CallInit {
  const headers = {
    ...(rest.headers instanceof Headers ? Object.fromEntries(rest.headers) : rest.headers),
    ...(contentType !== undefined && { 'Content-Type': contentType }),
  };
  // openapi-fetch would read the answer as JSON; `readResult` knows what it is.
  const reading = { parseAs: 'stream' };
  return { ...reading, ...rest, headers, params: { path, query, header, cookie } };
}
