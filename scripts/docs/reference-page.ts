import { createHash } from 'node:crypto';
import { html, trusted, type Html } from '../page/html.ts';
import { HEADER_STYLES, renderHead, renderHeader, TOKENS } from '../page/page.ts';
import { annotateDocument } from './annotate-document.ts';
import { SAMPLE_LANGUAGES } from './annotate-operation.ts';
import { escapeDescriptions } from './escape-descriptions.ts';
import { nameSchemes } from './name-schemes.ts';
import { REFERENCE_STYLES } from './reference-styles.ts';
import type { ApiModel } from '../model/api-model.ts';
import { operationHash, tagHash } from './deep-links.ts';
import { OLD_LINKS_SCRIPT } from './shell/old-links-script.ts';
import type { SiteFrame } from './shell/site-frame.ts';
import { renderSiteHead } from './shell/site-page.ts';
import { SITE_STYLES } from './shell/site-styles.ts';
import { renderSiteLinks } from './site-links.ts';
import { renderArticles, renderContents, type TwinBodies } from './twins/all-page.ts';
import type { TwinPaths } from './twins/twin-paths.ts';

interface Reference {
  readonly api: ApiModel;
  readonly paths: TwinPaths;
  readonly bodies: TwinBodies;
}

/**
 * The reference page of one API. The description is embedded, so that the page also works as a file.
 * `script` is the address of the renderer, relative to the page.
 */
export function renderReferencePage(site: SiteFrame, reference: Reference, script: string): string {
  const { api } = reference;
  const path = `${api.name}/index.html`;
  const title = `${api.title} reference`;
  const boot = renderBoot(api);
  const noted = annotateDocument({ api, site: site.apis }, site.clientCall);
  const drawn = escapeDescriptions(nameSchemes(noted, api));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        ${renderHead({ title, description: `Operations, schemas and limits of ${api.title}.`, policy: policyFor(boot) })}
        <style>
          ${trusted(TOKENS + HEADER_STYLES + SITE_STYLES + REFERENCE_STYLES)}
        </style>
        ${renderSiteHead(site, { path })}
      </head>
      <body>
        <button class="skip" type="button">Skip to content</button>
        ${renderHeader(
          '../index.html',
          html`<h1 class="page-title">${title}</h1>
            ${renderSiteLinks(site, { root: '../', current: path })}`,
        )}
        <div id="reference"></div>
        ${renderStatic(reference)}
        <script type="application/json" id="description">
          ${trusted(toInertJson(drawn))}
        </script>
        <script src="${script}"></script>
        ${trusted(`<script>${boot}</script>`)}
      </body>
    </html> `;
  return page.markup;
}

/**
 * What is read where no script runs, and printed: the renderer draws only what is near the screen. Descriptions of very
 * many operations have links instead, since nobody prints a thousand pages from here.
 */
function renderStatic({ api, paths, bodies }: Reference): Html {
  const isWhole = bodies.size <= MOST_PRINTED;
  return html`<div id="static">
    <h1>${api.title} ${api.version}</h1>
    <p>
      <a href="all.html">All operations on one page</a> · <a href="openapi.yaml">the description</a>
    </p>
    ${renderContents(api, paths, 'page')} ${isWhole && renderArticles(paths, bodies)}
  </div>`;
}

const MOST_PRINTED = 150;

/** The inline script that starts the renderer: the policy admits exactly this text. */
function renderBoot(api: ApiModel): string {
  const options = {
    disableTelemetry: true,
    router: 'hash',
    // A heading that a link leads to stands clear of the site's bar.
    scrollYOffset: 24,
    // `escapeDescriptions` has left no markup in; the renderer would empty code as well.
    sanitize: false,
    schemaDefinitionsTagName: 'Schemas',
    codeSamples: { languages: SAMPLE_LANGUAGES.map((label) => ({ lang: label, label })) },
    downloadUrls: [
      { title: 'OpenAPI YAML', url: 'openapi.yaml' },
      { title: 'OpenAPI JSON', url: 'openapi.json' },
    ],
  };
  const operations = [...api.operations, ...api.webhooks];
  const tags = operations.flatMap((it) => it.tags);
  const known = {
    operations: Object.fromEntries(operations.map((it) => [it.id, operationHash(api, it)])),
    tags: Object.fromEntries(tags.map((it) => [tagHash(it).slice(2), tagHash(it)])),
  };
  return `
const PLACES = ${toInertJson(known)};
${OLD_LINKS_SCRIPT}
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
