import type { HeadersOptions } from 'openapi-fetch';
import { prepareBody } from './body.ts';
import type { OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { sign } from './credentials.ts';
import type { Values, WrittenParameters } from './parameters.ts';
import type { Patience, Settings } from './settings.ts';
import { toBaseUrl } from './transport.ts';

/** The options of one call, as far as they are read here; those of openapi-fetch are called so. */
export interface CallInit extends Patience {
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
  readonly signal?: AbortSignal | null | undefined;
  /** The address of another page, as its server wrote it. */
  readonly address?: string | undefined;
}

/** A request, written as the description says. */
export interface PreparedCall {
  /** Base URL and filled path. */
  readonly location: string;
  readonly baseUrl: string;
  readonly search: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly secrets: readonly string[];
  readonly hasKey: boolean;
  readonly credentials: Settings['options']['credentials'];
}

/**
 * Writes a request as the description says: styles, cookies, forms, credentials. Throws rather than send
 * something else.
 */
export async function prepareCall(
  settings: Settings,
  id: string,
  operation: OperationContract,
  init: CallInit,
): Promise<PreparedCall> {
  const { contract, auth, options } = settings;
  settings.checkAccess?.(id, operation);
  const baseUrl = toBaseUrl(init.baseUrl ?? chooseServer(id, operation, settings), settings);
  const plain: WrittenParameters = { path: operation.path, query: '', headers: {}, cookies: [] };
  const written = settings.writeParameters?.(id, operation, init.params ?? {}) ?? plain;
  const own = `${baseUrl}${written.path}`;
  const page = init.address === undefined ? undefined : toPage(id, init.address, own);
  const location = page ? page.origin + page.pathname : own;
  const query = page?.search.slice(1) ?? written.query;
  const { secrets, ...signature } = await sign(
    id,
    operation,
    contract.schemes,
    auth,
    options.credentials === 'include',
  );
  const signed = signature.query.filter((pair) => !query.split('&').includes(pair));
  const search = [query, ...signed].filter(Boolean).join('&');
  const given = [...written.cookies, ...signature.cookies];
  const kept = (settings.cookies?.(new URL(location)) ?? []).filter(
    (it) => !names(given).includes(nameOf(it)),
  );
  const cookies = [...kept, ...given].join('; ');
  const headers = joinHeaders(
    id,
    defaultHeaders(operation),
    init.headers,
    written.headers,
    cookies === '' ? {} : { Cookie: cookies },
    signature.headers,
  );
  const { idempotencyKey } = operation;
  if (idempotencyKey !== undefined && !headers.has(idempotencyKey)) {
    headers.set(idempotencyKey, crypto.randomUUID());
  }
  const body = await bodyOf(settings, id, operation, init, headers);
  settings.checkSize?.(id, operation, init.body, body);
  const hasKey = idempotencyKey !== undefined;
  const { credentials } = options;
  return { location, baseUrl, search, headers, body, secrets, hasKey, credentials };
}

/** The address of another page. The credential goes to no other server. */
function toPage(id: string, address: string, base: string): URL {
  const page = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (page && page.origin === new URL(base).origin) return page;
  throw new ClientError('url-unusable', `${id} has its next page on another server`);
}

/** The body as it is sent; its media type is written into the headers. */
async function bodyOf(
  { contract, writeBody }: Settings,
  id: string,
  operation: OperationContract,
  { body, bodySerializer }: CallInit,
  headers: Headers,
): Promise<unknown> {
  if (body === undefined) {
    headers.delete('content-type');
    return undefined;
  }
  const [documented = 'application/json'] = operation.content;
  const mediaType = headers.get('content-type') ?? documented;
  const prepared =
    bodySerializer === undefined
      ? await prepareBody(contract, id, operation, mediaType, body, writeBody)
      : { body: bodySerializer(body), contentType: mediaType };
  const isPlatforms = prepared.body instanceof FormData || prepared.contentType === undefined;
  // Only the platform knows the boundary of its own forms.
  if (isPlatforms) headers.delete('content-type');
  else headers.set('content-type', prepared.contentType);
  return prepared.body;
}

/** What openapi-fetch takes as the value of a header. */
type HeaderValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | number | boolean)[];

/** Headers of several sources: a later one wins, and null takes one away. */
function joinHeaders(id: string, ...parts: readonly (HeadersOptions | undefined)[]): Headers {
  const joined = new Headers();
  try {
    for (const part of parts) {
      const pairs =
        part instanceof Headers || Array.isArray(part) ? part : Object.entries(part ?? {});
      for (const [name, value] of pairs as Iterable<readonly [string, HeaderValue]>) {
        if (value === null) joined.delete(name);
        else if (typeof value === 'object') {
          for (const item of value) joined.append(name, String(item));
        } else if (value !== undefined) joined.set(name, String(value));
      }
    }
    return joined;
  } catch {
    // The platform's own error would print a value that HTTP cannot carry.
    throw new ClientError('header-unusable', `${id} cannot send these headers`);
  }
}

function names(pairs: readonly string[]): readonly string[] {
  return pairs.map(nameOf);
}

function nameOf(pair: string): string {
  return pair.slice(0, pair.indexOf('='));
}

/**
 * The server of an operation. Whoever moved the API elsewhere did not mean the rest of it to go to
 * the real one, so an operation with a server of its own asks for its new address.
 */
function chooseServer(
  id: string,
  { server }: OperationContract,
  { options: { baseUrl, baseUrls = {} } }: Settings,
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
