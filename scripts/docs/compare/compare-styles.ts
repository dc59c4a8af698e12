/** On a narrow screen each row of a matrix is a block of its own, and the cells bring their headings. */
const NARROW = `
@media (max-width: 760px) {
  .matrix, .matrix tbody, .matrix tr, .matrix th, .matrix td { display: block; width: auto; }
  .matrix thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .matrix tr { padding: 16px 0; border-bottom: 1px solid var(--line); }
  .matrix tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  .matrix th, .matrix td { padding: 4px 0; border: 0; }
  .matrix tbody th { width: auto; font-size: 16px; }
  .matrix code { white-space: normal; }
  .matrix td.muted { display: none; }
  .matrix td.told { display: grid; grid-template-columns: 104px minmax(0, 1fr); gap: 12px; }
  .matrix td::before { content: attr(data-heading); color: var(--ink-soft); font-size: 13px; }
}
`;

/** Rules of the comparison alone. */
export const COMPARISON_STYLES = `
.hero .legend { margin: 20px 0; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; margin: 24px 0 32px; }
.chips a { padding: 6px 14px; border: 1px solid var(--line); border-radius: 999px; background: var(--surface);
  color: var(--ink); font-size: 14px; font-weight: 600; text-decoration: none; }
.chips a:hover { border-color: var(--accent); color: var(--accent); }
section.card { margin: 0 0 24px; scroll-margin-top: 16px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0; font-size: 14px; }
.dot { display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: currentColor;
  vertical-align: 1px; }
.legend .dot { margin-right: 4px; }
.matrix tbody th { width: 18%; }
.matrix li, .matrix td { max-width: 44ch; }
.stack li { display: flex; gap: 8px; align-items: baseline; }
.stack .dot { flex: none; }
.silent { margin: 12px 0 0; font-size: 14px; color: var(--ink-soft); }
.silent a { color: inherit; }
.grid + *, .matrix + .scroll, .silent + .scroll { margin-top: 28px; }
.matrix thead th { white-space: normal; }
.matrix tbody th, .grid th { line-height: 1.35; }
.matrix tbody th a, .grid th a { color: inherit; text-decoration: none; }
.matrix tbody th a:hover, .grid th a:hover { color: var(--accent); text-decoration: underline; }
.matrix td a { overflow-wrap: break-word; }
.matrix code { font-size: 12.5px; white-space: nowrap; }
.matrix .evidence { margin: 5px 0 6px; }
small { color: var(--ink-soft); font-size: 13px; }
.stack { list-style: none; margin: 0; padding: 0; }
.stack li + li { margin-top: 4px; }
.figure { font-size: 18px; line-height: 1.1; font-variant-numeric: tabular-nums; }
.grid { min-width: 760px; }
.grid thead th { white-space: normal; vertical-align: bottom; font-size: 13px; width: 14%; }
.grid td { white-space: nowrap; }
.grid th[scope="row"], .grid thead td { position: sticky; left: 0; background: var(--surface); min-width: 128px; }
.status { display: inline-block; padding: 0 7px; border-radius: 6px; font-weight: 600;
  font-variant-numeric: tabular-nums; }
.status.plain { padding-left: 0; padding-right: 0; }
${NARROW}`;
