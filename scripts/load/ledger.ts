import type { Claim, EvidenceLedger, EvidenceSource } from '../core/evidence.ts';
import { arrayOf, objectOf, stringOf, textOf, type Json } from '../core/json.ts';
import { UserError } from '../core/user-error.ts';
import { checkShape } from './check-shape.ts';
import { LEDGER_SHAPE } from './shapes.ts';
import type { YamlSource } from './yaml-source.ts';

/** Reads `evidence.yaml`. Throws a UserError at the line of a misshapen or repeated claim. */
export function toLedger(source: YamlSource): EvidenceLedger {
  const { file, value, locate } = source;
  checkShape({ name: 'evidence.yaml', value, shape: LEDGER_SHAPE, locate });
  const { sources, claims } = objectOf(value);
  const byId = new Map<string, Claim>();
  for (const [index, claim] of arrayOf(claims).entries()) {
    const at = locate(['claims', `${index}`]);
    const read = toClaim(claim, at.line);
    if (byId.has(read.id)) {
      throw new UserError('claim-repeated', `Claim ${read.id} stands in the ledger twice`, {
        at,
        hint: 'Give each claim an id of its own.',
      });
    }
    byId.set(read.id, read);
  }
  const entries = Object.entries(objectOf(sources));
  return { file, sources: new Map(entries.map(([id, it]) => [id, toSource(it)])), claims: byId };
}

function toSource(value: Json): EvidenceSource {
  const { title, address, retrieved } = objectOf(value);
  return { title: textOf(title), address: textOf(address), retrieved: textOf(retrieved) };
}

function toClaim(value: Json, line: number): Claim {
  const claim = objectOf(value);
  return {
    id: textOf(claim['id']),
    // The shape admits no other word.
    status: claim['status'] as Claim['status'],
    sources: arrayOf(claim['sources']).map(String),
    at: stringOf(claim['at']),
    says: textOf(claim['says']),
    because: stringOf(claim['because']),
    resolved: stringOf(claim['resolved']),
    line,
  };
}
