import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { Answer } from '../../wire/answer.ts';
import { DEFAULT_NAMESPACE } from '../../wire/namespace.ts';
import type { Arrival } from '../http/arrival.ts';
import { groupOf } from '../state/namespace.ts';
import type { Asking, RealmPlace } from './asking.ts';
import { KNOWN_CLIENT } from './client.ts';
import { parseForm } from './form.ts';
import { chooseScopes, toGrant } from './issue.ts';
import {
  answerError,
  answerJson,
  failWith,
  isOAuthError,
  type OAuthError,
} from './oauth-answer.ts';
import { openGrant, type Granted, type Realm } from './realm.ts';
import { takeClientForm } from './take-client-form.ts';

/** Seconds in which the user must have agreed, and between two questions whether it has. */
const LIFETIME = 600;
const INTERVAL = 1;

/** The device authorization endpoint (RFC 8628, section 3.1). */
export function answerDevice(
  realm: Realm,
  arrival: Arrival,
  { issuer }: Pick<RealmPlace, 'issuer'>,
): Eventual<Answer> {
  return takeClientForm(realm, arrival, (form, client) => {
    const scopes = chooseScopes(form.get('scope'), realm.scopes);
    if (isOAuthError(scopes)) return answerError(scopes);
    const grant = toGrant(realm, { client: client.id, user: KNOWN_CLIENT, scopes }, LIFETIME);
    const code = userCodeOf(grant.id);
    return answerJson({
      device_code: realm.sealers.device.seal(grant),
      user_code: code,
      verification_uri: `${issuer}/device`,
      verification_uri_complete: `${issuer}/device?user_code=${code}`,
      expires_in: LIFETIME,
      interval: INTERVAL,
    });
  });
}

/** Letters that are not taken for each other (RFC 8628, section 6.1), made of an id. */
function userCodeOf(id: string): string {
  const letters = 'BCDFGHJKLMNPQRST';
  const picked = id
    .replaceAll('-', '')
    .slice(0, 8)
    .replaceAll(/./g, (digit) => letters.charAt(Number.parseInt(digit, 16)));
  return `${picked.slice(0, 4)}-${picked.slice(4)}`;
}

/** Where the user agrees, or does not: `?user_code=BCDF-GHJK`, and `&deny=true`. */
export function answerVerification(
  realm: Realm,
  { query }: Arrival,
  { store }: Pick<RealmPlace, 'store'>,
): Eventual<Answer> {
  const form = parseForm(query);
  const code = isOAuthError(form) ? undefined : form.get('user_code');
  if (isOAuthError(form) || code === undefined) {
    return answerError(failWith('invalid_request', 'Add ?user_code= and the code to the address.'));
  }
  const decision = form.get('deny') === 'true' ? 'denied' : 'agreed';
  const until = realm.clock.now() + LIFETIME * 1000;
  const kept = store.set(decisionsOf(realm), code.toUpperCase(), decision, { until });
  return whenThere(kept, () => answerJson({ user_code: code, decision }));
}

/**
 * What came of a request of a device (RFC 8628, section 3.5): the user agrees when it has been told to, and
 * by itself after the first question.
 */
export function takeDeviceGrant({
  realm,
  form,
  client,
  store,
}: Asking): Eventual<Granted | OAuthError> {
  const code = form.get('device_code');
  if (code === undefined) return failWith('invalid_request', 'No device_code came.');
  const grant = openGrant(realm, 'device', code);
  if (grant === 'expired') return failWith('expired_token', 'The device_code has expired.');
  if (grant?.client !== client.id) return failWith('invalid_grant', 'It is not known.');
  const until = grant.expires;
  return whenThere(store.get(decisionsOf(realm), userCodeOf(grant.id)), (decision) => {
    if (decision === 'denied') return failWith('access_denied', 'The user does not agree.');
    const asked = groupOf(DEFAULT_NAMESPACE, 'oauth', realm.api, 'asked');
    return whenThere(store.increment(asked, grant.id, { until }), (times) => {
      if (times === 1 && decision === undefined) {
        return failWith('authorization_pending', 'The user has not agreed yet; ask again.');
      }
      const used = groupOf(DEFAULT_NAMESPACE, 'oauth', realm.api, 'used');
      return whenThere(store.increment(used, grant.id, { until }), (uses) =>
        uses > 1 ? failWith('invalid_grant', 'The device_code has been used.') : grant,
      );
    });
  });
}

function decisionsOf({ api }: Realm): string {
  return groupOf(DEFAULT_NAMESPACE, 'oauth', api, 'decisions');
}
