import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { BodyWriter } from './body.ts';
import { toInit, type AnyInput } from './call.ts';
import { METHODS, type Contract, type Method } from './contract.ts';
import type { Credentials } from './credentials.ts';
import { ClientError } from './errors.ts';
import { prepareCall, type CallInit } from './prepare.ts';
import { readResult } from './result.ts';
import { toSettings, type ClientOptions, type Settings } from './settings.ts';

/** The paths of any API: callers see the types of theirs, which are made from its description. */
type AnyPaths = Record<string, Record<Method, { parameters: object; responses: object }>>;

/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed and written as the description says. Its type is that of the description.
 */
export function createClient(
  contract: Contract,
  options: ClientOptions & { readonly auth?: Credentials | undefined },
  writeBody: BodyWriter,
): object {
  const settings = toSettings(contract, options, { writeBody });
  // A redirect is an answer: to follow it could carry the credential to another host.
  const core = createFetchClient<AnyPaths>({ redirect: 'manual' });
  const unread = new WeakMap<Response, Response>();
  // openapi-fetch reads the body of an error itself, and cannot tell an empty one from none.
  core.use({
    onResponse({ response }) {
      if (!response.ok) unread.set(response, response.clone());
    },
  });
  const methods = Object.entries(contract.operations).map(([id, operation]) => {
    const call = async (input: AnyInput = {}) => {
      const { init, secrets } = await prepareCall(settings, id, operation, toInit(input));
      const { response } = await core.request(methodOf(operation), operation.path, init);
      return await readResult(id, operation, unread.get(response) ?? response, secrets);
    };
    return [id, call] as const;
  });
  return { ...Object.fromEntries(methods), http: httpOf(core, settings) };
}

/** openapi-fetch sends any method, and its types know some. */
function methodOf({ method }: { readonly method: string }): Method {
  return method as Method;
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
  const request = async (method: string, path: string, options: CallInit = {}) => {
    const route = routes.get(`${method.toLowerCase()} ${path}`);
    if (!route) {
      throw new ClientError('operation-unknown', `The description has no ${method} ${path}`);
    }
    const { id, operation } = route;
    const { init } = await prepareCall(settings, id, operation, options);
    return await core.request(methodOf(operation), path, init);
  };
  const shortcuts = METHODS.map(
    (method) =>
      [
        method.toUpperCase(),
        (path: string, options?: CallInit) => request(method, path, options),
      ] as const,
  );
  return {
    ...Object.fromEntries(shortcuts),
    request,
    use: (...middleware: Middleware[]) => core.use(...middleware),
    eject: (...middleware: Middleware[]) => core.eject(...middleware),
  };
}
