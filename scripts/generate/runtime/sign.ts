import type { OperationContract } from './contract.ts';
import type { Signature } from './credentials.ts';
import { ClientError } from './errors.ts';
import type { Settings } from './settings.ts';

/**
 * Meets the first security alternative for which there are credentials (OpenAPI 3.1.1, section
 * 4.8.30). Going without, where an operation allows that too, comes last. Throws when none is met. A browser
 * that sends its own cookies has the credential of a cookie, which nobody else can see.
 */
export async function sign(
  id: string,
  { security }: OperationContract,
  { contract: { schemes }, auth, options, signers = {} }: Settings,
): Promise<Signature> {
  const asking = security.filter((names) => names.length > 0);
  const isOptional = asking.length < security.length || security.length === 0;
  next: for (const names of isOptional ? [...asking, []] : asking) {
    const signature: Signature = { headers: {}, query: [], cookies: [], secrets: [] };
    for (const name of names) {
      const scheme = schemes[name];
      if (scheme?.kind === 'transport') continue;
      const place = scheme?.kind === 'key' ? scheme.in : 'basic';
      const supplied = Object.hasOwn(auth, name) ? auth[name] : undefined;
      const value = typeof supplied === 'function' ? await supplied() : supplied;
      if (!value && options.credentials === 'include' && place === 'cookie') continue;
      if (!scheme || !value) continue next;
      signers[place]?.(signature, name, scheme, value);
    }
    return signature;
  }
  const choices = security.map((names) => names.map((name) => `auth.${name}`).join(' and '));
  throw new ClientError('credential-missing', `${id} needs ${choices.join(', or ')}`);
}
