import type { Claim, ClaimPrint, EvidenceLedger } from '../model/evidence.ts';
import { sectionsOfClaim } from './claim-places.ts';
import { renderFact, type DocumentFact, type FactSection } from './document-fact.ts';
import { tokensIn } from './fact-tokens.ts';
import { plainHeading } from './pair-sections.ts';

/**
 * Which of the facts of a source each claim rests on: those that its own words name, within the places
 * of its `at`, and fields, paths and figures of a section that no claim names go to the claim of that
 * section which names most.
 */
export function choosePrints(
  ledger: EvidenceLedger,
  source: string,
  sections: readonly FactSection[],
): ReadonlyMap<string, readonly ClaimPrint[]> {
  const claims = [...ledger.claims.values()].filter((it) => mayRest(it, source, ledger));
  const chosen = new Map(
    claims.map((claim) => {
      const scope = sectionsOfClaim(claim, source, ledger, sections);
      const within = scope.flatMap((index) => (sections[index] ? [sections[index]] : []));
      const facts = within.flatMap((it) => it.facts).filter((it) => isNamedBy(it, claim.says));
      const words = wordsNamedBy(claim.says, within, ledger.sources.get(source)?.title ?? '');
      return [claim.id, { claim, scope, facts: new Set(facts), words }] as const;
    }),
  );
  giveRest(sections, [...chosen.values()]);
  return new Map(
    [...chosen].map(([id, { facts, words }]) => [id, toPrints([...facts], words, source)] as const),
  );
}

/** What is left open prints nothing; a conclusion is drawn from the first source. */
function mayRest({ status, sources }: Claim, source: string, ledger: EvidenceLedger): boolean {
  if (status === 'unstated') return false;
  return (
    sources.includes(source) ||
    (sources.length === 0 && ledger.sources.keys().next().value === source)
  );
}

interface Choice {
  readonly claim: Claim;
  readonly scope: readonly number[];
  readonly facts: Set<DocumentFact>;
}

function giveRest(sections: readonly FactSection[], choices: readonly Choice[]): void {
  for (const [index, { facts }] of sections.entries()) {
    const rest = facts.filter((it) => isWorthClaiming(it) && !choices.some((c) => c.facts.has(it)));
    const here = choices.filter(
      ({ claim, scope }) =>
        scope.includes(index) && scope.length < sections.length && STATED.has(claim.status),
    );
    const most = here.toSorted((left, right) => weightOf(right, facts) - weightOf(left, facts))[0];
    for (const fact of rest) {
      // A claim that names it elsewhere among its places speaks of it here as well.
      const also = here.find((it) => [...it.facts].some(({ key }) => key === fact.key));
      (also ?? most)?.facts.add(fact);
    }
  }
}

const STATED: ReadonlySet<string> = new Set(['documented', 'corroborated', 'contradicted']);

/** Values of examples are none that a claim rests on, unless it names them. */
function isWorthClaiming({ kind, label, text }: DocumentFact): boolean {
  if (kind === 'path' || kind === 'field') return true;
  if (kind === 'name') return /[-_]|^[a-z]+[A-Z]/.test(text) && !/^[A-Z_]+$/.test(text);
  return kind === 'figure' && (label === '' || / /.test(label) || /^[A-Z_]+$/.test(label));
}

/** How much of the section the claim speaks of, and of how little else. */
function weightOf({ facts, scope }: Choice, here: readonly DocumentFact[]): number {
  return here.filter((it) => facts.has(it)).length + 1 / (1 + scope.length);
}

/** Whether the words of a claim name a fact; a value of a field counts with its field only. */
function isNamedBy(fact: DocumentFact, says: string): boolean {
  const { kind, text, label, key } = fact;
  switch (kind) {
    case 'figure':
    case 'date': {
      const told = tokensIn(says, { label: '', isCode: false, at: 0 });
      if (/ /.test(label) && !hasWordOf(label, says)) return false;
      return told.some(
        (it) => it.key === key || (it.kind === 'figure' && it.key === key.replace(/\D+$/, '')),
      );
    }
    case 'path':
      return pathsIn(says).some(([method, path]) => {
        const isMethod = method === undefined || label === '' || method === label;
        const [one, other] = [withoutNames(text), withoutNames(path)];
        return (
          isMethod &&
          (one === other || one.endsWith(other) || (label !== '' && other.endsWith(one)))
        );
      });
    case 'value':
      // A release has no field that it is the value of.
      if (label === '') return /\d/.test(text) && isWordOf(text, says);
      return isWordOf(label, says) && isWordOf(text, says, 's?');
    case 'field':
    case 'name':
      return isWordOf(text, says);
  }
}

/** Whether some word of a row's name stands in the claim, in whatever form: `Batch Events`, `batches`. */
function hasWordOf(label: string, says: string): boolean {
  const told = says.toLowerCase();
  return label
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.length > 3 && told.includes(word.slice(0, 5)));
}

function pathsIn(says: string): [string | undefined, string][] {
  return tokensIn(says, { label: '', isCode: false, at: 0 })
    .filter(({ kind }) => kind === 'path')
    .map(({ label, text }) => [label === '' ? undefined : label, text]);
}

function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}|\[[^\]]*\]|(?<=\/):\w+/g, '{}').replace(/\/$/, '');
}

function isWordOf(word: string, says: string, ending = ''): boolean {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w-])${escaped}${ending}(?![\w-])`).test(says);
}

/** Names such as `HTTPS` or `Bearer` that both the claim and the text have, each within a sentence. */
function wordsNamedBy(says: string, within: readonly FactSection[], title: string): string[] {
  const headings = new Set(within.flatMap(({ heading }) => plainHeading(heading).split(' ')));
  const text = within.map((it) => it.text).join('\n');
  const words = [...says.matchAll(/(?<=[\p{L}\d,;)] )(\p{Lu}[\p{L}\d]{2,})(?![\w-])/gu)].map(
    ([it]) => it,
  );
  const printed = words.filter(
    (it) => !TOO_COMMON.has(it) && !title.includes(it) && isWordOf(it, text),
  );
  return [...new Set(printed)].filter(
    (it) => !headings.has(it.toLowerCase()) || /^[A-Z]{3,}$/.test(it),
  );
}

const TOO_COMMON = new Set([
  'API',
  'HTTP',
  'JSON',
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'URL',
  'The',
]);

function toPrints(
  facts: readonly DocumentFact[],
  words: readonly string[],
  source: string,
): ClaimPrint[] {
  const place = { source, section: undefined, occurrence: undefined };
  const prints = facts.map((fact): ClaimPrint => {
    const isOfField = (fact.kind === 'value' || fact.kind === 'figure') && fact.label !== '';
    const isUnit =
      fact.kind === 'figure' && fact.column === undefined && /^\p{Ll}+$/u.test(fact.label);
    if (isOfField && !isUnit) return { ...place, text: fact.text, label: fact.label };
    return { ...place, text: renderFact(fact), label: undefined };
  });
  const named = words.map((text): ClaimPrint => ({ ...place, text, label: undefined }));
  return [...new Map([...prints, ...named].map((it) => [JSON.stringify(it), it])).values()];
}
