import { UserError } from '../../base/user-error.ts';

/** A command of a shell: its words without their quotes, and the line on which it begins. */
export interface Command {
  readonly words: readonly string[];
  readonly line: number;
}

/**
 * The commands of a text as a POSIX shell splits them: quotes, backslashes, comments and continued lines count,
 * and `$NAME` outside of single quotes becomes `{NAME}`. Throws a UserError at the line of a quote that is not
 * closed within a command that `isWanted` by its first word; any other text is no concern of ours.
 */
export function commandsIn(
  text: string,
  file: string,
  isWanted: (first: string) => boolean,
): Command[] {
  const commands: Command[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = /[^\n]*/y;
    start.lastIndex = at;
    const [whole = ''] = start.exec(text) ?? [];
    // A prompt may stand before the command, and a fence of Markdown around it.
    const prefix = /^\s*(?:[$>#%]\s+)?/.exec(whole)?.[0].length ?? 0;
    const first = /^\S+/.exec(whole.slice(prefix))?.[0] ?? '';
    if (!isWanted(first)) {
      at += whole.length + 1;
      line += 1;
      continue;
    }
    const read = readWords(text, at + prefix, { file, line });
    commands.push({ words: read.words, line });
    line += text.slice(at, read.end).split('\n').length - 1;
    at = read.end;
  }
  return commands;
}

function readWords(
  text: string,
  from: number,
  place: { readonly file: string; readonly line: number },
) {
  const words: string[] = [];
  let word: string | undefined;
  let at = from;
  const add = (more: string) => void (word = (word ?? '') + more);
  const end = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  for (; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (letter === '\\') {
      const isBreak = next === '\n' || text.startsWith('\r\n', at + 1);
      if (!isBreak) add(next);
      at += next === '\r' && isBreak ? 2 : 1;
    } else if (letter === "'" || letter === '"' || (letter === '$' && next === "'")) {
      const isAnsi = letter === '$';
      const quoted = readQuoted(text, isAnsi ? at + 1 : at, isAnsi);
      if (quoted === undefined) {
        throw new UserError('quote-open', `The quote ${letter} of this command is not closed`, {
          at: {
            file: place.file,
            line: place.line + text.slice(from, at).split('\n').length - 1,
            column: 1,
          },
          hint: 'Close it; within double quotes write \\" for a quote.',
        });
      }
      add(quoted.text);
      at = quoted.end;
    } else if (letter === '$') {
      const [found, name] = /^\$\{?(\w+)\}?/.exec(text.slice(at, at + 200)) ?? [];
      add(name === undefined ? '$' : `{${name}}`);
      at += (found?.length ?? 1) - 1;
    } else if (letter === '\n' || letter === ';' || letter === '|') {
      break;
    } else if (letter === '&' && /^&(&|\s|$)/.test(text.slice(at, at + 2))) {
      break;
    } else if (letter === '#' && word === undefined) {
      break;
    } else if (/\s/.test(letter)) {
      end();
    } else {
      add(letter);
    }
  }
  end();
  // What stands behind the command on its line is another one.
  const rest = text.indexOf('\n', at);
  return { words, end: rest < 0 ? text.length : rest + 1 };
}

/** The text of a quoted part, and where its last quote stands. */
function readQuoted(text: string, from: number, isAnsi: boolean) {
  const quote = text[from];
  let read = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (letter === quote) return { text: read, end: at };
    if (letter === '\\' && isAnsi) {
      read += ESCAPES[next] ?? next;
      at += 1;
    } else if (letter === '\\' && quote === '"' && '"\\$`\n'.includes(next)) {
      if (next !== '\n') read += next;
      at += 1;
    } else if (letter === '$' && quote === '"') {
      const [found, name] = /^\$\{?(\w+)\}?/.exec(text.slice(at, at + 200)) ?? [];
      read += name === undefined ? '$' : `{${name}}`;
      at += (found?.length ?? 1) - 1;
    } else {
      read += letter;
    }
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
