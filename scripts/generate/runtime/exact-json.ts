/**
 * Reads JSON as `JSON.parse` does, but keeps integers that a double cannot hold: they become bigints. Give it as
 * `readJson`.
 */
export function readExactJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  if (hasSource) return JSON.parse(text, reviveSourced);
  // What is no JSON could be some once it is marked.
  JSON.parse(text);
  const count = longestRunOf(text) + 1;
  const [mark, begin] = [MARK.repeat(count), '\0'.repeat(count)];
  return JSON.parse(marked(text, mark), (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(begin) ? large(value.slice(begin.length)) : value,
  );
}

type Context = { readonly source?: string } | undefined;

/** Engines from 2024 hand a reviver the text of a number (ECMAScript, JSON.parse source text access). */
const hasSource = ((): boolean => {
  let source: string | undefined;
  JSON.parse('1', ((_key: string, _value: unknown, context: Context) => {
    source = context?.source;
  }) as (key: string, value: unknown) => unknown);
  return source === '1';
})();

const reviveSourced = ((_key: string, value: unknown, context: Context) => {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  return /^-?\d+$/.test(source) ? large(source) : value;
}) as (key: string, value: unknown) => unknown;

/** As JSON writes NUL: more of them than any text has in a row part the digits of a number from texts. */
const MARK = String.raw`\u0000`;

function longestRunOf(text: string): number {
  const runs = text.match(/(?:\\u0000)+/g) ?? [];
  return runs.reduce((longest, run) => Math.max(longest, run.length / MARK.length), 0);
}

/** A JSON text in which integers that may be large are texts that begin with a mark; the texts in it stay as they are. */
function marked(text: string, mark: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('"', at);
    const between = text.slice(at, start < 0 ? text.length : start);
    parts.push(
      between.replaceAll(INTEGER, (digits, offset: number) =>
        /[\d.eE+]/.test(between[offset - 1] ?? '') ? digits : `"${mark}${digits}"`,
      ),
    );
    if (start < 0) break;
    // No pattern: those that repeat something run out of stack in long texts.
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    parts.push(text.slice(start, end + 1));
    at = end + 1;
  }
  return parts.join('');
}

const INTEGER = /-?\d{16,}(?![\d.eE])/g;

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}

/** More digits cost time squared, and no API means them. */
const MOST_DIGITS = 1_000;

function large(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) || digits.length > MOST_DIGITS ? value : BigInt(digits);
}
