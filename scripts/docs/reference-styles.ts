const FRAME = `
body { margin: 0; }
.site-header { position: sticky; top: 0; z-index: 60; padding: 0 20px; }
.page-title { margin: 0; font: inherit; color: var(--ink-soft); min-width: 0;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.page-title::before { content: "/"; margin-right: 12px; color: var(--line); }
#static { max-width: 920px; margin: 0 auto; padding: 24px 20px 60px; font: 16px/1.6 var(--sans); color: var(--ink); }
#static a { color: var(--accent); }
#static :is(table, pre) { max-width: 100%; overflow-x: auto; display: block; font-size: 14px; }
#static :is(th, td) { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
#static :is(code, pre) { font-family: var(--mono); font-size: 0.9em; }
#static article { border-top: 2px solid var(--line); margin-top: 40px; }
.scripted #static { display: none; }
body { background: var(--ground); }
@media print {
  #reference, .skip { display: none; }
  .scripted #static { display: block; }
  #static { max-width: none; padding: 0; }
  #static article { break-after: page; border: 0; margin: 0; }
  #static table { display: table; font-size: 9pt; } #static td { overflow-wrap: anywhere; }
}
.skip { position: fixed; border: 0; cursor: pointer; }
#reference .menu-content { top: var(--bar-height); height: calc(100vh - var(--bar-height)); }
`;

/** The site's own search finds more than the renderer's, and its choice of colours holds for all pages. The menu is for finding, so it leaves the badges to the headings; no page is handed to other hosts. */
const HIDDEN = `
[data-testid="color-mode-switcher"], [data-testid="search-trigger"], [data-component-name="Search/SearchTrigger"] { display: none !important; }
.menu-item-type-operation [data-component-name="Tag/Tag"] { display: none; }
[data-testid="page-actions"] [data-component-name="Dropdown/Dropdown"] { display: none; }
[data-testid="page-actions"] button { border: 1px solid var(--border-color-primary) !important; border-radius: 8px !important; }
`;

const NOTES = `
#reference details { margin: 8px 0; font-size: 14px; color: var(--ink-soft); }
#reference summary { cursor: pointer; width: fit-content; }
#reference summary:hover { color: var(--ink); }
#reference summary::marker { color: var(--accent); }
#reference details ul { margin: 6px 0 6px 4px; padding-left: 14px; border-left: 2px solid var(--line); list-style: none; }
#reference details li { margin: 6px 0; line-height: 1.5; }
`;

/** The renderer's grey scale in the site's warm tones, and its colours that miss a contrast of 4.5 to 1. */
const COLOURS = `
html:root.light { --color-warm-grey-1: #fbf9f6; --color-warm-grey-2: #f1ece5; --color-warm-grey-3: #e3dbd1;
  --color-warm-grey-4: #cbbfb2; --color-warm-grey-5: #968a7e; --color-warm-grey-6: #685e54;
  --color-warm-grey-7: #5f554b; --color-warm-grey-8: #443b33; --color-warm-grey-9: #332b25;
  --color-warm-grey-10: #29221d; --color-warm-grey-11: #211b16;
  --color-blue-5: #1d55b0; --color-blue-6: #0b57d0; --color-blue-7: #1d55b0; --color-brand-4: #5f554b;
  --color-green-8: #0a6b40; --color-carrot-7: #8a4b00; --badge-deprecated-bg-color: #8a4b00; }
html:root.dark { --color-warm-grey-1: #14110e; --color-warm-grey-2: #1a1613; --color-warm-grey-3: #241f1a;
  --color-warm-grey-4: #3b332b; --color-warm-grey-5: #5a5046; --color-warm-grey-6: #a1968a;
  --color-warm-grey-7: #a89c90; --color-warm-grey-8: #c9beb2; --color-warm-grey-9: #ddd4ca;
  --color-warm-grey-10: #ece5dc; --color-warm-grey-11: #f8f4ef;
  --badge-deprecated-bg-color: #7a4300; }
html:root.light, html:root.dark { --badge-deprecated-text-color: #fff; --search-trigger-color: var(--ink-soft);
  --input-content-placeholder-color: var(--ink-soft); --text-color-disabled: var(--ink-soft);
  --text-color-helper: var(--ink-soft); --link-color-primary: var(--accent);
  --link-color-primary-hover: var(--accent); --link-color-primary-pressed: var(--accent); }
:root.light .tag-get { --tag-color: #0b6b3a; }
:root.light .tag-post { --tag-color: #1650c4; }
:root.light .tag-put { --tag-color: #8a4b00; }
:root.light .tag-patch { --tag-color: #735a00; }
:root.light .tag-delete { --tag-color: #b0103a; }
:root.light :is(.tag-head, .tag-options, .tag-trace) { --tag-color: #5f554b; }
:root.light .token.boolean { color: #0b6b3a; }
#reference [data-schema-nested-open] :is(.schema-name, button > span:first-child) { color: var(--accent); }
#reference main a { border-bottom-color: currentColor; text-decoration-color: currentColor; }
.menu-content span:has(> a > img) { background: var(--sunken); }
.menu-content a:has(> img) { color: var(--ink-soft); }
`;

/** Rules of the reference page, over those that the renderer writes at run time. */
export const REFERENCE_STYLES = FRAME + HIDDEN + NOTES + COLOURS;
