import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange, WireResponse } from '../../wire/exchange.ts';
import { stringOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { SessionPolicy } from '../../model/policies.ts';
import type { Bench } from '../bench.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { credentialOf, type AppliedCredential } from '../wire/credentials.ts';
import { isSuccess, successJson } from './json-answer.ts';
import type { PropertyScope } from '../property-scope.ts';

/** Where `x-session` stands. */
export const SESSION = '#/x-session';

/** The policy of sessions, and the operation that issues them. */
export function issuerOf(
  api: ApiModel,
): { readonly policy: SessionPolicy; readonly login: Operation } | undefined {
  const policy = api.policies.session;
  const login = api.operations.find(({ id }) => id === policy?.issuedBy);
  return policy && login && { policy, login };
}

/** Why sessions are not tried on an operation; undefined where one opens it. */
export function needsSession({
  api,
  operation,
}: Pick<PropertyScope, 'api' | 'operation'>): string | undefined {
  const issuer = issuerOf(api);
  if (!issuer) return 'no sessions are documented';
  const { scheme } = issuer.policy;
  const isOpened = operation.security.some((it) => it.size === 1 && it.has(scheme));
  return isOpened ? undefined : 'no session opens the operation';
}

/** Logs in with the documented example; undefined where the server does not know it. */
export async function logIn({
  api,
  exchange,
}: Bench): Promise<
  { readonly token: string | undefined; readonly answered: Exchange } | undefined
> {
  const issuer = issuerOf(api);
  const [draft] = issuer ? exampleDrafts(api, issuer.login) : [];
  if (!issuer || !draft) return undefined;
  const answered = await exchange(draft, { operation: issuer.login });
  return isSuccess(answered) ? { token: tokenIn(api, answered), answered } : undefined;
}

/** What an answer issues: in its body where the policy says so, else in the scheme's cookie. */
export function tokenIn(api: ApiModel, answered: Exchange): string | undefined {
  const { session } = api.policies;
  if (!session || !answered.response) return undefined;
  if (session.token !== undefined)
    return stringOf(valueAt(successJson(answered) ?? null, session.token));
  return cookieIn(api, answered.response)?.value;
}

interface Cookie {
  readonly value: string;
  /** By names in lower case; an attribute without a value has the empty string. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** The `Set-Cookie` of the session's scheme (RFC 6265, section 4.1.1). */
export function cookieIn(api: ApiModel, { headers }: WireResponse): Cookie | undefined {
  const scheme = api.securitySchemes.get(api.policies.session?.scheme ?? '');
  if (scheme?.type !== 'apiKey' || scheme.in !== 'cookie') return undefined;
  for (const [name, field] of headers) {
    if (name.toLowerCase() !== 'set-cookie') continue;
    const [pair = '', ...rest] = field.split(';').map((it) => it.trim());
    if (!pair.startsWith(`${scheme.name}=`)) continue;
    const attributes = rest.map((it): [string, string] => {
      const [key = '', value = ''] = it.split('=', 2);
      return [key.toLowerCase(), value];
    });
    return { value: pair.slice(scheme.name.length + 1), attributes: new Map(attributes) };
  }
  return undefined;
}

/** A session as a credential. */
export function inSession(api: ApiModel, token: string): AppliedCredential | undefined {
  const name = api.policies.session?.scheme ?? '';
  return credentialOf(api, [name], new Map([[name, token]]));
}
