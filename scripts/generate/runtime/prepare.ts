import type { OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { sign } from './sign.ts';
import type { Values, WrittenParameters } from './parameters.ts';
import type { Patience, ServerChoice, Settings, TellUpload } from './settings.ts';
import { toBaseUrl } from './transport.ts';

/** The options of one call, as far as they are read here; those of openapi-fetch are called so. */
export interface CallInit extends Patience {
  readonly params?: {
    readonly path?: Values | undefined;
    readonly query?: Values | undefined;
    readonly header?: Values | undefined;
    readonly cookie?: Values | undefined;
  };
  readonly headers?: GivenHeaders | undefined;
  readonly body?: unknown;
  readonly baseUrl?: string | undefined;
  readonly signal?: AbortSignal | null | undefined;
  readonly onUpload?: TellUpload | undefined;
  /** Gives the address of another page, from its own. */
  readonly address?: ((own: string) => URL) | undefined;
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
  const { options } = settings;
  settings.checkAccess?.(id, operation);
  const chosen = init.baseUrl ?? (settings.chooseServer ?? ownServer)(id, operation, options);
  const baseUrl = toBaseUrl(chosen, settings);
  const plain: WrittenParameters = { path: operation.path, query: '', headers: {}, cookies: [] };
  const written = settings.writeParameters?.(id, operation, init.params ?? {}) ?? plain;
  const own = `${baseUrl}${written.path}`;
  const page = init.address?.(own);
  const location = page ? page.origin + page.pathname : own;
  const query = page?.search.slice(1) ?? written.query;
  const { secrets, ...signature } = await sign(id, operation, settings);
  const signed = signature.query.filter((pair) => !query.split('&').includes(pair));
  const search = [query, ...signed].filter(Boolean).join('&');
  const given = [...written.cookies, ...signature.cookies];
  const cookies = settings.cookies?.(new URL(location), given) ?? given;
  const headers = joinHeaders(
    id,
    defaultHeaders(operation),
    init.headers,
    written.headers,
    cookies.length > 0 ? { Cookie: cookies.join('; ') } : {},
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

const ownServer: ServerChoice = (_id, _operation, { baseUrl }) => baseUrl;

/** The body as it is sent; its media type is written into the headers. */
async function bodyOf(
  { contract, writeBody }: Settings,
  id: string,
  operation: OperationContract,
  { body: value }: CallInit,
  headers: Headers,
): Promise<unknown> {
  const [documented = 'application/json'] = operation.content;
  const mediaType = headers.get('content-type') ?? documented;
  headers.delete('content-type');
  if (value === undefined) return undefined;
  if (!writeBody) throw new ClientError('body-unusable', `${id} takes no body`);
  const { body, contentType } = await writeBody(contract, id, operation, mediaType, value);
  // Only the platform knows the boundary of its own forms.
  if (contentType !== undefined) headers.set('content-type', contentType);
  return body;
}

/** Headers of several sources: a later one wins, and null takes one away. */
function joinHeaders(id: string, ...parts: readonly (GivenHeaders | undefined)[]): Headers {
  const joined = new Headers();
  try {
    for (const [name, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
      if (value === null) joined.delete(name);
      else if (value !== undefined) joined.set(name, value);
    }
    return joined;
  } catch {
    // The platform's own error would print a value that HTTP cannot carry.
    throw new ClientError('header-unusable', `${id} cannot send these headers`);
  }
}

/** Headers that a caller gives; null takes away what would be there. */
export type GivenHeaders = Readonly<Record<string, string | null | undefined>>;

function defaultHeaders({ content, responses }: OperationContract): Record<string, string> {
  const accepted = [...new Set(Object.values(responses).flat())];
  const sent = content.find((it) => !it.includes('*'));
  return {
    ...(accepted.length > 0 && { Accept: accepted.join(', ') }),
    ...(sent !== undefined && { 'Content-Type': sent }),
  };
}
