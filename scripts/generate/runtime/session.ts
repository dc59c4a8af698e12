import { call, type AnyInput } from './call.ts';
import { createCookieJar } from './cookie-jar.ts';
import type { Contract, OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { valueAt } from './places.ts';
import type { Policy, Settings } from './settings.ts';

export interface SessionOptions {
  /** What the operation is called with that issues a session; done when one is needed, and again when it has ended. */
  readonly login?: object | (() => object | Promise<object>) | undefined;
}

/**
 * Keeps the session that an operation issues (`x-session`): whoever logs in with this client has it from then on.
 * With `login` it is opened when a call first needs it, once for all calls that wait, opened again before its
 * lifetime ends, and, once for a call, when it is refused with 401. Cookies are kept as a browser would.
 */
export const sessions: Policy = (settings) => {
  const { contract, auth, options } = settings;
  const { session } = contract;
  if (!session) return {};
  const scheme = contract.schemes[session.scheme];
  const jar = createCookieJar();
  const { login } = options as SessionOptions;
  let token: string | undefined;
  let endsAt = 0;
  let openedAt = -1;
  let opening: Promise<void> | undefined;
  let cookieOf: (() => string | undefined) | undefined;

  const held = () => (Date.now() < endsAt ? (cookieOf?.() ?? token) : undefined);
  const open = async () => {
    const issuer = contract.operations[session.issuedBy];
    if (!issuer || login === undefined) return;
    const input = typeof login === 'function' ? await login() : login;
    const result = await call(settings, session.issuedBy, issuer)(input as AnyInput);
    if (!result.ok) {
      const message = `${session.issuedBy} was refused with ${result.status}`;
      throw new ClientError('session-refused', `${message}, so there is no session`);
    }
  };
  // One login for all that wait for it.
  const openOnce = () => (opening ??= open().finally(() => (opening = undefined)));
  const given = auth[session.scheme];
  const supply = async () => {
    const own = held();
    if (own !== undefined) return own;
    const other = typeof given === 'function' ? await given() : given;
    if (
      other !== undefined ||
      login === undefined ||
      isBrowsers(settings, contract, session.scheme)
    ) {
      return other as string | undefined;
    }
    await openOnce();
    return held();
  };
  return {
    auth: { ...auth, [session.scheme]: supply },
    cookies(url, written) {
      const names = new Set(written.map(nameOf));
      return [...jar.pairs(url).filter((it) => !names.has(nameOf(it))), ...written];
    },
    async onAnswer(id, response, url) {
      jar.keep(url, response.headers);
      if (id !== session.issuedBy || !response.ok) return;
      openedAt = performance.now();
      endsAt = Date.now() + session.lifetime * 1000;
      if (session.token === undefined) {
        const name = scheme?.kind === 'key' ? scheme.name : '';
        cookieOf = () => jar.value(url, name);
        return;
      }
      const value = valueAt(
        await response
          .clone()
          .json()
          .catch(() => undefined),
        session.token,
      );
      token = typeof value === 'string' ? value : undefined;
    },
    async renew(operation, since) {
      if (login === undefined || !isAsked(operation, session.scheme)) return false;
      // Others were refused with the same one, and it is another by now.
      if (openedAt > since) return true;
      endsAt = 0;
      await openOnce();
      return true;
    },
  };
};

/** The name of `name=value`. */
function nameOf(pair: string): string {
  return pair.slice(0, pair.indexOf('='));
}

function isAsked({ security }: OperationContract, scheme: string): boolean {
  return security.some((names) => names.includes(scheme));
}

/** Whether the browser keeps the session's cookie itself. */
function isBrowsers({ options }: Settings, { schemes }: Contract, name: string): boolean {
  const scheme = schemes[name];
  return options.credentials === 'include' && scheme?.kind === 'key' && scheme.in === 'cookie';
}
