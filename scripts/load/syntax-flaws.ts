import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

/** Refuses bytes that are no UTF-8, such as what some shells and editors write as UTF-16, or no text at all. */
export function refuseOtherEncodings(text: string, file: string): void {
  if (!/^\uFFFD|\0/.test(text.slice(0, BEGINNING))) return;
  throw new UserError('not-text', 'It is not text in UTF-8', {
    at: { file, line: 1, column: 1 },
    hint: 'Save it as UTF-8; an archive has to be unpacked first.',
  });
}

/** Where a text holds bytes that are no UTF-8, in whose place U+FFFD is read; undefined where it holds none. */
export function foreignBytesIn(text: string, file: string): Looseness | undefined {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return undefined;
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const why = 'bytes that are no UTF-8, or the mark for them, stand there: save the file as UTF-8';
  return { what: 'character', name: 'U+FFFD', why, at: { file, line: before.length, column } };
}

/** Characters that tell text from something else. */
const BEGINNING = 1_000;

/** The first thing in a text that the YAML parser cannot read. */
interface SyntaxFlaw {
  readonly code: string;
  readonly message: string;
  readonly at: SourceLocation;
  /** What stands where it is found. */
  readonly rest: string;
}

/** What is wrong with a text, in words for whoever wrote it: of JSON, those of JSON. */
export function syntaxError({ code, message, at, rest }: SyntaxFlaw, text: string): UserError {
  const isJson = /^\s*[{[]/.test(text) && /\.json\w?$/i.test(at.file);
  const hint = `Fix the ${isJson ? 'JSON' : 'YAML'} syntax at that line.`;
  const [, key] = /^([^:\n]+):/.exec(rest) ?? [];
  if (code === 'DUPLICATE_KEY' && key !== undefined) {
    return new UserError('not-yaml', `The key ${key} is given twice`, {
      at,
      hint: 'Keep one of them, or rename the other.',
    });
  }
  if (code === 'MULTIPLE_DOCS') {
    return new UserError('not-yaml', 'A second document begins here', {
      at,
      hint: 'Keep one description in each file.',
    });
  }
  const inJson = isJson ? jsonFlawOf(text) : undefined;
  if (!inJson) return new UserError('not-yaml', message, { at, hint });
  const { line = at.line, column = at.column } = inJson;
  return new UserError('not-json', inJson.message, { at: { ...at, line, column }, hint });
}

/** What of a text other programs read otherwise or refuse, such as what is no JSON although the file says that it is. */
export interface Looseness {
  readonly what: string;
  readonly name: string;
  readonly why: string;
  readonly at: SourceLocation;
}

/** Why other programs would refuse what was read as YAML and is called JSON; undefined where it is JSON, or no flow at all. */
export function loosenessOf(text: string, file: string): Looseness | undefined {
  if (!/^\uFEFF?\s*[{[]/.test(text)) return undefined;
  const comma = endingCommaOf(text);
  if (comma !== undefined) {
    const { closing, line, column } = comma;
    const why = 'JSON has none there, so that other programs refuse the file';
    return { what: 'comma', name: `before ${closing}`, why, at: { file, line, column } };
  }
  const flaw = jsonFlawOf(text.replace(/^\uFEFF/, ''));
  if (!flaw) return undefined;
  const { message, line = text.split('\n').length, column = 1 } = flaw;
  const why = `${message}; the file is read as YAML, and other programs refuse it`;
  return { what: 'syntax', name: 'of JSON', why, at: { file, line, column } };
}

/** The first comma after which an object or a list ends, and what ends there. */
function endingCommaOf(text: string) {
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g)) {
    if (found !== ',') continue;
    const before = text.slice(0, index).split('\n');
    const [closing = ''] = text.slice(index + 1).trimStart();
    return { closing, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return undefined;
}

/** Why a text is no JSON, and where; undefined where it is. */
function jsonFlawOf(text: string) {
  try {
    JSON.parse(text);
    return undefined;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const [, line, column] = /\(line (\d+) column (\d+)\)$/.exec(said) ?? [];
    const message = said.replace(/(?: in JSON)? at position .*$|, ".*is not valid JSON$/s, '');
    return { message, ...(line && { line: Number(line), column: Number(column) }) };
  }
}
