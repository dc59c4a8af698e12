import { append } from '../../base/json-pointer.ts';
import type { Claim, EvidenceLedger } from '../../model/evidence.ts';
import type { Rule } from '../rule.ts';

/** Who is asked twice is no second witness, and who cannot be asked is none. */
export const evidenceIndependent: Rule = {
  id: 'evidence-independent',
  severity: 'error',
  description:
    'Each source has an address where it can be looked up, and a corroborated claim rests on sources of two authors, neither a copy of the other.',
  *check({ ledger }) {
    if (!ledger) return;
    for (const [id, { address, copyOf, line }] of ledger.sources) {
      const place = { at: append('#/sources', id), location: locate(ledger, line) };
      if (/\s/.test(address)) {
        yield { ...place, message: `Source ${id} cannot be looked up: "${address}" is no address` };
      }
      if (copyOf !== undefined && !ledger.sources.has(copyOf)) {
        yield { ...place, message: `Source ${id} is a copy of ${copyOf}, which the ledger lacks` };
      }
    }
    for (const [index, claim] of [...ledger.claims.values()].entries()) {
      if (claim.status !== 'corroborated') continue;
      const place = { at: append('#/claims', index), location: locate(ledger, claim.line) };
      const message = lackOf(claim, ledger);
      if (message !== undefined) yield { ...place, message: `Claim ${claim.id} ${message}` };
    }
  },
};

function locate({ file }: EvidenceLedger, line: number) {
  return { file, line, column: 1 };
}

function lackOf({ sources }: Claim, ledger: EvidenceLedger): string | undefined {
  const origins = sources.flatMap((id) => originOf(id, ledger) ?? []);
  const nameless = origins.find((id) => ledger.sources.get(id)?.author === undefined);
  if (nameless !== undefined) return `is corroborated, but ${nameless} names no author`;
  const authors = new Set(origins.map((id) => ledger.sources.get(id)?.author));
  // Where there is no source at all, evidence-argued says so.
  if (authors.size !== 1) return undefined;
  return `is corroborated by one author alone, ${[...authors].join()}`;
}

/** The source behind a copy; undefined for one that the ledger lacks. */
function originOf(id: string, { sources }: EvidenceLedger): string | undefined {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at);) {
    seen.add(at);
    const source = sources.get(at);
    if (!source) return undefined;
    if (source.copyOf === undefined) return at;
    at = source.copyOf;
  }
  return id;
}
