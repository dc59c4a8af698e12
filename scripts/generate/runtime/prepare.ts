import { mergeHeaders, type HeadersOptions } from 'openapi-fetch';
import { serializeBody } from './body.ts';
import type { Contract, OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { sign, type Credentials } from './credentials.ts';
import { toCookies, toHeaders, toPath, toQuery, type Values } from './serialize.ts';
import { guard, toBaseUrl, type Fetch } from './transport.ts';

/** What a client was made with. */
export interface Settings {
  readonly contract: Contract;
  readonly baseUrl: string | undefined;
  readonly baseUrls: Readonly<Record<string, string>> | undefined;
  readonly auth: Credentials;
  readonly fetch: Fetch;
}

/** The options of one openapi-fetch call, as far as they are read here. */
export interface CallInit {
  readonly params?: {
    readonly path?: Values | undefined;
    readonly query?: Values | undefined;
    readonly header?: Values | undefined;
    readonly cookie?: Values | undefined;
  };
  readonly headers?: HeadersOptions | undefined;
  readonly body?: unknown;
  readonly bodySerializer?: ((body: unknown) => unknown) | undefined;
  readonly baseUrl?: string | undefined;
  readonly fetch?: Fetch | undefined;
}

export interface PreparedCall {
  readonly init: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
}

/**
 * Turns the options of a call into those that make openapi-fetch send what the description says: by
 * itself it knows no styles, cookies, forms or credentials. Throws rather than send something else.
 */
export async function prepareCall(
  { contract, baseUrl, baseUrls = {}, auth, fetch }: Settings,
  id: string,
  operation: OperationContract,
  init: CallInit,
): Promise<PreparedCall> {
  const { servers, schemes } = contract;
  const { path = {}, query = {}, header = {}, cookie = {} } = init.params ?? {};
  const chosen = init.baseUrl ?? chooseServer(id, operation, baseUrl, baseUrls);
  const address = toBaseUrl(chosen, servers);
  const filledPath = toPath(id, operation, path);
  const { secrets, ...signature } = await sign(id, operation, schemes, auth);
  const search = [toQuery(operation, query), ...signature.query].filter(Boolean).join('&');
  const cookies = [...toCookies(operation, cookie), ...signature.cookies].join('; ');
  const headers = mergeHeaders(
    defaultHeaders(operation),
    init.headers,
    toHeaders(operation, header),
    cookies === '' ? {} : { Cookie: cookies },
    signature.headers,
  );
  const mediaType = headers.get('content-type') ?? 'application/json';
  const { bodySerializer = (it: unknown) => serializeBody(mediaType, it) } = init;
  const body = init.body === undefined ? undefined : bodySerializer(init.body);
  // Only the platform knows the boundary of a multipart body.
  if (body === undefined || body instanceof FormData) headers.delete('content-type');
  return {
    secrets,
    init: {
      ...init,
      baseUrl: address,
      params: { path, query },
      pathSerializer: () => `${address}${filledPath}`,
      querySerializer: () => search,
      headers,
      body,
      bodySerializer: () => body,
      fetch: guard(init.fetch ?? fetch, id, servers, secrets),
    },
  };
}

/**
 * The server of an operation. Whoever moved the API elsewhere did not mean the rest of it to go to
 * the real one, so an operation with a server of its own asks for its new address.
 */
function chooseServer(
  id: string,
  { server }: OperationContract,
  baseUrl: string | undefined,
  baseUrls: Readonly<Record<string, string>>,
): string | undefined {
  if (server === undefined) return baseUrl;
  if (Object.hasOwn(baseUrls, server)) return baseUrls[server];
  if (baseUrl === undefined) return server;
  throw new ClientError(
    'url-unusable',
    `${id} is served at ${server}: name its address in baseUrls too`,
  );
}

function defaultHeaders({ content, responses }: OperationContract): Record<string, string> {
  const accepted = [...new Set(Object.values(responses).flat())];
  const sent = content.find((it) => !it.includes('*'));
  return {
    ...(accepted.length > 0 && { Accept: accepted.join(', ') }),
    ...(sent !== undefined && { 'Content-Type': sent }),
  };
}
