import type { ApiModel } from '../../model/api-model.ts';
import { wordsOfScheme } from '../../model/scheme-words.ts';
import { isSupported } from '../../wire/credential.ts';
import type { Mount } from '../mounts.ts';
import { KNOWN_CLIENT } from '../oauth/client.ts';
import { tokenAddressesOf } from '../oauth/endpoints.ts';
import type { AuthMode } from './authenticate.ts';

/** What the start of a mock says of credentials besides those it knows: where tokens come from, and what it cannot check. */
export function accessLines(
  api: ApiModel,
  mounts: readonly Mount[],
  origin: string,
  mode: AuthMode | undefined,
): readonly string[] {
  if (mode === 'off') return ['no credential is needed (--auth off)'];
  const tokens = tokenAddressesOf(api, mounts).map(
    ({ scheme, paths }) =>
      `tokens for ${scheme}: ${paths.map((it) => `${origin}${it}`).join(' or ')}`,
  );
  return [
    ...(mode === 'any' ? ['every credential of the right form is taken (--auth any)'] : []),
    ...tokens,
    ...(tokens.length > 0 && mode === undefined
      ? [`client, secret, user and password for them: ${KNOWN_CLIENT}`]
      : []),
    ...uncheckedOf(api, origin.startsWith('https:')),
  ];
}

/** Schemes that operations ask for, and whose credentials nobody can tell good or bad here. */
function uncheckedOf(
  { operations, securitySchemes }: ApiModel,
  isSecure: boolean,
): readonly string[] {
  const asked = new Set(
    operations.flatMap(({ security }) => security.flatMap((it) => [...it.keys()])),
  );
  return [...asked].flatMap((name) => {
    const scheme = securitySchemes.get(name);
    if (!scheme) return [`${name} is not checked: the description has no such security scheme`];
    if (isSupported(scheme) || (scheme.type === 'mutualTLS' && isSecure)) return [];
    const words = wordsOfScheme(scheme) ?? 'its type is unknown';
    const reason = scheme.type === 'mutualTLS' ? `${words}, without TLS` : words;
    return [`${name} is not checked: ${reason}`];
  });
}
