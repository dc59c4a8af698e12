import type { Pointer } from '../base/json-pointer.ts';
import type { ApiModel } from './api-model.ts';

/**
 * Whether a clause rests on claims that no source states, those alone: `inferred` or `unstated`. One that names
 * no claim is the author's own word, and rests on itself.
 */
export function isOnlyInferred(
  { ledger, claimsAt }: Pick<ApiModel, 'ledger' | 'claimsAt'>,
  clause: Pointer,
): boolean {
  if (!ledger) return false;
  const claims = claimsAt(clause).flatMap((id) => ledger.claims.get(id) ?? []);
  return (
    claims.length > 0 &&
    claims.every(({ status }) => status === 'inferred' || status === 'unstated')
  );
}
