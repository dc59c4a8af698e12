/**
 * Markdown in which no markup is left but our own folds: what looks like a tag is text, and stays whole in code. What
 * counts as code here is less than CommonMark says (sections 4.5 and 6.1): a block that begins at the margin, and a
 * span on one line and in one cell. So no reader of Markdown takes for markup what was let through as code.
 */
export function escapeMarkup(markdown: string): string {
  if (!markdown.includes('<')) return markdown;
  const lines = markdown.split('\n');
  let fence: RegExp | undefined;
  let hasCode = true;
  let hasSpans = true;
  return lines
    .map((line, i) => {
      if (fence) {
        if (fence.test(line)) fence = undefined;
        return line;
      }
      const [, ticks = ''] = /^(`{3,})[^`]*$|^~{3,}/.exec(line) ?? [];
      if (hasCode && (ticks !== '' || line.startsWith('~~~'))) {
        const char = ticks === '' ? '~' : '`';
        const length = ticks === '' ? (/^~+/.exec(line)?.[0].length ?? 3) : ticks.length;
        fence = new RegExp(`^ {0,3}${char}{${length},}[ \\t]*$`);
        hasSpans = true;
        return line;
      }
      // A block in a list or a quotation ends with that, wherever it ends: from here on nothing is sure to be code.
      if (/```|~~~/.test(line)) hasCode = false;
      if (line.trim() === '') hasSpans = true;
      if (isFold(line, lines[i + 1])) return line;
      const { text, isOpen } = escapeLine(line, hasCode && hasSpans);
      // The backticks may close on another line of the paragraph.
      if (isOpen) hasSpans = false;
      return text;
    })
    .join('\n');
}

/** A blank line ends the block of HTML that a fold begins (section 4.6): what follows is Markdown again. */
function isFold(line: string, next = ''): boolean {
  return next.trim() === '' && /^(?:<details><summary>[^<]*<\/summary>|<\/details>)$/.test(line);
}

const PARTS = /\\<|\\[^]|(?<!`)(`+)(?!`)[^|]*?(?<!`)\1(?!`)|(`+)|<(https?:\/\/[^\s<>()[\]`]+)>|</g;

function escapeLine(
  line: string,
  hasSpans: boolean,
): { readonly text: string; readonly isOpen: boolean } {
  let isOpen = !hasSpans;
  const text = line.replaceAll(PARTS, (part, span?: string, tick?: string, address?: string) => {
    if (tick !== undefined) isOpen = true;
    if (address !== undefined) return `[${address}](${address})`;
    // Where HTML counts, a backslash does not.
    if (span === undefined) return part === '<' || part === String.raw`\<` ? '&lt;' : part;
    return isOpen ? part.replaceAll('<', '&lt;') : part;
  });
  return { text, isOpen: isOpen && hasSpans };
}
