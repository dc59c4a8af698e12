import type { SecurityScheme } from '../../model/security.ts';
import { credentialPair } from '../../wire/credential-text.ts';
import { askWith } from '../ask-with.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL, type AppliedCredential } from '../wire/credentials.ts';

export const authMisplaced: Property = {
  id: 'auth.misplaced',
  title: 'a credential is taken from where it is documented, and from nowhere else',
  unless: needsCredential,
  async check(bench) {
    const { api, operation, profiles } = bench;
    const [requirement] = operation.security;
    const given = [...(requirement?.keys() ?? [])].flatMap((name) => {
      const scheme = api.securitySchemes.get(name);
      const secret = profiles.good.get(name);
      return scheme && secret !== undefined ? [{ scheme, secret }] : [];
    });
    if (given.length === 0) return;
    const all = (place: 'query' | 'header' | 'cookie'): AppliedCredential | undefined => {
      if (given.some(({ scheme }) => placeOf(scheme) === place)) return undefined;
      const pairs = given.map(({ scheme, secret }) => [nameOf(scheme), secret] as const);
      const written = pairs.map(([name, value]) => credentialPair({ in: 'query', name, value }));
      if (place === 'header') return { ...NO_CREDENTIAL, headers: pairs };
      return place === 'query'
        ? { ...NO_CREDENTIAL, query: written }
        : { ...NO_CREDENTIAL, cookies: written };
    };
    const places = ['query', 'header', 'cookie'] as const;
    const askers = places.map((place) => ({
      credential: all(place),
      how: `with its credential in a ${place}`,
    }));
    await askWith(bench, judgeUnauthenticated, askers);
  },
};

function placeOf(scheme: SecurityScheme): 'query' | 'header' | 'cookie' {
  return scheme.type === 'apiKey' ? scheme.in : 'header';
}

/** The name a bearer token has outside of its header (RFC 6750, sections 2.2 and 2.3). */
function nameOf(scheme: SecurityScheme): string {
  return scheme.type === 'apiKey' ? scheme.name : 'access_token';
}
