/** The bar's tools, the search dialog and what printing changes: for every page of the site. */
export const SITE_STYLES = `
.tools { display: flex; gap: 8px; flex: none; }
.tools[hidden] { display: none; }
.tool { display: inline-flex; align-items: center; gap: 8px; height: 36px; padding: 0 10px; cursor: pointer;
  border: 1px solid var(--line); border-radius: 9px; background: var(--ground); color: var(--ink-soft); font: 14px var(--sans); }
.tool:hover { border-color: var(--accent); color: var(--accent); }
.tool svg { flex: none; }
kbd { padding: 0 6px; border: 1px solid var(--line); border-radius: 5px; background: var(--surface);
  color: var(--ink-soft); font: 12px/1.5 var(--mono); }
dialog.search { width: min(680px, calc(100vw - 24px)); max-height: min(80vh, 640px); margin: 9vh auto auto; padding: 0;
  border: 1px solid var(--line); border-radius: 14px; background: var(--surface); color: var(--ink); font: 15px/1.45 var(--sans);
  box-shadow: 0 24px 80px -20px rgb(0 0 0 / 45%); overflow: hidden; }
dialog.search[open] { display: flex; flex-direction: column; }
dialog.search::backdrop { background: rgb(20 12 6 / 45%); }
.search-bar { display: flex; align-items: center; gap: 10px; padding: 0 8px 0 16px; border-bottom: 1px solid var(--line); }
.search-bar input { flex: 1; min-width: 0; height: 54px; border: 0; outline: 0; background: none; color: inherit; font: 17px var(--sans); }
.search-bar:focus-within { box-shadow: inset 0 -2px var(--accent); }
.search-close { height: 34px; padding: 0 10px; border: 0; border-radius: 8px; background: none; color: var(--ink-soft); cursor: pointer; font: 13px var(--sans); }
.hits { padding: 8px; overflow-y: auto; }
.hits[hidden] { display: none; }
.hits a { border-radius: 9px; display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 8px 10px; color: inherit; text-decoration: none; }
.hits [aria-selected="true"] { background: var(--accent-soft); }
.hits b { font-weight: 600; overflow-wrap: anywhere; }
.hits .kind { color: var(--ink-soft); font-size: 13px; text-align: right; }
.hits .more { grid-column: 1 / -1; color: var(--ink-soft); font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.hits mark { background: none; color: var(--accent); font-weight: 700; }
.search-state { margin: 0; padding: 10px 18px 14px; color: var(--ink-soft); font-size: 13px; }
@media (max-width: 720px) {
  .site-header { gap: 8px 12px; padding: 0 14px; }
  .site-header nav { gap: 14px; font-size: 14px; }
  .site-header .tool kbd { display: none; }
  .site-header :is(.brand span, .tool .words, .page-title) { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; }
  .tool { width: 36px; padding: 0; justify-content: center; }
}
@media print {
  .site-header, .site-footer, .crumbs, .around, .no-print { display: none !important; }
  details::details-content { content-visibility: visible; height: auto; display: block; }
  a { color: inherit; } pre, tr { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
}
`;
