import { html, trusted, type Html } from './html.ts';
import { encodeComponent } from '../base/encode-component.ts';

/** What a page of Kiln's says; the shell gives it the look. */
export interface Page {
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description: string;
  /** Content of `<main>`, with the page's only `<h1>`. */
  readonly body: Html;
  /** Rules of this page alone; colours come from the tokens below. */
  readonly styles?: string | undefined;
  /** Where the word mark leads; it is plain text when left out. */
  readonly home?: string | undefined;
  /** What stands in the bar beside the word mark. */
  readonly bar?: Html | undefined;
  /** A script of ours at the end of the page, and the policy that lets it run. */
  readonly script?: { readonly text: string; readonly policy: string } | undefined;
  /** What the head holds beside its title, such as links to other forms of the page. */
  readonly head?: Html | undefined;
  /** Address of the style sheet that holds `SHARED_STYLES`, where pages share one; else they stand in the page. */
  readonly sheet?: string | undefined;
  /** Content Security Policy of a page that may do more than a static one. */
  readonly policy?: string | undefined;
}

/** A complete HTML document that loads nothing, so it also reads well as a file; most run no script. */
export function renderPage(page: Page): string {
  const { title, description, body, styles = '', home, bar, script, head, sheet } = page;
  const policy = page.policy ?? script?.policy ?? STATIC_POLICY;
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        ${renderHead({ title, description, policy })}${head}
        ${sheet !== undefined && html`<link rel="stylesheet" href="${sheet}" />`}
        <style>
          ${trusted((sheet === undefined ? SHARED_STYLES : '') + styles)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${renderHeader(home, bar)}
        <main id="main" tabindex="-1">${body}</main>
        <footer class="site-footer">
          <p>Fired by Kiln from API descriptions that name their sources.</p>
        </footer>
        ${script && trusted(`<script>${script.text}</script>`)}
      </body>
    </html> `;
  return document.markup;
}

/** Nothing but the page's own styles and inline pictures. */
const STATIC_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface Head {
  readonly title: string;
  readonly description: string;
  /** Content Security Policy, which also has to hold where no server sends headers. */
  readonly policy: string;
}

/** The metadata every page needs; a page with a shell of its own shares it. */
export function renderHead({ title, description, policy }: Head): Html {
  return html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <link rel="icon" href="data:image/svg+xml,${encodeComponent(MARK.markup)}" />`;
}

/** The bar at the top: the word mark, then whatever the page adds. */
export function renderHeader(home: string | undefined, rest: Html = html``): Html {
  const wordMark = html`${MARK}<span>Kiln</span>`;
  const brand =
    home === undefined
      ? html`<span class="brand">${wordMark}</span>`
      : html`<a class="brand" href="${home}">${wordMark}</a>`;
  return html`<header class="site-header">${brand}${rest}</header>`;
}

/** A kiln's arch with the fire in its mouth. */
const MARK = trusted(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">' +
    '<path d="M4.5 28.5V16a11.5 11.5 0 0 1 23 0v12.5" fill="none" stroke="#b8430f" stroke-width="4"/>' +
    '<path d="M1 29.5h30" stroke="#b8430f" stroke-width="3" stroke-linecap="round"/>' +
    '<path d="M17 10c.8 4 4.8 6.4 4.8 11.2 0 3.8-2.6 6.3-5.8 6.3s-5.8-2.5-5.8-6c0-3 2-4.6 2.8-7.2 1.2.8 1.900 1.900 2.100 3.2C16.3 15.6 17 13 17 10z" fill="#ff8a3d"/>' +
    '</svg>',
);

const LIGHT = `color-scheme: light;
  --ground: #fbf9f6; --surface: #ffffff; --sunken: #f4f0ea; --line: #e3dbd1;
  --ink: #211b16; --ink-soft: #5f554b; --accent: #a8390a; --accent-soft: #fbe9df;
  --good: #17643a; --good-soft: #e1f2e7; --steady: #0d5a78; --steady-soft: #e0f0f6;
  --caution: #824600; --caution-soft: #fcefd9; --bad: #a31f1a; --bad-soft: #fce6e4;
  --quiet: #5f554b; --quiet-soft: #ece6de;
  --shadow: 0 1px 2px rgb(60 35 15 / 6%), 0 8px 24px -16px rgb(60 35 15 / 22%);`;

const DARK = `color-scheme: dark;
  --ground: #14110e; --surface: #1d1915; --sunken: #26211b; --line: #3b332b;
  --ink: #f3ece4; --ink-soft: #b8aca0; --accent: #ff9d66; --accent-soft: #3a2114;
  --good: #74d69f; --good-soft: #14301f; --steady: #7cc7e6; --steady-soft: #112c38;
  --caution: #f0b35c; --caution-soft: #352409; --bad: #ff9a92; --bad-soft: #3d1614;
  --quiet: #b8aca0; --quiet-soft: #2e2822;
  --shadow: 0 1px 2px rgb(0 0 0 / 40%);`;

/** Colours and type. A `light` or `dark` class on the root outranks the reader's system setting. */
export const TOKENS = `:root { ${LIGHT}
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  --radius: 14px; --bar-height: 60px; }
@media (prefers-color-scheme: dark) { :root:not(.light) { ${DARK} } }
:root.dark { ${DARK} }
`;

/** The bar at the top of every page. */
export const HEADER_STYLES = `
.site-header { display: flex; align-items: center; gap: 8px 20px; height: var(--bar-height);
  padding: 0 max(20px, calc((100vw - 1120px) / 2)); background: var(--surface);
  border-bottom: 1px solid var(--line); font: 15px/1.4 var(--sans); color: var(--ink); }
.site-header a { color: inherit; text-decoration: none; }
.site-header a:hover { color: var(--accent); }
.site-header nav { display: flex; gap: 20px; margin-left: auto; white-space: nowrap; font-weight: 600; }
.site-header [aria-current] { color: var(--accent); }
.brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 700; font-size: 19px;
  letter-spacing: -0.02em; }
.brand svg { flex: none; }
.skip { position: absolute; left: 12px; top: -60px; z-index: 100; padding: 10px 16px;
  border-radius: 8px; background: var(--accent); color: var(--surface); font: 600 15px var(--sans); }
.skip:focus { top: 10px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
`;

const TEXT_STYLES = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 var(--sans); }
main { max-width: 1160px; margin: 0 auto; padding: 48px 20px 72px; outline: 0; }
h1, h2, h3 { line-height: 1.2; letter-spacing: -0.02em; text-wrap: balance; margin: 0 0 12px; }
h1 { font-size: clamp(30px, 5vw, 44px); letter-spacing: -0.03em; }
h2 { font-size: 22px; margin-top: 40px; }
h3 { font-size: 16px; letter-spacing: 0; margin-top: 24px; }
p { margin: 0 0 16px; }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
.lede { font-size: 18px; color: var(--ink-soft); max-width: 62ch; text-wrap: pretty; }
.muted { color: var(--ink-soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.site-footer { border-top: 1px solid var(--line); padding: 24px 20px 40px; text-align: center;
  font-size: 14px; color: var(--ink-soft); }
.site-footer p { margin: 0; }
`;

const PART_STYLES = `
.card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
  padding: 28px; box-shadow: var(--shadow); }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.cards { display: grid; gap: 24px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); }
.badge { display: inline-block; padding: 2px 10px; border-radius: 999px; font-size: 13px;
  font-weight: 600; line-height: 1.5; white-space: nowrap; color: var(--quiet); background: var(--quiet-soft); }
.good { color: var(--good); background: var(--good-soft); }
.steady { color: var(--steady); background: var(--steady-soft); }
.caution { color: var(--caution); background: var(--caution-soft); }
.bad { color: var(--bad); background: var(--bad-soft); }
.quiet { color: var(--quiet); background: var(--quiet-soft); }
.button { display: inline-block; padding: 9px 18px; border-radius: 9px; background: var(--accent);
  border: 1px solid var(--accent); color: var(--surface); font-weight: 600; font-size: 15px; text-decoration: none; }
.button:hover { filter: brightness(1.1); }
.button.plain { background: none; color: var(--ink); border-color: var(--line); }
.button.plain:hover { border-color: var(--accent); color: var(--accent); filter: none; }
.tiles { display: flex; flex-wrap: wrap; gap: 12px 40px; margin: 0; padding: 0; list-style: none; }
.tiles strong { display: block; font-size: 26px; line-height: 1.2; letter-spacing: -0.02em;
  font-variant-numeric: tabular-nums; }
.tiles li { font-size: 14px; color: var(--ink-soft); }
.tiles strong { color: var(--ink); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.45; }
caption { text-align: left; color: var(--ink-soft); font-size: 14px; padding-bottom: 6px; }
th, td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--ink-soft); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
tbody tr:last-child > * { border-bottom: 0; }
code, pre { font-family: var(--mono); font-size: 0.9em; }
code { padding: 1px 5px; border-radius: 5px; background: var(--sunken); overflow-wrap: anywhere; }
pre { margin: 0 0 16px; padding: 16px 18px; border: 1px solid var(--line); border-radius: 10px;
  background: var(--sunken); overflow-x: auto; font-size: 13.5px; line-height: 1.55; }
pre code { padding: 0; background: none; font-size: inherit; overflow-wrap: normal; }
details { border: 1px solid var(--line); border-radius: 10px; background: var(--surface); margin: 0 0 12px; }
summary { padding: 12px 16px; cursor: pointer; font-weight: 600; }
summary::marker { color: var(--accent); }
details[open] > summary { border-bottom: 1px solid var(--line); }
details > :not(summary) { margin: 16px; }
@media (max-width: 480px) { main { padding-top: 32px; } .card { padding: 20px; } }
@media print { .skip, .site-header { display: none; } .card { box-shadow: none; } }
`;

/** The look that all pages share: cards, badges by tone, tiles, tables, code and details. */
export const SHARED_STYLES = TOKENS + HEADER_STYLES + TEXT_STYLES + PART_STYLES;
