import type { EvidenceLedger } from '../../scripts/model/evidence.ts';
import { factsOfPrint, sectionsOfClaim, sectionsUnder } from '../../scripts/drift/claim-places.ts';
import {
  renderFact,
  type DocumentFact,
  type FactSection,
} from '../../scripts/drift/document-fact.ts';
import { readDocument } from '../../scripts/drift/read-document.ts';
import type { Draw } from './rewordings.ts';

/** A fact that claims rest on, where it stands in a text. */
export interface Target {
  readonly fact: DocumentFact;
  readonly claims: readonly string[];
  readonly start: number;
}

/** What is changed, in one fact at a time. */
type MutatedKind = DocumentFact['kind'] | 'status' | 'method';

export interface Mutation extends Target {
  readonly kind: MutatedKind;
  /** What stands there now. */
  readonly to: string;
  /** How many letters it stands for. */
  readonly length: number;
}

interface Document {
  readonly text: string;
  readonly name: string;
  readonly ledger: EvidenceLedger;
  readonly source: string;
}

/** The facts that some claim rests on and that can be told apart in the text of the document. */
export function targetsIn(
  { text, name, ledger, source }: Document,
  sections: readonly FactSection[],
): Target[] {
  const claimsOf = new Map<DocumentFact, string[]>();
  const all = sections.flatMap(({ facts }) => facts);
  for (const claim of ledger.claims.values()) {
    const scope = sectionsOfClaim(claim, source, ledger, sections);
    for (const print of claim.prints.filter((it) => it.source === source)) {
      const within = print.section === undefined ? scope : sectionsUnder(print.section, sections);
      const here = factsOfPrint(
        print,
        within.flatMap((index) => sections[index]?.facts ?? []),
      );
      for (const fact of here.length > 0 ? here : factsOfPrint(print, all)) {
        const known = claimsOf.get(fact) ?? [];
        if (!known.includes(claim.id)) claimsOf.set(fact, [...known, claim.id]);
      }
    }
  }
  const headings = (ledger.sources.get(source)?.sections ?? []).map(({ heading }) => heading);
  const lines = readDocument(text, name, headings).flatMap((it) => it.lines);
  const begins = lines.map(({ at }) => at);
  return [...claimsOf].flatMap(([fact, claims]) => {
    const start = findIn(text, fact, all, begins);
    return start === undefined ? [] : [{ fact, claims, start }];
  });
}

/** Where a fact stands: within the lines that it was read from, and else only where it stands once. */
function findIn(
  text: string,
  fact: DocumentFact,
  all: readonly DocumentFact[],
  begins: readonly number[],
): number | undefined {
  const isPath = fact.kind === 'path';
  if (fact.at === 0) {
    const places = placesOf(fact.text, text, isPath);
    return places.length === 1 ? places[0] : undefined;
  }
  const lines = text.split('\n');
  const end = begins.find((it) => it > fact.at) ?? lines.length + 1;
  const from = lines.slice(0, fact.at - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const within = lines.slice(fact.at - 1, end - 1).join('\n');
  const alike = all.filter((it) => it.at === fact.at && it.text === fact.text);
  const places = placesOf(fact.text, within, isPath);
  // `True/false` has a value behind its slash; a path has none.
  const found = places.length >= alike.length ? places : placesOf(fact.text, within, isPath, '');
  const place = found[alike.indexOf(fact)];
  return place === undefined ? undefined : from + place;
}

function placesOf(word: string, text: string, isPath: boolean, apart = '/'): number[] {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const found = text.matchAll(
    new RegExp(String.raw`(?<![\w.${apart}-])${escaped}(?!${isPath ? '[\\w/]' : '\\w'})`, 'g'),
  );
  return [...found].map(({ index }) => index);
}

/** A change of one fact to something that the document says nowhere. */
export function mutate(target: Target, draw: Draw, text: string): Mutation | undefined {
  const { fact } = target;
  const method = text.lastIndexOf(fact.label, target.start);
  if (fact.kind === 'path' && fact.label !== '' && target.start - method < 12 && draw() < 0.4) {
    const to = fact.label === 'PUT' ? 'DELETE' : 'PUT';
    return { ...target, kind: 'method', start: method, length: fact.label.length, to };
  }
  const kind = kindOf(fact);
  const to = changed(kind, fact.text, draw);
  return to === undefined || to === fact.text
    ? undefined
    : { ...target, kind, to, length: fact.text.length };
}

function kindOf({ kind, text, label }: DocumentFact): MutatedKind {
  const isStatus =
    /^[1-5]\d\d$/.test(text) && (label === '' || /^[A-Z_]+$|respon|error|code/i.test(label));
  return kind === 'figure' && isStatus ? 'status' : kind;
}

const STATUSES = [
  '202',
  '206',
  '402',
  '409',
  '410',
  '418',
  '423',
  '451',
  '502',
  '504',
  '507',
  '511',
];

function changed(kind: MutatedKind, text: string, draw: Draw): string | undefined {
  const other = Math.floor(draw() * 800) + 137;
  switch (kind) {
    case 'status':
      return STATUSES[Math.floor(draw() * STATUSES.length)];
    case 'figure': {
      const [, digits = ''] = /(\d[\d,.]*)/.exec(text) ?? [];
      return digits === ''
        ? undefined
        : text.replace(digits, `${Number(digits.replaceAll(',', '')) + other}`);
    }
    case 'field':
    case 'name':
      return renamed(text, draw);
    case 'path': {
      const parts = text.split('/');
      const at = parts.findLastIndex((it) => /^[a-z_]{2,}$/i.test(it));
      return at < 0
        ? `${text.replace(/\/$/, '')}/x${other}`
        : parts.with(at, `${parts[at]}-v${other}`).join('/');
    }
    case 'method':
      return undefined;
    case 'date':
      return text.replace(/\d{4}/, (year) => `${Number(year) + 1 + Math.floor(draw() * 6)}`);
    case 'value':
      if (/^null$/i.test(text)) return 'false';
      if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 'false' : 'true';
      return /^[\w .-]+$/.test(text) ? `${text}${other}` : undefined;
  }
}

const SYLLABLES = ['quor', 'vel', 'tamb', 'rix', 'olen', 'zumi', 'hask', 'pildo'];

/** A name of the same style that nobody has thought of before. */
function renamed(text: string, draw: Draw): string {
  const pick = () => SYLLABLES[Math.floor(draw() * SYLLABLES.length)] ?? '';
  const word = `${pick()}${pick()}`;
  if (/^[A-Z]+(?:_[A-Z]+)*$/.test(text)) return `${word.toUpperCase()}_${pick().toUpperCase()}`;
  if (text.includes('-'))
    return text.replace(/[A-Za-z]+$/, `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  if (text.includes('_')) return `${word}_${pick()}`;
  const [, sign = ''] = /^([$:@]?)/.exec(text) ?? [];
  return /[A-Z]/.test(text) ? `${sign}${word}Zed` : `${sign}${word}`;
}

/** Puts changes into a text, the last one first so that the others keep their places. */
export function applied(text: string, mutations: readonly Mutation[]): string {
  return mutations
    .toSorted((left, right) => right.start - left.start)
    .reduce((told, { start, fact, to, length }) => {
      const [before, rest] = [told.slice(0, start), told.slice(start + length)];
      // Some pages print the name of a row in two columns.
      const end = rest.indexOf('\n');
      const isRow = /^\|[^\n]*$/.test(before.slice(before.lastIndexOf('\n') + 1));
      const line = isRow
        ? rest.slice(0, end).replace(`| ${fact.text} |`, `| ${to} |`)
        : rest.slice(0, end);
      return `${before}${to}${line}${rest.slice(end)}`;
    }, text);
}

/** As the drift shows the fact. */
export function shown({ fact }: Mutation): string {
  return renderFact(fact);
}
