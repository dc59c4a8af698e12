import type { ApiModel } from '../model/api-model.ts';
import type { CheckResult, CitedClaim } from '../result/contract-run.ts';
import { claimIdOf } from '../result/claim-text.ts';

/** The claims that what was found rests on, each with the sources that say so. */
export function citedClaims(
  { ledger }: Pick<ApiModel, 'ledger'>,
  results: readonly CheckResult[],
): CitedClaim[] {
  const cited = results.flatMap(({ violations }) =>
    violations.flatMap(({ proof }) => proof.claims),
  );
  return [...new Set(cited.map(claimIdOf))].flatMap((id) => {
    const claim = ledger?.claims.get(id);
    if (!claim) return [];
    const sources = claim.sources.flatMap((it) => {
      const source = ledger?.sources.get(it);
      return source ? [{ title: source.title, address: source.address }] : [];
    });
    return [{ id, ...(claim.at !== undefined && { at: claim.at }), sources }];
  });
}
