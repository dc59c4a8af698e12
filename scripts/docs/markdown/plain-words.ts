/** Markdown as the words in it, on one line and without its tables and blocks of code. */
export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/^```[^]*?^```$|^\|.*\|$/gm, ' ')
    .replaceAll(/<\/?(?:details|summary|br) ?\/?>/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^#+ +|[`*]|\\(?=[\\`*_[\]<])/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
