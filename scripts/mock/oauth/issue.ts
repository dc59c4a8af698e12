import { randomUUID } from 'node:crypto';
import type { Answer } from '../../wire/answer.ts';
import { answerJson, failWith, type OAuthError } from './oauth-answer.ts';
import { signIdToken } from './id-token.ts';
import type { Grant, Granted, Realm } from './realm.ts';

/** Seconds that tokens last. */
const LIFETIME = 3600;
const REFRESH_LIFETIME = 30 * 24 * 3600;

/** A grant that begins now and lasts so many seconds. */
export function toGrant({ clock }: Realm, granted: Omit<Grant, 'id' | 'expires'>, seconds: number) {
  return { ...granted, id: randomUUID(), expires: clock.now() + seconds * 1000 };
}

/** An access token, as a parameter of the answers that carry one (RFC 6749, sections 4.2.2 and 5.1). */
export function issueAccessToken(realm: Realm, granted: Granted) {
  return {
    access_token: realm.sealers.access.seal(toGrant(realm, granted, LIFETIME)),
    token_type: 'Bearer',
    expires_in: LIFETIME,
    scope: granted.scopes.join(' '),
  };
}

/** The answer of a token endpoint: with what renews the token where a user has agreed to it once. */
export async function answerToken(
  realm: Realm,
  issuer: string,
  granted: Granted,
  refreshed: boolean,
): Promise<Answer> {
  const { client, user, scopes } = granted;
  const lasting = { client, user, scopes };
  const refresh =
    user === undefined || refreshed
      ? {}
      : { refresh_token: realm.sealers.refresh.seal(toGrant(realm, lasting, REFRESH_LIFETIME)) };
  const identity =
    user !== undefined && scopes.includes('openid')
      ? { id_token: await signIdToken(realm, issuer, granted, LIFETIME) }
      : {};
  return answerJson({ ...issueAccessToken(realm, granted), ...refresh, ...identity });
}

/**
 * The scopes that are asked for, all of which must be among those that can be given; all that can be
 * where nobody asks (RFC 6749, section 3.3).
 */
export function chooseScopes(
  asked: string | undefined,
  possible: readonly string[],
): readonly string[] | OAuthError {
  if (asked === undefined) return possible;
  const scopes = [...new Set(asked.split(' ').filter((it) => it !== ''))];
  const unknown = scopes.find((it) => !possible.includes(it));
  if (unknown === undefined) return scopes;
  return failWith('invalid_scope', `The scopes are: ${possible.join(' ') || 'none'}.`);
}
