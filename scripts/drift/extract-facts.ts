import type { DocumentLine, DocumentSection } from './document.ts';
import { toKey, type DocumentFact, type FactSection } from './document-fact.ts';
import { tokensIn } from './fact-tokens.ts';
import { periodAfter } from './time-units.ts';

/** What each section prints besides prose. What is known to be a field is one wherever a line begins with it. */
export function extractFacts(
  sections: readonly DocumentSection[],
  knownFields: ReadonlySet<string> = new Set(),
): FactSection[] {
  return sections.map(({ heading, lines }) => {
    let owner = '';
    const facts = lines.flatMap((line) => {
      const found = factsOf(line, owner, knownFields);
      const last = found.findLast(({ kind }) => kind === 'field');
      // A list that a field holds may stand on lines of its own.
      owner = line.kind === 'code' ? (last?.text ?? owner) : '';
      return found;
    });
    return { heading, facts, text: lines.map(({ text }) => text).join('\n') };
  });
}

function factsOf(line: DocumentLine, owner: string, known: ReadonlySet<string>): DocumentFact[] {
  const { kind, text, at } = line;
  if (kind === 'row') return factsOfRow(line);
  if (kind === 'code') {
    const [, member] = /^([A-Za-z_$][\w$-]*)\s*:(?!\/\/|:)/.exec(text) ?? [];
    const label = member ?? owner;
    const start = member === undefined ? [] : [toField(member, at)];
    const rest = member === undefined ? text : text.slice(member.length + 1);
    return [...start, ...tokensIn(rest, { label, isCode: true, at })];
  }
  const entry = kind === 'heading' ? undefined : entryOf(text, kind === 'item', known);
  if (!entry) {
    const label = kind === 'item' ? leadOf(text) : '';
    // The number of a heading is none of the document's facts.
    const told = kind === 'heading' ? text.replace(/^[\d.]+[.)]?\s+/, '') : text;
    return tokensIn(told, { label, isCode: false, at });
  }
  const { name, rest, isGuess } = entry;
  const field = toField(name, at);
  return [isGuess === true ? { ...field, isGuess } : field, ...factsOfEntry(rest, name, at)];
}

function toField(text: string, at: number): DocumentFact {
  return { kind: 'field', text, label: '', key: toKey('field', text), at };
}

/** What an entry says of its field: its type, whether it is required, its default, and the sentence behind. */
function factsOfEntry(rest: string, label: string, at: number): DocumentFact[] {
  const [head = ''] =
    /^(?:[^\p{L}]*(?:[^\p{L}\s]*\p{Ll}\p{L}*|[A-Z]{2,})[^\p{L}\s]*\s*){0,4}/u.exec(rest) ?? [];
  const words = [...head.matchAll(MARK)].map(([text]): DocumentFact => {
    return { kind: 'value', text, label, key: toKey('value', text), at };
  });
  return [...words, ...tokensIn(rest, { label, isCode: false, at })];
}

const MARK =
  /\b(?:required|optional|mandatory|deprecated|string|integer|int|number|float|boolean|bool|object|array|json|text|timestamp|file|uuid|date)\b/g;

interface Entry {
  readonly name: string;
  readonly rest: string;
  readonly isGuess?: true;
}

/** A line that begins with a name and then tells of it, as `limit 30 Maximum number` or `limit: …` do. */
function entryOf(text: string, isItem: boolean, known: ReadonlySet<string>): Entry | undefined {
  const [all, quote = '', name = ''] =
    /^([`"'*]*)([$:@]?[A-Za-z_][\w$-]*(?:\.[a-z_][\w$]*)*)(?:\[\])?[`"'*]*/.exec(text) ?? [];
  if (all === undefined || name === '') return undefined;
  const rest = text.slice(all.length);
  const entry = { name, rest };
  if (hasLookOfEntry(name, rest, quote, isItem)) return entry;
  const isKnown = known.has(name) && (rest === '' || /^\s*(?:[,:(–-]|\s[\w`"])/.test(rest));
  return isKnown ? { ...entry, isGuess: true } : undefined;
}

function hasLookOfEntry(name: string, rest: string, quote: string, isItem: boolean): boolean {
  if (WORDS.has(name.toLowerCase())) return false;
  if (quote !== '' && (isItem || /^\s*[:(–-]/.test(rest))) return true;
  if (isItem && /^\s*(?:[:(–]|-\s)/.test(rest) && !/^[A-Z][a-z]+$/.test(name)) return true;
  return /^[a-z_$]/.test(name) && (rest === '' || TELLING.test(rest));
}

const TELLING =
  /^\s+(?:[A-Z\d*{[(]|(?:required|optional|null|true|false|string|integer|number|boolean|object|array|json|text|timestamp)\b)/;

const WORDS = new Set(
  'a an and are as at by for from if in is it no not note of on or see so that the then this to use we when where with you your'.split(
    ' ',
  ),
);

/** What an item is about: the words before its colon or dash. */
function leadOf(text: string): string {
  return /^([\p{L}\s-]{3,30}?)\s*(?::|\s[-–])/u.exec(text)?.[1]?.trim() ?? '';
}

function factsOfRow({ cells = [], columns = [], at }: DocumentLine): DocumentFact[] {
  const [first = '', ...others] = cells;
  const entry = entryOf(first, true, new Set([first.split(/\s/)[0] ?? '']));
  const isName = entry !== undefined && !/^[A-Z][a-z]+$/.test(entry.name);
  const isOneWord = /^[`"']?\S+[`"']?$/.test(first);
  const label = isName && (isOneWord || !/^[A-Z]/.test(first)) ? entry.name : first;
  const start =
    label === first && !isName
      ? tokensIn(first, { label: '', isCode: false, at })
      : [toField(label, at), ...tokensIn(entry?.rest ?? '', { label, isCode: false, at })];
  return [
    ...start,
    ...others.flatMap((cell, index): DocumentFact[] => {
      // Some pages print the name in two columns.
      if (cell === label || cell === first) return [];
      const column = columns[index + 1] ?? '';
      const facts = tokensIn(cell, { label, isCode: isLiteralColumn(column), at });
      const isShort = cell !== '' && cell.split(/\s+/).length <= 2 && cell.length <= 30;
      if (!isShort || facts.length > 0) return inColumn(facts, column);
      const text = cell.replaceAll('`', '');
      return inColumn([{ kind: 'value', text, label, key: toKey('value', text), at }], column);
    }),
  ];
}

/** What stands above a column tells its values from others of the row, and may say in which time they are counted. */
function inColumn(facts: readonly DocumentFact[], column: string): DocumentFact[] {
  const per = periodAfter(column);
  return facts.map((fact) => {
    const { kind, label } = fact;
    if (column === '' || label === '' || kind === 'path' || kind === 'name') return fact;
    const isRate = kind === 'figure' && per !== undefined && fact.per === undefined;
    return { ...fact, ...(isRate && { per }), column };
  });
}

function isLiteralColumn(column: string): boolean {
  return /default|example|value|type/i.test(column);
}
