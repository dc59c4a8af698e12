import {
  FACT_KINDS,
  type Claim,
  type EvidenceLedger,
  type EvidenceSource,
  type LedgerFact,
  type PrintedFact,
} from '../model/evidence.ts';
import {
  arrayOf,
  stringsOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
} from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import { checkShape } from './check-shape.ts';
import { toClaimPrints } from './claim-prints.ts';
import { CLAIM_SHAPE, LEDGER_SHAPE } from './shapes.ts';
import type { YamlSource } from './yaml-source.ts';

/** A claim that is written beside the node it backs, and where. */
interface ClaimBeside {
  readonly value: Json;
  readonly at: SourceLocation;
}

/**
 * Reads `evidence.yaml`, and the claims that stand in the description itself. Throws a UserError at the line of a
 * misshapen or repeated claim.
 */
export function toLedger(source: YamlSource, beside: readonly ClaimBeside[] = []): EvidenceLedger {
  const { file, value, locate } = source;
  checkShape({ name: 'evidence.yaml', value, shape: LEDGER_SHAPE, locate });
  for (const { value: claim, at } of beside) {
    checkShape({ name: 'x-evidence', value: claim, shape: CLAIM_SHAPE, locate: () => at });
  }
  const { sources, claims, facts } = objectOf(value);
  const byId = new Map<string, Claim>();
  const known = Object.keys(objectOf(sources));
  const listed = arrayOf(claims).map((claim, index): ClaimBeside => {
    return { value: claim, at: locate(['claims', `${index}`]) };
  });
  for (const { value: claim, at } of [...listed, ...beside]) {
    const own = toClaim(claim, at.line, known);
    const read = at.file === file ? own : { ...own, file: at.file };
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
  return {
    file,
    sources: new Map(entries),
    claims: byId,
    facts: arrayOf(facts).map((it, index) => toFact(it, locate(['facts', `${index}`]).line)),
  };
}

function toFact(value: Json, line: number): LedgerFact {
  const fact = objectOf(value);
  return {
    // The shape wants a pointer.
    at: textOf(fact['at']) as Pointer,
    is: fact['is'],
    claim: stringOf(fact['claim']),
    line,
  };
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
    sources: stringsOf(claim['sources']),
    at: stringOf(claim['at']),
    says: textOf(claim['says']),
    always: claim['always'] === true,
    because: stringOf(claim['because']),
    resolved: stringOf(claim['resolved']),
    prints: toClaimPrints(claim, known),
    line,
  };
}
