import type { Claim, EvidenceLedger } from '../../model/evidence.ts';
import { append } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** A claim that nobody can look up or argue with is no evidence. */
export const evidenceArgued: Rule = {
  id: 'evidence-argued',
  severity: 'error',
  description:
    'A documented or corroborated claim names a source and the place in it, an inferred one its reason, a contradicted one its resolution; what it prints stands in a source that it names.',
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

function* lacksOf(
  { status, sources, at, because, resolved, prints }: Claim,
  ledger: EvidenceLedger,
) {
  for (const source of sources) {
    if (!ledger.sources.has(source)) yield `names the source ${source}, which the ledger lacks`;
  }
  // A conclusion may rest on what is printed and still name no source of its own.
  for (const { source, text } of sources.length > 0 ? prints : []) {
    if (!sources.includes(source)) yield `prints "${text}" of ${source}, which it does not name`;
  }
  if (status === 'unstated' && prints.length > 0) yield 'is unstated and yet prints something';
  if (status === 'documented' || status === 'corroborated') {
    if (sources.length === 0) yield `is ${status} and names no source`;
    if (at === undefined) yield `is ${status} and does not say where in the source ("at")`;
  }
  if (status === 'inferred' && because === undefined) yield 'is inferred without a "because"';
  if (status === 'contradicted' && resolved === undefined) {
    yield 'is contradicted and not "resolved"';
  }
}
