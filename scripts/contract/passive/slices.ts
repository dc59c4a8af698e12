import { UserError } from '../../base/user-error.ts';

/** A piece of a file: one JSON text, and the line on which it begins. */
export interface Slice {
  readonly text: string;
  readonly line: number;
}

/** Told where a file breaks off, which was still written or never to its end. */
export type OnBreak = (line: number) => void;

/**
 * Non-empty lines, of a text that comes in chunks. Where the last has neither an end nor all its closing
 * brackets, and others before it, the file breaks off there.
 */
export async function* lineSlices(
  chunks: AsyncIterable<string>,
  onBreak?: OnBreak,
): AsyncGenerator<Slice> {
  let line = 1;
  let count = 0;
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const pieces = chunk.split('\n');
    for (const [i, piece] of pieces.entries()) {
      parts.push(piece);
      if (i === pieces.length - 1) break;
      const text = parts.join('').trim();
      if (text !== '') {
        count += 1;
        yield { text, line };
      }
      line += 1;
      parts = [];
    }
  }
  const text = parts.join('').trim();
  if (text === '') return;
  if (onBreak && count > 0 && isBrokenOff(text)) onBreak(line);
  else yield { text, line };
}

function isBrokenOff(text: string): boolean {
  const scanner = createScanner();
  // Nothing else is wanted of it.
  for (const _ of scanner.scan(text));
  return scanner.state().depth > 0;
}

/** Where the entries of an HTTP archive stand: `log`, then `entries`. */
const PATH = ['log', 'entries'];

/**
 * The texts of the items of `log.entries`, of a JSON text that comes in chunks: an archive of any size
 * takes the memory of its largest entry. Throws a UserError where the text is no such archive, or breaks
 * off before any entry is whole.
 */
export async function* entriesOf(
  chunks: AsyncIterable<string>,
  file: string,
  onBreak?: OnBreak,
): AsyncGenerator<Slice> {
  const scanner = createScanner();
  let count = 0;
  for await (const chunk of chunks) {
    for (const slice of scanner.scan(chunk)) {
      count += 1;
      yield slice;
    }
  }
  const { line, depth, hasEntries } = scanner.state();
  const at = { file, line, column: 1 };
  if (depth > 0 && onBreak && count > 0) {
    onBreak(line);
    return;
  }
  if (depth > 0) {
    const hint = 'Record it again: it was not written to its end.';
    throw new UserError('har-misshapen', 'The archive breaks off here', { at, hint });
  }
  if (!hasEntries) {
    const hint =
      'An HTTP archive (HAR 1.2) is {"log": {"entries": [...]}}. Lines of JSON are named .ndjson.';
    throw new UserError('har-misshapen', 'There is no log.entries', {
      at: { ...at, line: 1 },
      hint,
    });
  }
}

interface Scanner {
  readonly scan: (chunk: string) => Generator<Slice>;
  readonly state: () => { line: number; depth: number; hasEntries: boolean };
}

/** Follows brackets and strings, which is all that finding the entries takes. */
function createScanner(): Scanner {
  /** The key that each open bracket stands under; empty in an array. */
  const open: string[] = [];
  let line = 1;
  let hasEntries = false;
  let isString = false;
  let isEscaped = false;
  let isKey = false;
  let key = '';
  let element: { readonly line: number; readonly depth: number; text: string } | undefined;

  const isAtEntries = () => open.length === 3 && open[1] === PATH[0] && open[2] === PATH[1];
  return {
    *scan(chunk) {
      let begin = 0;
      for (let i = 0; i < chunk.length; i += 1) {
        const character = chunk.charAt(i);
        if (isString) {
          if (isEscaped) isEscaped = false;
          else if (character === '\\') isEscaped = true;
          else if (character === '"') isString = false;
          else if (isKey) key += character;
          continue;
        }
        switch (character) {
          case '"':
            isString = true;
            isKey = element === undefined && open.length <= PATH.length;
            if (isKey) key = '';
            break;
          case '\n':
            line += 1;
            break;
          case '{':
          case '[':
            if (!element && isAtEntries()) {
              element = { line, depth: open.length, text: '' };
              begin = i;
            }
            open.push(key);
            key = '';
            hasEntries ||= character === '[' && isAtEntries();
            break;
          case '}':
          case ']':
            open.pop();
            if (element?.depth === open.length) {
              yield { text: element.text + chunk.slice(begin, i + 1), line: element.line };
              element = undefined;
            }
            break;
          default:
        }
      }
      if (element) element.text += chunk.slice(begin);
    },
    state: () => ({ line, depth: open.length, hasEntries }),
  };
}
