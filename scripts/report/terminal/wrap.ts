/** Columns below which a line is not made narrower: a word would stand on each. */
const NARROWEST = 24;

/**
 * Text in lines of so many characters, the second and all after it behind an indent. Words are never cut: one
 * that is longer than a line has a line of its own.
 */
export function wrapWords(text: string, columns: number, indent: number): string {
  return fill(text.split(/ +/).filter(Boolean), { columns, indent, end: '' });
}

/**
 * A command of a shell in lines, each but the last with a backslash at its end, so that it can be copied and
 * run as it stands. Quoted words stay whole.
 */
export function wrapCommand(command: string, columns: number, indent: number): string {
  return fill(shellWordsOf(command), { columns, indent, end: ' \\' });
}

interface Filling {
  readonly columns: number;
  readonly indent: number;
  /** What ends a line that goes on. */
  readonly end: string;
}

function fill(words: readonly string[], { columns, indent, end }: Filling): string {
  const room = Math.max(NARROWEST, columns - indent - end.length);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(`${end}\n${' '.repeat(indent)}`);
}

/** The words of a command, each as it is written, an option with its value: `-H 'A: b'`. */
function shellWordsOf(command: string): readonly string[] {
  const words = command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gs) ?? [];
  const units: string[] = [];
  for (const [at, word] of words.entries()) {
    const isValue = /^--?[a-zA-Z]/.test(words[at - 1] ?? '') && !word.startsWith('-');
    if (isValue) units[units.length - 1] = `${units.at(-1)} ${word}`;
    else units.push(word);
  }
  return units;
}
