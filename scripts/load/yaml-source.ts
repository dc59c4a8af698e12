import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { isObject, type Json } from '../base/json.ts';
import { DEEPEST_JSON } from '../base/json-text.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

/** A handwritten YAML (or JSON) file that still knows its lines. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  /** Line of the key or item that the tokens lead to, or of the nearest thing above it. */
  readonly locate: (tokens: readonly string[]) => SourceLocation;
}

/** Parses a YAML 1.2 text. Throws a UserError at the line of the first syntax error. */
export function parseYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Redocly, which bundles, merges `<<` too.
    merge: true,
    // Those that a double holds become numbers again.
    intAsBigInt: true,
  });
  const positionOf = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [syntaxError] = document.errors;
  if (syntaxError) {
    const [, key] = /^([^:\n]+):/.exec(text.slice(syntaxError.pos[0])) ?? [];
    const isRepeated = syntaxError.code === 'DUPLICATE_KEY' && key !== undefined;
    const message = isRepeated ? `The key ${key} is given twice` : syntaxError.message;
    throw new UserError('not-yaml', message, {
      at: positionOf(syntaxError.pos[0]),
      hint: 'Fix the YAML syntax at that line.',
    });
  }
  return {
    file,
    text,
    value: toJs(document, file),
    locate: (tokens) => positionOf(offsetOf(document, tokens)),
  };
}

function toJs(document: Document, file: string): Json {
  try {
    return toJson(document.toJS(), DEEPEST_JSON);
  } catch (cause) {
    // An alias without an anchor, or aliases that multiply beyond measure.
    const reason = cause instanceof Error ? cause.message : String(cause);
    const hint = 'Write the aliased content out.';
    throw new UserError('not-yaml', `${file}: ${reason}`, { hint, cause });
  }
}

/** A copy as JSON would say it: aliases share no node any more, so that each node has one pointer. */
function toJson(value: unknown, levels: number): Json {
  if (levels === 0) throw new Error('it is nested too deep, or an alias leads back to itself');
  if (typeof value === 'bigint') return toInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => toJson(item, levels - 1));
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item, levels - 1)]));
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
