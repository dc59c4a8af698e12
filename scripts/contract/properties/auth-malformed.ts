import type { SecurityScheme } from '../../model/security.ts';
import { authSchemeOf } from '../../wire/credential.ts';
import { askWith } from '../ask-with.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL, type AppliedCredential } from '../wire/credentials.ts';

export const authMalformed: Property = {
  id: 'auth.malformed',
  title: 'a credential that is empty or in the words of another scheme is refused',
  unless: needsCredential,
  check(bench) {
    const { api, operation } = bench;
    const names = new Set(operation.security.flatMap((it) => [...it.keys()]));
    const schemes = [...names].flatMap((name) => api.securitySchemes.get(name) ?? []);
    const askers = schemes
      .flatMap(malformed)
      .map((credential) => ({ credential, how: 'with a malformed credential' }));
    return askWith(bench, judgeUnauthenticated, askers);
  },
};

/** What looks like a credential of a scheme and holds none. */
function malformed(scheme: SecurityScheme): AppliedCredential[] {
  const headers = (value: string): AppliedCredential => {
    const name = scheme.type === 'apiKey' ? scheme.name : 'authorization';
    return { ...NO_CREDENTIAL, headers: [[name, value]] };
  };
  if (scheme.type !== 'apiKey') {
    const word = authSchemeOf(scheme).toLowerCase();
    const other = word === 'basic' ? 'Bearer kiln' : `Basic ${btoa('nobody:nothing')}`;
    // A token has no braces and no quotes (RFC 6750, section 2.1), and is never empty.
    const token = headers(`${word} {"}`);
    return [headers(word), headers(`${word} `), token, headers(other)];
  }
  switch (scheme.in) {
    case 'header':
      return scheme.prefix === undefined
        ? [headers('')]
        : [headers(scheme.prefix), headers('Other kiln')];
    case 'query':
      return [{ ...NO_CREDENTIAL, query: [`${scheme.name}=`] }];
    case 'cookie':
      return [{ ...NO_CREDENTIAL, cookies: [`${scheme.name}=`] }];
  }
}
