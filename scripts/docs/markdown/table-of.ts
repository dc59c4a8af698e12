type Row = readonly (string | undefined)[];

/** A table in Markdown, from cells that have no line ends and no bare bars; empty without rows. */
export function tableOf(head: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map(lineOf).join('\n');
}

function lineOf(cells: Row): string {
  return `| ${cells.map((it) => it ?? '').join(' | ')} |`;
}
