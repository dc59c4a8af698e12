import type { Claim, EvidenceLedger } from '../../model/evidence.ts';
import { append } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** A claim that nobody can look up or argue with is no evidence. */
export const evidenceArgued: Rule = {
  id: 'evidence-argued',
  severity: 'error',
  description:
    'A documented or corroborated claim names a source and the place in it, an inferred one its reason, a contradicted one its resolution.',
  *check({ ledger }) {
    if (!ledger) return;
    for (const [index, claim] of [...ledger.claims.values()].entries()) {
      const location = { file: claim.file ?? ledger.file, line: claim.line, column: 1 };
      for (const lack of lacksOf(claim, ledger)) {
        yield { at: append('#/claims', index), location, message: `Claim ${claim.id} ${lack}` };
      }
    }
  },
};

function* lacksOf({ status, sources, at, because, resolved }: Claim, ledger: EvidenceLedger) {
  for (const source of sources) {
    if (!ledger.sources.has(source)) yield `names the source ${source}, which the ledger lacks`;
  }
  if (status === 'documented' || status === 'corroborated') {
    if (sources.length === 0) yield `is ${status} and names no source`;
    if (at === undefined) yield `is ${status} and does not say where in the source ("at")`;
  }
  if (status === 'inferred' && because === undefined) yield 'is inferred without a "because"';
  if (status === 'contradicted' && resolved === undefined) {
    yield 'is contradicted and not "resolved"';
  }
}
