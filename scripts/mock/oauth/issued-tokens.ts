import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { Credential } from '../../model/fixtures.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import type { Recognise } from '../session/session.ts';
import type { Store } from '../state/store.ts';
import type { RealmPlace } from './asking.ts';
import { answerError, answerJson, answerMethod, failWith } from './oauth-answer.ts';
import { openGrant, type Grant, type Realm } from './realm.ts';
import { revokedOf } from './token-endpoint.ts';
import { takeClientForm } from './take-client-form.ts';

/** Knows the tokens again that realms have given out: as credentials that say what they are good for. */
export function toTokenRecogniser(realms: readonly Realm[], store: Store): Recognise {
  const byScheme = new Map(realms.map((realm) => [realm.scheme, realm]));
  return (scheme, secret) => {
    const realm = byScheme.get(scheme);
    const grant = realm && openGrant(realm, 'access', secret);
    if (!grant) return undefined;
    if (grant === 'expired') return toCredential(scheme, secret, NOBODY);
    // Only a store that is here can be asked while nobody waits.
    const revoked = store.get(revokedOf(realm), grant.id);
    return typeof revoked === 'string' ? undefined : toCredential(scheme, secret, grant);
  };
}

const NOBODY: Pick<Grant, 'client' | 'user' | 'scopes' | 'expires'> = {
  client: '',
  user: undefined,
  scopes: [],
  expires: 0,
};

function toCredential(
  scheme: string,
  value: string,
  { client, user, scopes, expires }: typeof NOBODY,
): Credential {
  return {
    id: user ?? client,
    scheme,
    value,
    plan: undefined,
    access: 'write',
    expires: new Date(expires).toISOString(),
    scopes,
  };
}

/** The revocation endpoint (RFC 7009, section 2): a token that nobody knows is as good as revoked. */
export function answerRevocation(
  realm: Realm,
  arrival: Arrival,
  { store }: Pick<RealmPlace, 'store'>,
): Eventual<Answer> {
  return takeClientForm(realm, arrival, (form, client) => {
    const token = form.get('token');
    if (token === undefined) return answerError(failWith('invalid_request', 'No token came.'));
    const grants = [openGrant(realm, 'access', token), openGrant(realm, 'refresh', token)];
    const grant = grants.find((it) => typeof it === 'object');
    if (grant?.client !== client.id) return answerJson({});
    const { id, expires: until } = grant;
    return whenThere(store.set(revokedOf(realm), id, 'revoked', { until }), () => answerJson({}));
  });
}

/** The user of a token (OpenID Connect Core 1.0, section 5.3). */
export function answerUserInfo(
  realm: Realm,
  { method, headers }: Arrival,
  { store }: Pick<RealmPlace, 'store'>,
): Eventual<Answer> {
  if (method !== 'GET' && method !== 'POST') return answerMethod('GET, POST');
  const [, token = ''] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const grant = openGrant(realm, 'access', token);
  const unknown = answerError(failWith('invalid_token', 'No token of a user came.'));
  if (typeof grant !== 'object' || grant.user === undefined) return unknown;
  const { user, scopes } = grant;
  return whenThere(store.get(revokedOf(realm), grant.id), (revoked) =>
    revoked === undefined
      ? answerJson({
          sub: user,
          ...(scopes.includes('profile') && { name: user, preferred_username: user }),
          ...(scopes.includes('email') && { email: `${user}@example.com`, email_verified: true }),
        })
      : unknown,
  );
}
