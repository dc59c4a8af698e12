import { periodAfter, toTimeUnit } from './time-units.ts';
import { toKey, type DocumentFact, type DocumentFactKind } from './document-fact.ts';

const VARIABLE = String.raw`\{[^{}|]*\}|\[[^\][|]*\]`;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const UNIT =
  '[KMGT]?i?B|Kb|Bk|[km]?ms|%|(?:kilo|mega|giga)bytes?|millisec\\w*|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?';

/** What is a fact by its look, the first alternative that fits winning. */
const TOKEN = new RegExp(
  [
    `(?<url>https?:\\/\\/(?:${VARIABLE}|[^\\s"'\`<>|\\\\(){}[\\],])+)`,
    `(?<date>\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+(?:Z|[+-]\\d{2}:\\d{2})?)?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH} \\d{4}|${MONTH},? (?:of )?\\d{4})`,
    `(?<method>\\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\b)`,
    `(?<member>"[\\w$-]+"\\s*:|'[\\w$-]+'\\s*:)`,
    `(?<path>(?<![\\w.:\\/}\\])<])\\/(?:${VARIABLE}|[\\w.~:@%*/$?=&-])*[A-Za-z](?:${VARIABLE}|[\\w.~:@%*/$?=&-])*)`,
    '(?<code>`[^`]+`)',
    `(?<quoted>"(?:[^"\\\\]|\\\\.)*"|(?<!\\w)'[^']*'(?!\\w)|“[^”]*”)`,
    '(?<header>\\b[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|\\b(?:Authorization|Cookie|Accept|Host|Link|ETag|Location)(?=: ))',
    '(?<version>\\bv?\\d+\\.\\d+\\.\\d+(?:[-.\\w]*\\w)?|\\bv\\d+(?:\\.\\d+)*\\b)',
    `(?<figure>(?<![\\w.-])[$€£]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:\\s?(?:${UNIT})(?![\\w-])|[A-Za-z]{1,3}\\b)?|\\b[1-5]xx\\b)`,
    '(?<unit>(?<=\\bin\\s{1,3})(?:milliseconds|seconds|minutes|hours|days|ms|bytes|kilobytes|megabytes|cents)\\b)',
    '(?<literal>\\b(?:true|false|null|TRUE|FALSE|NULL)\\b)',
    '(?<name>[$:@]?[A-Za-z_][\\w$]*(?:\\.[A-Za-z_][\\w$]*)*)',
  ].join('|'),
  'gu',
);

export interface TokenContext {
  /** What the facts are of where nothing nearer says it. */
  readonly label: string;
  readonly isCode: boolean;
  readonly at: number;
}

/** The facts in a piece of text, in their order. */
export function tokensIn(text: string, { label, isCode, at }: TokenContext): DocumentFact[] {
  // Copied pages lose the space between two blocks: `windowX-RateLimit-Reset`, `/v1Current`.
  const apart = text.replaceAll(/(?<=[a-z])(?=X-[A-Z])|(?<=\/v\d+)(?=[A-Z])/g, ' ');
  const facts: DocumentFact[] = [];
  let owner = label;
  let method = '';
  const add = (kind: DocumentFactKind, printed: string, of = '', per?: string) => {
    if (printed === '') return;
    const period = per === undefined ? {} : { per };
    facts.push({ kind, text: printed, label: of, key: toKey(kind, printed), ...period, at });
  };
  for (const { 0: token, groups = {}, index } of apart.matchAll(TOKEN)) {
    if (groups['url'] !== undefined || groups['path'] !== undefined) {
      addPath(token, method, add);
    } else if (groups['date'] !== undefined) {
      add('date', token, owner);
    } else if (groups['member'] !== undefined) {
      owner = token.replaceAll(/["'\s:]/g, '');
      add('field', owner);
    } else if (groups['code'] !== undefined) {
      for (const fact of inCode(token.slice(1, -1), { label: owner, isCode: true, at })) {
        const isPath = fact.kind === 'path' && fact.label === '';
        facts.push(isPath ? { ...fact, label: method } : fact);
      }
    } else if (groups['quoted'] !== undefined) {
      addQuoted(token.slice(1, -1), isCode, owner, at, facts, add);
    } else if (groups['figure'] !== undefined) {
      const rest = apart.slice(index + token.length);
      add('figure', token.trim(), owner === '' ? unitAfter(rest) : owner, periodAfter(rest));
    } else if (groups['version'] !== undefined || groups['literal'] !== undefined) {
      add('value', token, owner);
    } else if (groups['header'] !== undefined || groups['unit'] !== undefined) {
      add('name', token);
    } else if (groups['name'] !== undefined && isIdentifier(token, isCode)) {
      add('name', token);
    }
    method = groups['method'] ?? '';
  }
  return facts;
}

type Add = (kind: DocumentFactKind, text: string, label?: string) => void;

/** `/pets?limit=10` is a path and a name with its value. */
function addPath(token: string, method: string, add: Add): void {
  const [path = '', query = ''] = token.replace(/[.,:;!?*]+$/, '').split('?');
  if (/[A-Za-z]/.test(path)) add('path', path, method);
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    add('field', name);
    const kind = /^\d{4}-\d\d-\d\d$/.test(value)
      ? 'date'
      : /^\d+$/.test(value)
        ? 'figure'
        : 'value';
    add(kind, value, name);
  }
}

/** A word of code in a sentence. */
function inCode(text: string, context: TokenContext): DocumentFact[] {
  if (/^[$:@]?[A-Za-z_][\w$.-]*$/.test(text)) {
    const kind = /^(?:true|false|null)$/i.test(text) ? 'value' : 'name';
    const label = kind === 'value' ? context.label : '';
    return [{ kind, text, label, key: toKey(kind, text), at: context.at }];
  }
  return tokensIn(text, context);
}

const LONGEST_VALUE = 48;

/** What is written in code is a value; what is quoted in a sentence is a name. A sentence itself is none of them. */
function addQuoted(
  text: string,
  isCode: boolean,
  owner: string,
  at: number,
  facts: DocumentFact[],
  add: Add,
): void {
  const words = text.trim().split(/\s+/);
  if (/https?:\/\/|^\/\w|: |^[{[]/.test(text)) {
    facts.push(...tokensIn(text, { label: owner, isCode, at }));
  } else if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    add('date', text, owner);
  } else if (isCode && text.length <= LONGEST_VALUE && words.length <= 4) {
    add('value', text, owner);
  } else if (isCode && words.length === 1) {
    add('value', `${text.slice(0, LONGEST_VALUE)}…${text.length}`, owner);
  } else if (!isCode && words.length === 1 && /^[\w$.-]+$/.test(text)) {
    add('name', text);
  }
}

/** Whether a word is one of code: `petId`, `pet_id`, `$like`, `api.example`, not `GitHub`. */
function isIdentifier(word: string, isCode: boolean): boolean {
  if (/^(?:https?|e\.g|i\.e|etc)$/i.test(word)) return false;
  if (
    /[a-z\d]_[a-z\d]|[A-Z\d]_[A-Z\d]|^\$\w|[a-z\d_]\.[a-z_]+$/i.test(word) &&
    !/^\$\d/.test(word)
  ) {
    return isCode || !/^[A-Z][a-z]+\.[A-Z]/.test(word);
  }
  return /^[$:@]?[a-z]+\d*[A-Z]/.test(word);
}

/** The noun behind a figure, in its plainest form: `events` of `1000 events`. A unit of time is none. */
function unitAfter(rest: string): string {
  const [, word = ''] = /^\s*(?:\/|per\s+)?\s*(\p{Ll}{3,})/u.exec(rest.slice(0, 40)) ?? [];
  return WITHOUT_MEANING.has(word) || toTimeUnit(word) !== undefined ? '' : word;
}

const WITHOUT_MEANING = new Set(
  'and are but can each every for from has have into may more not per than that the then this was were when which will with'.split(
    ' ',
  ),
);
