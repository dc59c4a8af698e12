/** Pages of operations, alone and all on one page. */
export const TWIN_STYLES = `
main { max-width: 920px; padding-top: 28px; }
.crumbs { font-size: 14px; color: var(--ink-soft); margin-bottom: 20px; }
.crumbs a { color: inherit; }
article h1 { font-size: clamp(26px, 4vw, 36px); }
article h1 + p { color: var(--ink-soft); overflow-wrap: anywhere; }
article h2 { margin-top: 36px; padding-top: 20px; border-top: 1px solid var(--line); }
article h2:first-of-type { margin-top: 24px; }
article table { min-width: 560px; margin: 0 0 4px; }
article .scroll { margin: 0 0 16px; }
article td:first-child code { white-space: nowrap; overflow-wrap: normal; }
article td { overflow-wrap: anywhere; min-width: 72px; }
article td:last-child { min-width: 220px; }
article p, article li { max-width: 75ch; }
.actions { display: flex; flex-wrap: wrap; gap: 10px; margin: 40px 0 24px; }
.around { display: flex; justify-content: space-between; gap: 16px; border-top: 1px solid var(--line); padding-top: 20px; }
.around a { text-decoration: none; font-weight: 600; }
.around a[rel="next"] { margin-left: auto; text-align: right; }
.around small { display: block; color: var(--ink-soft); font-weight: 400; }
@media print { article { break-after: page; } article:last-of-type { break-after: auto; } article table { min-width: 0; font-size: 9pt; } }
`;
