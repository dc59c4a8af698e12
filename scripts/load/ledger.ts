import {
  FACT_KINDS,
  type Claim,
  type EvidenceLedger,
  type EvidenceSource,
  type PrintedFact,
} from '../model/evidence.ts';
import { arrayOf, isObject, objectOf, stringOf, textOf, type Json } from '../base/json.ts';
import { UserError } from '../base/user-error.ts';
import { checkShape } from './check-shape.ts';
import { toClaimPrints } from './claim-prints.ts';
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
    const read = toClaim(claim, at.line, Object.keys(objectOf(sources)));
    if (byId.has(read.id)) {
      throw new UserError('claim-repeated', `Claim ${read.id} stands in the ledger twice`, {
        at,
        hint: 'Give each claim an id of its own.',
      });
    }
    byId.set(read.id, read);
  }
  const entries = Object.entries(objectOf(sources)).map(([id, it]): [string, EvidenceSource] => [
    id,
    toSource(it, (...below) => locate(['sources', id, ...below]).line),
  ]);
  return { file, sources: new Map(entries), claims: byId };
}

function toSource(value: Json, lineOf: (...below: string[]) => number): EvidenceSource {
  const { title, author, address, retrieved, copyOf, sections } = objectOf(value);
  return {
    title: textOf(title),
    author: stringOf(author),
    address: textOf(address),
    copyOf: stringOf(copyOf),
    line: lineOf(),
    retrieved: textOf(retrieved),
    sections: arrayOf(sections).map((it, index) => {
      const { heading, prints, omitted } = objectOf(it);
      return {
        heading: textOf(heading),
        prints: toPrinted(prints),
        omitted: stringOf(omitted),
        line: lineOf('sections', `${index}`),
      };
    }),
  };
}

/** Lists by kind; fields by kind and owner. */
function toPrinted(value: Json | undefined): PrintedFact[] {
  const byKind = objectOf(value);
  return FACT_KINDS.flatMap((kind) => {
    const listed = byKind[kind];
    if (!isObject(listed)) return arrayOf(listed).map((it) => ({ kind, text: textOf(it) }));
    return Object.entries(listed).flatMap(([owner, names]) =>
      arrayOf(names).map((it) => ({ kind, text: textOf(it), owner })),
    );
  });
}

function toClaim(value: Json, line: number, known: readonly string[]): Claim {
  const claim = objectOf(value);
  return {
    id: textOf(claim['id']),
    // The shape admits no other word.
    status: claim['status'] as Claim['status'],
    sources: arrayOf(claim['sources']).map(String),
    at: stringOf(claim['at']),
    says: textOf(claim['says']),
    always: claim['always'] === true,
    because: stringOf(claim['because']),
    resolved: stringOf(claim['resolved']),
    prints: toClaimPrints(claim, known),
    line,
  };
}
