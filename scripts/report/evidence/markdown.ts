/** What looks like markup stays text. */
export function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\*<|[\]`]/g, String.raw`\$&`)
    .replaceAll(/(?<!\w)_|_(?!\w)/g, String.raw`\_`);
}

export function renderCode(text: string): string {
  // A table ends its cell at a bar even within code.
  return `\`${text.replaceAll('`', "'").replaceAll('|', String.raw`\|`)}\``;
}

export function renderLink(label: string, target: string): string {
  // Addresses are encoded already, paths of files are not: only what ends a link is replaced.
  const encoded = target.replaceAll(
    /[(){}<>\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${label}](${encoded})`;
}

/** Cells are Markdown already; a column whose name ends in `#` holds figures and stands to the right. */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const rule = columns.map((name) => (name.endsWith('#') ? '--:' : '---'));
  const head = columns.map((name) => name.replace(/ ?#$/, ''));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A part that the reader unfolds. GitHub renders Markdown in it after an empty line. */
export function renderFolded(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** `61 of 62 (98%)`; never 100% of something incomplete. */
export function renderShare(part: number, whole: number): string {
  if (whole === 0) return 'none';
  return `${part} of ${whole} (${Math.floor((100 * part) / whole)}%)`;
}
