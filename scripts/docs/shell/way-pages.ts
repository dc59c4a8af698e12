import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { OutputFile } from '../../base/output-file.ts';
import { escapeHtml, html } from '../../page/html.ts';
import { operationHash, pageOf } from '../deep-links.ts';
import { fileNameOf, twinPaths } from '../twins/twin-paths.ts';
import type { SiteFrame } from './site-frame.ts';
import { renderSitePage } from './site-page.ts';

/** What is shown at an address that leads to nothing; hosts of static pages look for it by this name. */
export function renderMissingPage(site: SiteFrame): string {
  const page = renderSitePage(site, {
    path: '404.html',
    title: 'Nothing is here · Kiln',
    description: 'This address leads to no page of the API reference.',
    body: html`<h1>Nothing is here</h1>
      <p class="lede">
        This address leads to no page. An operation has a permanent address by its id:
        <code>go/operationId.html</code>.
      </p>
      <ul>
        <li><a href="index.html">All APIs</a></li>
        ${site.apis.map(
          (api) =>
            html`<li>
              <a href="${pageOf(api)}">${api.title}</a> ·
              <a href="${api.name}/all.html">all operations on one page</a>
            </li>`,
        )}
      </ul>`,
  });
  // It is shown at any depth, so its links must not depend on where it is.
  const start = escapeHtml(site.address ?? '/');
  return page.replaceAll(/ ((?:href|src|data-root|data-search)=")(?!#|[a-z]+:|\/)/g, ` $1${start}`);
}

/** Addresses that stay when an operation gets another tag or page: `go/getUser.html` leads to where it is. */
export function wayPages(site: SiteFrame): OutputFile[] {
  const all = site.apis.flatMap((api) =>
    [...twinPaths(api)].map(([operation, path]) => ({ api, operation, path })),
  );
  const byName = Map.groupBy(all, ({ operation }) => fileNameOf(operation.id).toLowerCase());
  return [...byName.values()].map((places) => {
    const path = `go/${fileNameOf(places[0]?.operation.id ?? '')}.html`;
    const [only, other] = places;
    return { path, text: only && !other ? renderWay(only) : renderChoice(site, path, places) };
  });
}

interface Place {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly path: string;
}

function renderWay({ api, operation, path }: Place): string {
  const target = `../${pageOf(api, operationHash(api, operation))}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
        <meta http-equiv="refresh" content="0; url=${target}" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href="../${api.name}/${path}.html" />
        <title>${operation.summary ?? operation.id}</title>
      </head>
      <body>
        <p>
          <a href="${target}">${operation.summary ?? operation.id}</a> in the reference of
          ${api.title}, or <a href="../${api.name}/${path}.html">as a page of its own</a>.
        </p>
      </body>
    </html> `.markup;
}

function renderChoice(site: SiteFrame, path: string, places: readonly Place[]): string {
  const id = places[0]?.operation.id ?? '';
  return renderSitePage(site, {
    path,
    title: `${id} · Kiln`,
    description: `Operations called ${id}.`,
    body: html`<h1>${id}</h1>
      <p class="lede">Several APIs have an operation of this name.</p>
      <ul>
        ${places.map(
          ({ api, operation, path: twin }) =>
            html`<li>
              <a href="../${api.name}/${twin}.html">${operation.summary ?? operation.id}</a> of
              ${api.title}
            </li>`,
        )}
      </ul>`,
  });
}

/** `sitemap.xml` (sitemaps.org): whole addresses only, so there is none without the site's own. */
export function renderSitemap(address: string, paths: readonly string[]): string {
  const urls = paths.map(
    (path) => `  <url><loc>${escapeHtml(new URL(path, address).href)}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
