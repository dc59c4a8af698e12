import type { ApiModel } from '../model/api-model.ts';
import { html, type Html } from '../page/html.ts';

export const COMPARISON = 'compare.html';

/** A comparison takes two. */
export function isCompared(site: readonly ApiModel[]): boolean {
  return site.length > 1;
}

interface Place {
  /** Leads to the site's folder: empty, or `../`. */
  readonly root?: string;
  /** The page that the links stand on. */
  readonly current?: string;
}

/** The way around the site, for the bar of a page. */
export function renderSiteLinks(
  site: readonly ApiModel[],
  { root = '', current }: Place = {},
): Html {
  const pages = [
    ...(isCompared(site) ? [[COMPARISON, 'Compare'] as const] : []),
    ['index.html', 'All APIs'] as const,
  ];
  return html`<nav aria-label="Site">
    ${pages.map(
      ([page, words]) =>
        html`<a href="${root}${page}" ${page === current && html` aria-current="page"`}
          >${words}</a
        >`,
    )}
  </nav>`;
}
