import type { ApiModel } from '../../model/api-model.ts';
import type { Credential } from '../../model/fixtures.ts';
import { stringOf } from '../../base/json.ts';
import { withValueAt } from '../../base/json-pointer.ts';
import type { SessionPolicy } from '../../model/policies.ts';
import { withValue, type Step, type Surroundings } from '../behaviour/step.ts';
import type { Call } from '../../wire/call.ts';
import { toSealer } from './sealer.ts';
import { groupOf, namespaceOf } from '../state/namespace.ts';

/** Finds out what a secret of a scheme stands for, if it is a session of ours. */
export type Recognise = (scheme: string, secret: string, call: Call) => Credential | undefined;

/** What a session token says of itself. */
interface Session {
  readonly id: string;
  readonly namespace: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Cookies are for the whole site and for no script (RFC 6265, section 4.1.2). */
const COOKIE_ATTRIBUTES = ['Path=/', 'HttpOnly', 'SameSite=Lax'];

/** `x-session`: the issuing operation answers with a token, where the scheme takes it from. */
export function toSessionStep(
  { api, store, clock, seed }: Surroundings,
  policy: SessionPolicy,
): Step {
  const scheme = api.securitySchemes.get(policy.scheme);
  const { seal } = toSealer(`session ${api.name}`, seed);
  return async ({ namespace }, draft) => {
    const expires = clock.now() + policy.lifetime * 1000;
    const group = groupOf(namespace, 'session', api.name);
    const number = await store.increment(group, 'issued', { until: expires });
    const session: Session = { id: `session-${number}`, namespace, expires };
    const token = seal(session);
    const { token: place } = policy;
    const told =
      place === undefined ? draft : withValue(api, draft, withValueAt(draft.value, place, token));
    if (scheme?.type !== 'apiKey' || scheme.in !== 'cookie') return told;
    const cookie = cookieLike(draft.headers['set-cookie'], `${scheme.name}=${token}`, policy);
    return { ...told, headers: { ...told.headers, 'set-cookie': cookie } };
  };
}

/** Reads tokens back: whoever signs, by the same seed, knows its own, and its namespace. */
export function toRecogniser(api: ApiModel, seed: number): Recognise {
  const { open } = toSealer(`session ${api.name}`, seed);
  return (scheme, secret, call) => {
    if (scheme !== api.policies.session?.scheme) return undefined;
    const session = open(secret);
    if (!session) return undefined;
    const { id, namespace, expires } = session;
    if (namespace !== namespaceOf(call)) return undefined;
    return {
      id: stringOf(id) ?? '',
      scheme,
      value: secret,
      plan: undefined,
      access: 'write',
      expires: new Date(Number(expires)).toISOString(),
    };
  };
}

/** `Set-Cookie` with the attributes of the documented example, but for those that tell the lifetime. */
function cookieLike(example: string | undefined, pair: string, policy: SessionPolicy): string {
  const documented = example?.split(';').map((it) => it.trim());
  const attributes = (documented?.slice(1) ?? COOKIE_ATTRIBUTES).filter(
    (it) => !/^(max-age|expires)\b/i.test(it),
  );
  return [pair, `Max-Age=${policy.lifetime}`, ...attributes].join('; ');
}
