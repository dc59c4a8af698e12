import { printable } from '../base/printable.ts';

/**
 * A text on one line of Markdown, such as a cell of a table or a heading: what would end the line, begin
 * markup of HTML, or turn the text round is spelt out.
 */
export function markdownCell(text: string): string {
  const line = printable(text.replaceAll(/\s+/g, ' ')).trim();
  return line.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');
}

/** The same as code, in which only a back tick means something. */
export function markdownCode(text: string): string {
  const line = printable(text.replaceAll(/\s+/g, ' ')).replaceAll('|', String.raw`\|`);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}
