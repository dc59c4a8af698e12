/** The words of a shell command that begins at an index, and where it ends: at a line end that nothing continues. */
export function shellWords(
  text: string,
  start: number,
): { readonly words: readonly string[]; readonly end: number } {
  const words: string[] = [];
  const token = /\\\r?\n|[^\S\n]+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\n|((?:[^\s'"\\]|\\[^\n])+)/gy;
  token.lastIndex = start;
  let isOpen = false;
  let end = start;
  for (let match = token.exec(text); match && match[0] !== '\n'; match = token.exec(text)) {
    const word = match[1] ?? match[2] ?? match[3];
    end = token.lastIndex;
    if (word === undefined) isOpen = false;
    else if (isOpen) words.push(`${words.pop() ?? ''}${word}`);
    else {
      words.push(word);
      isOpen = true;
    }
  }
  return { words, end };
}
