import { createHash } from 'node:crypto';
import { html, trusted } from '../page/html.ts';
import { HEADER_STYLES, renderHead, renderHeader, TOKENS } from '../page/page.ts';
import { annotateDocument } from './annotate-document.ts';
import { SAMPLE_LANGUAGES } from './annotate-operation.ts';
import type { NoteContext } from './policy-notes.ts';
import { REFERENCE_STYLES } from './reference-styles.ts';
import { renderSiteLinks } from './site-links.ts';

/**
 * The reference page of one API. The description is embedded, so that the page also works as a file.
 * `script` is the address of the renderer, relative to the page.
 */
export function renderReferencePage(shelf: NoteContext, script: string): string {
  const { api, site } = shelf;
  const title = `${api.title} reference`;
  const boot = renderBoot();
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        ${renderHead({ title, description: `Operations, schemas and limits of ${api.title}.`, policy: policyFor(boot) })}
        <style>
          ${trusted(TOKENS + HEADER_STYLES + REFERENCE_STYLES)}
        </style>
      </head>
      <body>
        <button class="skip" type="button">Skip to content</button>
        ${renderHeader(
          '../index.html',
          html`<h1 class="page-title">${title}</h1>
            ${renderSiteLinks(site, { root: '../' })}`,
        )}
        <div id="reference"></div>
        <noscript
          ><p class="no-script">
            This page draws <a href="openapi.yaml">the description</a> with JavaScript, which is
            switched off.
          </p></noscript
        >
        <script type="application/json" id="description">
          ${trusted(toInertJson(annotateDocument(shelf)))}
        </script>
        <script src="${script}"></script>
        ${trusted(`<script>${boot}</script>`)}
      </body>
    </html> `;
  return page.markup;
}

/** The inline script that starts the renderer: the policy admits exactly this text. */
function renderBoot(): string {
  const options = {
    disableTelemetry: true,
    router: 'hash',
    sanitize: true,
    schemaDefinitionsTagName: 'Schemas',
    codeSamples: { languages: SAMPLE_LANGUAGES.map((label) => ({ lang: label, label })) },
    downloadUrls: [
      { title: 'OpenAPI YAML', url: 'openapi.yaml' },
      { title: 'OpenAPI JSON', url: 'openapi.json' },
    ],
  };
  return `
Redoc.init(JSON.parse(document.getElementById('description').textContent), ${JSON.stringify(options)}, document.getElementById('reference'));
// No link, because the renderer takes a fragment for a page of its own.
document.querySelector('.skip').addEventListener('click', () => {
  const headings = [...document.querySelectorAll('main :is(h1, h2)')];
  const current = headings.find((heading) => heading.getBoundingClientRect().bottom > 0);
  current.tabIndex = -1;
  current.focus();
});
`;
}

/** The renderer writes its styles at run time and brings one font. */
function policyFor(boot: string): string {
  const hash = createHash('sha256').update(boot).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** JSON that cannot end its script element: `<` only occurs inside strings. */
function toInertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
