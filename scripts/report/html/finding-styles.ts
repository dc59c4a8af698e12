/** The look of findings, on a screen and on paper, where a cause takes a page at most. */
export const FINDING_STYLES = `
.findings > h3 { margin-top: 28px; }
.findings > h3 .muted { font-weight: 400; font-size: 14px; margin-left: 6px; }
details.violation { margin: 0; border-radius: 0; scroll-margin-top: var(--stuck); content-visibility: auto;
  contain-intrinsic-size: auto 76px; }
details.violation + details.violation { margin-top: -1px; }
details.violation:first-of-type { border-radius: 10px 10px 0 0; }
details.violation:last-of-type { border-radius: 0 0 10px 10px; }
details.violation:first-of-type:last-of-type { border-radius: 10px; }
.violation.broken { box-shadow: inset 3px 0 var(--bad); }
.violation.minor.broken { box-shadow: inset 3px 0 var(--caution); }
.violation > summary { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; font-weight: 400;
  overflow-wrap: anywhere; list-style: none; padding-left: 34px; position: relative; }
.violation > summary::-webkit-details-marker { display: none; }
.violation > summary::before { content: "▸"; position: absolute; left: 14px; top: 12px; color: var(--accent); }
.violation[open] > summary::before { content: "▾"; }
.violation > summary:hover { background: var(--sunken); }
.violation > summary .said { flex: 1 1 300px; min-width: 0; }
.violation .proof { margin: 4px 18px 18px; scroll-margin-top: calc(var(--stuck) + 96px); }
.card.violation { margin: 16px 0; }
.violation dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 10px 20px; margin: 16px 0; }
.violation dt { grid-column: 1; color: var(--ink-soft); font-size: 14px; line-height: 1.8; }
.violation dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
.violation dd .place { background: none; color: var(--ink-soft); }
.violation .source { display: block; font-size: 13px; color: var(--ink-soft); }
.violation pre { margin: 0; white-space: pre-wrap; }
.violation pre code { overflow-wrap: anywhere; }
.command { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; margin-bottom: 8px; }
.command pre { flex: 1 1 300px; min-width: 0; padding: 10px 12px; }
.copy { padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
  color: var(--ink); font: 600 13px/1.4 var(--sans); cursor: pointer; white-space: nowrap; }
.copy:hover { border-color: var(--accent); color: var(--accent); }
dd > .copy { margin-left: 10px; }
.violation .exchange { margin: 0; }
.violation .exchange > pre { margin: 0; border: 0; border-radius: 0 0 10px 10px; }
.violation .others { margin: 0 18px 18px; }
.others > p { margin: 0 0 6px; color: var(--ink-soft); font-size: 14px; }
.others .other { margin: 0; border-radius: 0; }
.others .other + .other { border-top: 0; }
.others .other > summary { font-weight: 400; font-size: 14px; padding: 8px 14px; overflow-wrap: anywhere; }
.others .rest { margin: 10px 0 0; padding: 0; list-style: none; font-size: 14px; }
.rest li { padding: 5px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; scroll-margin-top: var(--stuck); }
.only-print { display: none; }
@media (max-width: 640px) {
  .violation dl { display: block; }
  .violation dt { margin-top: 12px; }
  .violation > .proof, .violation .others { margin-left: 12px; margin-right: 12px; }
}
@media print {
  details.violation { content-visibility: visible; break-inside: avoid; box-shadow: none; font-size: 12px; margin: 0 0 8px; border-radius: 0; }
  details.violation::details-content { content-visibility: visible; height: auto; }
  .violation > summary::before, .copy, .others, .violation .exchange { display: none; }
  .violation pre { max-height: 7cm; overflow: hidden; }
  .violation dl { gap: 4px 14px; margin: 8px 0; }
  .only-print { display: block; margin: 0 18px 8px; max-height: 3cm; overflow: hidden; }
}
`;
