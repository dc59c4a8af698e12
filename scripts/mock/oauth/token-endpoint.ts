import { createHash } from 'node:crypto';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { OAuthFlow } from '../../model/security.ts';
import type { Answer } from '../../wire/answer.ts';
import { DEFAULT_NAMESPACE } from '../../wire/namespace.ts';
import type { Arrival } from '../http/arrival.ts';
import { groupOf } from '../state/namespace.ts';
import type { Asking, RealmPlace } from './asking.ts';
import { KNOWN_CLIENT } from './client.ts';
import { takeDeviceGrant } from './device.ts';
import { answerToken, chooseScopes } from './issue.ts';
import { answerError, failWith, isOAuthError, type OAuthError } from './oauth-answer.ts';
import { openGrant, type Granted, type Realm } from './realm.ts';
import { takeClientForm } from './take-client-form.ts';

/** What one kind of grant makes of a request; refreshed where the client keeps what it has. */
type Take = (asking: Asking) => Eventual<Granted | OAuthError>;

const TAKERS: Readonly<Record<string, readonly [Take, ...OAuthFlow['kind'][]]>> = {
  client_credentials: [takeClient, 'clientCredentials'],
  password: [takePassword, 'password'],
  authorization_code: [takeCode, 'authorizationCode'],
  refresh_token: [takeRefresh, 'authorizationCode', 'password', 'deviceAuthorization'],
  'urn:ietf:params:oauth:grant-type:device_code': [takeDeviceGrant, 'deviceAuthorization'],
};

/** The kinds of grants that a realm takes, as metadata names them (RFC 8414, section 2). */
export function grantTypesOf({ kinds }: Realm): readonly string[] {
  return Object.entries(TAKERS).flatMap(([name, [, ...flows]]) =>
    flows.some((it) => kinds.has(it)) ? [name] : [],
  );
}

/** The token endpoint (RFC 6749, section 3.2). */
export function answerTokenRequest(
  realm: Realm,
  arrival: Arrival,
  { issuer, store }: RealmPlace,
): Eventual<Answer> {
  return takeClientForm(realm, arrival, (form, client) => {
    const type = form.get('grant_type');
    if (type === undefined) return answerError(failWith('invalid_request', 'No grant_type came.'));
    const types = grantTypesOf(realm);
    const [take] = (types.includes(type) && TAKERS[type]) || [];
    if (!take) {
      const known = types.join(', ') || 'none';
      return answerError(failWith('unsupported_grant_type', `Those of this scheme are: ${known}.`));
    }
    return whenThere(take({ realm, form, client, store }), (granted) =>
      isOAuthError(granted)
        ? answerError(granted)
        : answerToken(realm, issuer, granted, type === 'refresh_token'),
    );
  });
}

/** RFC 6749, section 4.4: only for clients that can keep a secret. */
function takeClient({ realm, form, client }: Asking): Granted | OAuthError {
  if (!client.isProven) return failWith('invalid_client', 'This grant needs the client secret.');
  const scopes = chooseScopes(form.get('scope'), realm.scopes);
  return isOAuthError(scopes) ? scopes : { client: client.id, user: undefined, scopes };
}

/** RFC 6749, section 4.3. */
function takePassword({ realm, form, client }: Asking): Granted | OAuthError {
  const user = form.get('username');
  const password = form.get('password');
  if (user === undefined || password === undefined) {
    return failWith('invalid_request', 'A username and a password are needed.');
  }
  const isKnown = realm.mode !== undefined || [user, password].every((it) => it === KNOWN_CLIENT);
  if (!isKnown) return failWith('invalid_grant', 'The mock knows no such user and password.');
  const scopes = chooseScopes(form.get('scope'), realm.scopes);
  return isOAuthError(scopes) ? scopes : { client: client.id, user, scopes };
}

/** RFC 6749, section 4.1.3, with the proof of RFC 7636, section 4.6. */
function takeCode({ realm, form, client, store }: Asking): Eventual<Granted | OAuthError> {
  const code = form.get('code');
  if (code === undefined) return failWith('invalid_request', 'No code came.');
  const grant = openGrant(realm, 'code', code);
  if (grant === 'expired') return failWith('invalid_grant', 'The code has expired.');
  if (grant?.client !== client.id) return failWith('invalid_grant', 'The code is not known.');
  if (grant.redirect !== undefined && grant.redirect !== form.get('redirect_uri')) {
    return failWith('invalid_grant', 'The redirect_uri is another than the code was sent to.');
  }
  const isProven = isVerified(grant.challenge, grant.method, form.get('code_verifier'));
  if (!isProven) return failWith('invalid_grant', 'The code_verifier does not fit the challenge.');
  const used = groupOf(DEFAULT_NAMESPACE, 'oauth', realm.api, 'used');
  return whenThere(store.increment(used, grant.id, { until: grant.expires }), (times) =>
    times > 1 ? failWith('invalid_grant', 'The code has been used.') : grant,
  );
}

function isVerified(
  challenge: string | undefined,
  method: string | undefined,
  verifier: string | undefined,
): boolean {
  // Who made no challenge has nothing to prove, and would be fooled by who thinks it did (RFC 9700, section 2.1.1).
  if (challenge === undefined || verifier === undefined) return challenge === verifier;
  const proof =
    method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return proof === challenge;
}

/** RFC 6749, section 6: for as much as before, or for less. */
function takeRefresh({ realm, form, client, store }: Asking): Eventual<Granted | OAuthError> {
  const token = form.get('refresh_token');
  if (token === undefined) return failWith('invalid_request', 'No refresh_token came.');
  const grant = openGrant(realm, 'refresh', token);
  if (grant === 'expired') return failWith('invalid_grant', 'The refresh_token has expired.');
  if (grant?.client !== client.id) return failWith('invalid_grant', 'It is not known.');
  const scopes = chooseScopes(form.get('scope'), grant.scopes);
  if (isOAuthError(scopes)) return scopes;
  return whenThere(store.get(revokedOf(realm), grant.id), (revoked) =>
    revoked === undefined
      ? { client: grant.client, user: grant.user, scopes }
      : failWith('invalid_grant', 'The refresh_token has been revoked.'),
  );
}

/** Where the ids of revoked tokens are kept. */
export function revokedOf({ api }: Pick<Realm, 'api'>): string {
  return groupOf(DEFAULT_NAMESPACE, 'oauth', api, 'revoked');
}
