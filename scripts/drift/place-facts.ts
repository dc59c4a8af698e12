import type { DocumentFact, FactSection, PlacedFact } from './document-fact.ts';

/** The facts of all sections, each with its place, its neighbours and the field that holds it. */
export function placeFacts(sections: readonly FactSection[]): PlacedFact[] {
  let index = 0;
  return sections.flatMap(({ facts }, section) => {
    const start = index;
    const lastField = new Map<string, number>();
    let entry: number | undefined;
    return facts.map((fact, at): PlacedFact => {
      if (fact.kind === 'field') {
        entry = start + at;
        lastField.set(fact.text, entry);
      }
      return {
        ...fact,
        section,
        before: facts[at - 1]?.key ?? '',
        after: facts[at + 1]?.key ?? '',
        index: index++,
        entry,
        owner: isHeld(fact) ? lastField.get(fact.label) : undefined,
      };
    });
  });
}

function isHeld({ kind, label }: DocumentFact): boolean {
  return label !== '' && (kind === 'value' || kind === 'figure' || kind === 'date');
}

/** A field of a table may be a word in a sentence of the new document, and a value one in code. */
export function classOf({ kind }: DocumentFact): string {
  return kind === 'field' || kind === 'name' || kind === 'value' ? 'word' : kind;
}

/** Whether both say the same, whatever it is a fact of; values of different columns do not. */
export function saySame(from: DocumentFact, to: DocumentFact): boolean {
  return from.key === to.key && classOf(from) === classOf(to) && !isOtherColumn(from, to);
}

/** Whether both stand in columns whose names are known, and not in the same. */
export function isOtherColumn({ column = '' }: DocumentFact, to: DocumentFact): boolean {
  return column !== '' && (to.column ?? '') !== '' && column !== to.column;
}

/** Without the names of columns that only one of both has: they are called otherwise now, or are new. */
export function withSharedColumns<Fact extends DocumentFact>(
  facts: readonly Fact[],
  others: readonly DocumentFact[],
): Fact[] {
  const known = new Set(others.map(({ column }) => column));
  return facts.map((it) =>
    it.column === undefined || known.has(it.column) ? it : { ...it, column: '' },
  );
}

/** Whether one may stand where the other stood, changed. */
export function areAlike(from: DocumentFact, to: DocumentFact): boolean {
  return (
    from.kind === to.kind || GROUPS.some((group) => group.has(from.kind) && group.has(to.kind))
  );
}

const GROUPS: readonly ReadonlySet<string>[] = [
  new Set(['field', 'name']),
  new Set(['figure', 'value', 'date']),
];
