import createFetchClient, {
  type Client,
  type HeadersOptions,
  type Middleware,
} from 'openapi-fetch';
import type { BodyWriter, SentBody } from './body.ts';
import { chooseServer } from './choose-server.ts';
import { SIGNERS } from './signers.ts';
import { call, perform, type AnyCall, type Transmit } from './call.ts';
import { toConnection } from './connect.ts';
import { METHODS, type Contract, type Method, type OperationContract } from './contract.ts';
import type { Credentials } from './credentials.ts';
import { ClientError } from './errors.ts';
import type { CallInit, GivenHeaders } from './prepare.ts';
import type { ClientOptions, Fetch, Policy, Settings, Writers } from './settings.ts';

/** What the calls of a client have beside themselves, such as the pages of a list. */
export type Extra = (
  settings: Settings,
  id: string,
  operation: OperationContract,
  call: AnyCall,
  calls: Readonly<Record<string, AnyCall>>,
) => object;

/** The paths of any API: callers see the types of theirs, which are made from its description. */
type AnyPaths = Record<string, Record<Method, { parameters: object; responses: object }>>;

/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed, written and sent as the description says. Its type is that of the description.
 */
export function createClient(
  contract: Contract,
  options: ClientOptions & { readonly auth?: Credentials | undefined },
  writers: Writers,
  policies: readonly Policy[] = [],
  extras: readonly Extra[] = [],
): object {
  const settings = toConnection(
    contract,
    options,
    { signers: SIGNERS, chooseServer, ...writers },
    policies,
  );
  const core = createFetchClient<AnyPaths>({ redirect: 'manual' });
  const unread = new WeakMap<Response, Response>();
  // openapi-fetch reads the body of an error itself, and cannot tell an empty one from none.
  core.use({
    onResponse({ response }) {
      if (!response.ok) unread.set(response, response.clone());
    },
  });
  const transmit: Transmit = async (operation, _init, prepared, fetch) => {
    // openapi-fetch would read the answer as JSON; `readResult` knows what it is.
    const sent: Init = { ...toFetchInit(prepared, fetch), parseAs: 'stream' };
    const { response } = await core.request(methodOf(operation), operation.path, sent);
    return unread.get(response) ?? response;
  };
  const calls: Record<string, AnyCall> = {};
  for (const [id, operation] of Object.entries(contract.operations)) {
    const own = call(settings, id, operation, transmit);
    for (const extra of extras) Object.assign(own, extra(settings, id, operation, own, calls));
    calls[id] = own;
  }
  return { ...calls, http: httpOf(core, settings) };
}

/** Options of openapi-fetch, whose types are those of a description. */
type Init = Readonly<Record<string, unknown>>;

/** openapi-fetch sends any method, and its types know some. */
function methodOf({ method }: { readonly method: string }): Method {
  return method as Method;
}

/** What makes openapi-fetch send a request as it is written: by itself it knows no styles, cookies or forms. */
function toFetchInit(
  { location, baseUrl, search, headers, body, credentials }: Parameters<Transmit>[2],
  fetch: Parameters<Transmit>[3],
): object {
  return {
    baseUrl,
    pathSerializer: () => location,
    querySerializer: () => search,
    params: { path: {}, query: {} },
    headers,
    body,
    bodySerializer: () => body,
    fetch,
    ...(credentials !== undefined && { credentials }),
  };
}

/** What openapi-fetch takes that calls do not. */
interface HttpOptions extends Omit<CallInit, 'headers'> {
  readonly fetch?: Fetch;
  readonly headers?: HeadersOptions | undefined;
  readonly bodySerializer?: ((body: unknown) => SentBody) | undefined;
}

/** Writes bodies as the caller does; the platform says what its own forms are. */
function serializing(serialize: (body: unknown) => SentBody): BodyWriter {
  return (_contract, _id, _operation, mediaType, value) => {
    const body = serialize(value);
    const contentType = body instanceof FormData ? undefined : mediaType;
    return Promise.resolve({ body, contentType });
  };
}

/** What openapi-fetch takes as the value of a header. */
type HeaderValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | number | boolean)[];

/** Headers as openapi-fetch takes them: null takes one away, and a list is several of one name. */
function plainHeaders(id: string, given: HeadersOptions | undefined): GivenHeaders {
  const pairs =
    given instanceof Headers || Array.isArray(given) ? given : Object.entries(given ?? {});
  const plain = new Headers();
  const none: [string, null][] = [];
  try {
    for (const [name, value] of pairs as Iterable<readonly [string, HeaderValue]>) {
      if (value === null) none.push([name, null]);
      else if (value !== undefined) for (const it of [value].flat()) plain.append(name, String(it));
    }
    return Object.fromEntries([...plain, ...none]);
  } catch {
    throw new ClientError('header-unusable', `${id} cannot send these headers`);
  }
}

/** openapi-fetch's client, each call prepared. */
function httpOf(core: Client<AnyPaths>, settings: Settings): object {
  const { operations } = settings.contract;
  const routes = new Map(
    Object.entries(operations).map(([id, it]) => [
      `${it.method} ${it.path}`,
      { id, operation: it },
    ]),
  );
  const request = async (method: string, path: string, options: HttpOptions = {}) => {
    const route = routes.get(`${method.toLowerCase()} ${path}`);
    if (!route) {
      throw new ClientError('operation-unknown', `The description has no ${method} ${path}`);
    }
    const { id, operation } = route;
    let answer: unknown;
    const transmit: Transmit = async (_operation, init, prepared, fetch) => {
      const sent: Init = { ...init, ...toFetchInit(prepared, fetch) };
      const result = await core.request(methodOf(operation), path, sent);
      answer = result;
      return result.response;
    };
    const { bodySerializer, headers, fetch: ownFetch } = options;
    const own: Settings = {
      ...settings,
      ...(ownFetch && { options: { ...settings.options, fetch: ownFetch } }),
      ...(bodySerializer && { writeBody: serializing(bodySerializer) }),
    };
    const init: CallInit = { ...options, headers: plainHeaders(id, headers) };
    const { sending } = await perform(own, id, operation, init, transmit);
    sending.settle();
    return answer;
  };
  const shortcuts = METHODS.map(
    (method) =>
      [
        method.toUpperCase(),
        (path: string, options?: HttpOptions) => request(method, path, options),
      ] as const,
  );
  return {
    ...Object.fromEntries(shortcuts),
    request,
    use: (...middleware: Middleware[]) => core.use(...middleware),
    eject: (...middleware: Middleware[]) => core.eject(...middleware),
  };
}
