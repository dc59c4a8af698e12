import { html, type Html } from '../../page/html.ts';
import { renderPage } from '../../page/page.ts';
import { renderSiteLinks } from '../site-links.ts';
import { canonicalOf, rootFrom, type SiteFrame } from './site-frame.ts';

interface SitePage {
  /** From the site's folder: `pets/operations/getPet.html`. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description: string;
  readonly body: Html;
  readonly styles?: string;
  /** Content Security Policy of a page that may do more than the others. */
  readonly policy?: string;
  /** Path of the same as Markdown. */
  readonly markdown?: string;
}

/** A page of the site: readable without a script, with a search and a choice of colours where there are scripts. */
export function renderSitePage(site: SiteFrame, page: SitePage): string {
  const { path, title, description, body, styles = '', policy = SITE_POLICY } = page;
  const root = rootFrom(path);
  return renderPage({
    title,
    description,
    body,
    home: `${root}index.html`,
    bar: renderSiteLinks(site, { root, current: path }),
    styles,
    sheet: `${root}${site.assets.styles}`,
    policy,
    head: renderSiteHead(site, page),
  });
}

/** What the head of every page of the site holds beyond its title. */
export function renderSiteHead(
  site: SiteFrame,
  { path, markdown }: Pick<SitePage, 'path' | 'markdown'>,
): Html {
  const root = rootFrom(path);
  return html`<link rel="canonical" href="${canonicalOf(site, path)}" />
    ${
      markdown !== undefined &&
      html`<link rel="alternate" type="text/markdown" href="${root}${markdown}" />`
    }
    <script
      src="${root}${site.assets.theme}"
      data-root="${root}"
      data-search="${root}${site.assets.search}"
    ></script>`;
}

/** The site's own scripts run, and nothing is asked of any host. */
const SITE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
