import { toTimeUnit } from './time-units.ts';

/** What a document prints that is no prose; a `field` is defined where it stands, a `name` only mentioned. */
export const DOCUMENT_FACT_KINDS = ['path', 'field', 'name', 'figure', 'date', 'value'] as const;
export type DocumentFactKind = (typeof DOCUMENT_FACT_KINDS)[number];

export interface DocumentFact {
  readonly kind: DocumentFactKind;
  /** As it is printed; of a path without its method. */
  readonly text: string;
  /** What it is a fact of: the method of a path, the unit of a figure, the field that has the value. */
  readonly label: string;
  /** Equal for all ways to print the same: `1,000` and `1000`, `Nov. 2022` and `November 2022`. */
  readonly key: string;
  /** Of a figure: the unit of time in which so many are counted, `minute` of `60 requests per minute`. */
  readonly per?: string | undefined;
  /** What stands above it in a table; empty where nobody knows. */
  readonly column?: string | undefined;
  /** A field by its name alone: nothing else of its line looks like one. */
  readonly isGuess?: true;
  /** Line of the text, 0 where there is none. */
  readonly at: number;
}

/** The facts that stand under one heading, in the order of the document. */
export interface FactSection {
  readonly heading: string;
  readonly facts: readonly DocumentFact[];
  /** All that stands there, to look up words that are no facts by their look; empty where it is not kept. */
  readonly text: string;
}

/** A fact where it stands. */
export interface PlacedFact extends DocumentFact {
  /** Index of its section. */
  readonly section: number;
  /** Keys of the facts before and behind it in the section; empty at its ends. */
  readonly before: string;
  readonly after: string;
  /** Its place among all facts of the document. */
  readonly index: number;
  /** Place of the field that holds it, undefined where none does. */
  readonly owner: number | undefined;
  /** Place of the last field before it in its section, undefined where there is none. */
  readonly entry: number | undefined;
}

/** How a person would write the fact: `POST /pets`, `1000 events per minute`, `limit: 30`. */
export function renderFact(fact: DocumentFact): string {
  const said = renderWithoutPeriod(fact);
  return fact.per === undefined ? said : `${said} per ${fact.per}`;
}

function renderWithoutPeriod({ kind, text, label, column }: DocumentFact): string {
  if (label === '') return text;
  if (kind === 'path') return `${label} ${text}`;
  if (kind === 'figure' && column === undefined && /^\p{L}+$/u.test(label))
    return `${text} ${label}`;
  return kind === 'value' || kind === 'figure' ? `${label}: ${text}` : text;
}

/** What counts as the same fact, whatever it is a fact of. */
export function toKey(kind: DocumentFactKind, text: string): string {
  switch (kind) {
    case 'figure':
      return toFigureKey(text);
    case 'date':
      return toDateKey(text);
    case 'value':
      return /^(?:true|false|null|mandatory)$/i.test(text)
        ? text.toLowerCase().replace('mandatory', 'required')
        : text;
    case 'path':
      return text;
    case 'field':
    case 'name':
      if (kind === 'name' && /^(?:ms|\w+s)$/.test(text)) return toTimeUnit(text) ?? text;
      // Names of header fields know no capitals (RFC 9110, section 5.1).
      return /^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+$/.test(text) ? text.toLowerCase() : text;
  }
}

/** Bytes and times are counted in their smallest unit: `32 KB` is `32KB`, `1 day` is `24 hours`. */
function toFigureKey(text: string): string {
  const [, digits = '', unit = ''] = /^([\d.,]+)\s*(\D*)$/.exec(text.replace(/^[$€£]/, '')) ?? [];
  if (digits === '') return text.toLowerCase();
  const plain = digits.replaceAll(/,(?=\d{3})/g, '');
  const number = /^\d+(?:\.\d+)?$/.test(plain) ? `${Number(plain)}` : plain;
  const seconds = SECONDS[unit.toLowerCase().replace(/(?<=..)s$/, '')];
  if (seconds !== undefined) return `${Number(number) * seconds}s`;
  const bytes = /^([kmgt]?)(?:i?b|ilobytes?|egabytes?|igabytes?)$/i.exec(unit)?.[1];
  return bytes === undefined
    ? `${number}${unit.toLowerCase()}`
    : `${number}${bytes.toLowerCase()}b`;
}

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `2023-08-31`, `2023-12`; an instant stays as it is. */
function toDateKey(text: string): string {
  const month = MONTHS.findIndex((it) => new RegExp(`\\b${it}`, 'i').test(text)) + 1;
  if (month === 0) return text;
  const year = /\d{4}/.exec(text)?.[0] ?? '';
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  return [year, `${month}`, ...(day === undefined ? [] : [day])]
    .map((it) => it.padStart(2, '0'))
    .join('-');
}
