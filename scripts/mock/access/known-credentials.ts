import { hash } from 'node:crypto';
import { remember } from '../../base/remember.ts';
import type { Credential } from '../../model/fixtures.ts';
import type { SecurityScheme } from '../../model/security.ts';
import { plainSecretOf } from '../../wire/credential.ts';

/** A credential that the mock accepts, and when it ends in milliseconds since the epoch. */
export interface KnownCredential {
  readonly credential: Credential;
  readonly expires: number;
}

/**
 * Fixtures by scheme and secret; of two with one secret the first counts. Looked up as they are: they
 * are placeholders that the start notice prints, so that the time it takes has nothing to tell.
 */
export function toLookup(
  fixtures: readonly Credential[],
  schemes: ReadonlyMap<string, SecurityScheme>,
): ReadonlyMap<string, ReadonlyMap<string, KnownCredential>> {
  const lookup = new Map<string, Map<string, KnownCredential>>();
  for (const credential of fixtures.toReversed()) {
    const ofScheme = lookup.get(credential.scheme) ?? new Map<string, KnownCredential>();
    const secret = plainSecretOf(schemes.get(credential.scheme), credential.value);
    lookup.set(credential.scheme, ofScheme.set(secret, toKnown(credential)));
  }
  return lookup;
}

export function toKnown(credential: Credential): KnownCredential {
  const { expires } = credential;
  return { credential, expires: expires === undefined ? Infinity : Date.parse(expires) };
}

/** Halves of two pairs make no pair: fixtures of schemes that go together share an id. */
export function belongTogether(
  credentials: readonly Credential[],
  fixtures: readonly Credential[],
): boolean {
  if (credentials.length < 2) return true;
  return credentials.every(({ scheme, id }) =>
    credentials.every(
      (other) =>
        other.id === id || !fixtures.some((it) => it.scheme === scheme && it.id === other.id),
    ),
  );
}

/**
 * Who a secret belongs to that nobody was given, where every secret is taken: one client for each, told
 * apart without telling the secret.
 */
export function toStrangers(scheme: string): (secret: string) => KnownCredential {
  return remember((secret) => ({
    credential: {
      id: `client-${hash('sha256', secret).slice(0, 8)}`,
      scheme,
      value: secret,
      plan: undefined,
      access: 'write',
      expires: undefined,
    },
    expires: Infinity,
  }));
}
