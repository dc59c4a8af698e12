import { paint, type Screen } from './screen.ts';
import { wrapWords } from './wrap.ts';

/** Columns as wide as their widest cell, two spaces apart. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/**
 * A table that fits a screen: without its last column where it would be too wide, and a paragraph for each row
 * where that is not enough. The first row names the columns, the first column the rows.
 */
export function fitTable(rows: readonly (readonly string[])[], screen: Screen): string {
  const { columns } = screen;
  for (const fitting of [rows, rows.map((row) => row.slice(0, -1))]) {
    const table = alignColumns(fitting);
    const [head = '', ...body] = table.split('\n');
    if (widthOf(table) <= columns) return [paint(screen, 'bold', head), ...body].join('\n');
  }
  const [header = [], ...body] = rows;
  return body
    .map(([name = '', ...cells]) => {
      const told = cells.map((cell, index) => `${header[index + 1] ?? ''}: ${cell}`).join(', ');
      return `${paint(screen, 'bold', name)}\n  ${wrapWords(told, columns, 2)}`;
    })
    .join('\n');
}

function widthOf(table: string): number {
  return Math.max(...table.split('\n').map(({ length }) => length));
}
