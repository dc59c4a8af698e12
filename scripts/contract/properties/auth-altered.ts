import { askWith } from '../ask-with.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialOf } from '../wire/credentials.ts';

/** What a secret becomes that nobody was given, and how that is told. */
const ALTERATIONS: readonly (readonly [how: string, alter: (secret: string) => string])[] = [
  ['with a credential that lacks its last letter', (secret) => secret.slice(0, -1)],
  ['with a credential that has a letter too many', (secret) => `${secret}x`],
  // In whole: what is split nobody would know for a secret in a report.
  ['with a credential and a word after it', (secret) => `${secret} x`],
  ['with a credential in capitals', (secret) => secret.toUpperCase()],
];

export const authAltered: Property = {
  id: 'auth.altered',
  title: 'a credential that is a letter off is refused',
  unless: needsCredential,
  async check(bench) {
    const { api, operation, profiles } = bench;
    for (const requirement of operation.security) {
      const schemes = [...requirement.keys()];
      const [first = '', ...rest] = schemes;
      // What is left may be enough by itself.
      if (operation.security.some((it) => [...it.keys()].every((name) => rest.includes(name))))
        continue;
      const secret = profiles.good.get(first) ?? '';
      const scheme = api.securitySchemes.get(first);
      // The name of a user may be written in any case.
      const isPair = scheme?.type === 'http' && scheme.scheme === 'basic';
      for (const [how, alter] of isPair ? [] : ALTERATIONS) {
        const altered = new Map([...profiles.good, [first, alter(secret)]]);
        if (alter(secret) === secret) continue;
        const credential = credentialOf(api, schemes, altered);
        await askWith(bench, judgeUnauthenticated, [{ credential, how }]);
      }
    }
  },
};
