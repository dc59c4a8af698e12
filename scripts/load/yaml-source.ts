import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';
import { isObject, type Json } from '../base/json.ts';
import { DEEPEST_JSON } from '../base/json-text.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import { beyondJson } from './beyond-json.ts';
import { nestingFlawOf } from './nesting-flaw.ts';
import { readPlainly } from './read-plainly.ts';
import {
  foreignBytesIn,
  loosenessOf,
  refuseOtherEncodings,
  syntaxError,
  type Looseness,
} from './syntax-flaws.ts';

/** A handwritten YAML (or JSON) file that still knows its lines. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  /** What other programs read otherwise or refuse: what is no JSON although the file says so, or is no UTF-8. */
  readonly looseness?: Looseness | undefined;
  /** Line of the key or item that the tokens lead to, or of the nearest thing above it. */
  readonly locate: (tokens: readonly string[]) => SourceLocation;
}

/** Parses a YAML 1.2 text. Throws a UserError at the line of the first syntax error. */
export function parseYaml(text: string, file: string): YamlSource {
  refuseOtherEncodings(text, file);
  const plain = readPlainly(text);
  if (!plain) return parseAnyYaml(text, file);
  const { value, offsetOf: offset } = plain;
  let starts: readonly number[] | undefined;
  const locate = (tokens: readonly string[]): SourceLocation => {
    starts ??= lineStartsOf(text);
    return { file, ...placeOf(offset(tokens), starts) };
  };
  return { file, text, value, looseness: foreignBytesIn(text, file), locate };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset; both begin with 1. */
function placeOf(offset: number, starts: readonly number[]): { line: number; column: number } {
  let [line, after] = [0, starts.length];
  while (line + 1 < after) {
    const middle = Math.floor((line + after) / 2);
    if ((starts[middle] ?? 0) <= offset) line = middle;
    else after = middle;
  }
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/** Whatever YAML can say, and what is wrong with it. */
export function parseAnyYaml(text: string, file: string): YamlSource {
  const isJson = /\.json\w?$/i.test(file);
  if (isJson) refuseComments(text, file);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Redocly, which bundles, merges `<<` too.
    merge: true,
    // Those that a double holds become numbers again.
    intAsBigInt: true,
    // What YAML knows besides JSON, such as times and sets, is read as it is spelled.
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const positionOf = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error) {
    const at = positionOf(error.pos[0]);
    // The parser has no other words for what is too deep for its stack.
    if (error.message.includes('call stack')) {
      throw new UserError('nested-too-deep', `It is nested more than ${DEEPEST_JSON} levels deep`, {
        at,
        hint: FLATTEN,
      });
    }
    const { code, message } = error;
    throw syntaxError({ code, message, at, rest: text.slice(error.pos[0]) }, text);
  }
  const read = toJs(document, positionOf);
  const flaw = nestingFlawOf(read);
  if (flaw) {
    throw new UserError('nested-too-deep', flaw.message, {
      at: positionOf(offsetOf(document, flaw.tokens)),
      hint: FLATTEN,
    });
  }
  return {
    file,
    text,
    value: toJson(read),
    looseness:
      (isJson ? loosenessOf(text, file) : undefined) ??
      beyondJson(document, text, positionOf) ??
      foreignBytesIn(text, file),
    locate: (tokens) => positionOf(offsetOf(document, tokens)),
  };
}

const FLATTEN = 'Name what is inside, under components, and refer to it.';

function toJs(document: Document, positionOf: (offset: number) => SourceLocation): unknown {
  try {
    return document.toJS() ?? null;
  } catch (cause) {
    // An alias without an anchor, or aliases that multiply beyond measure.
    const reason = cause instanceof Error ? cause.message : String(cause);
    const hint = 'Write the aliased content out.';
    const at = positionOf(aliasOffset(document, /: (\S+)$/.exec(reason)?.[1]));
    throw new UserError('not-yaml', reason, { at, hint, cause });
  }
}

/** Where the last alias of a name stands, or of any. */
function aliasOffset(document: Document, name: string | undefined): number {
  let offset = 0;
  visit(document, {
    Alias(_, { source, range }) {
      if (name === undefined || source === name) offset = range?.[0] ?? offset;
    },
  });
  return offset;
}

/** A copy as JSON would say it: aliases share no node any more, so that each node has one pointer. */
function toJson(value: unknown): Json {
  if (typeof value === 'bigint') return toInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => toJson(item));
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item)]));
}

function toInteger(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function offsetOf(document: Document, tokens: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const token of tokens) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(token)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** YAML would take a comment of another language for the beginning of the next key. */
function refuseComments(text: string, file: string): void {
  for (const { 0: found, index } of text.matchAll(STRING_OR_COMMENT)) {
    if (found.startsWith('"')) continue;
    const before = text.slice(0, index).split('\n');
    throw new UserError('not-json', 'JSON has no comments', {
      at: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      hint: 'Take it out, or call the file .yaml and begin the comment with #.',
    });
  }
}

const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/[/*]/g;
