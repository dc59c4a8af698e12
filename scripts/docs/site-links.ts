import type { ApiModel } from '../model/api-model.ts';
import { html, trusted, type Html } from '../page/html.ts';
import type { SiteFrame } from './shell/site-frame.ts';

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

/** The way around the site, for the bar of a page: links, the search, and the choice of colours. */
export function renderSiteLinks(site: SiteFrame, { root = '', current }: Place = {}): Html {
  const pages = [
    ['index.html', 'All APIs'] as const,
    ...(isCompared(site.apis) ? [[COMPARISON, 'Compare'] as const] : []),
    ...site.places,
  ];
  return html`<nav aria-label="Site">
      ${pages.map(
        ([page, words]) =>
          html`<a href="${root}${page}" ${page === current && html` aria-current="page"`}
            >${words}</a
          >`,
      )}
    </nav>
    <div class="tools" hidden>
      <button type="button" class="tool search-open" aria-keyshortcuts="/ Control+K">
        ${GLASS}<span class="words">Search</span> <kbd>/</kbd>
      </button>
      <button type="button" class="tool theme" aria-label="Dark colours" aria-pressed="false">
        ${MOON}
      </button>
    </div>`;
}

const GLASS = trusted(
  '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" ' +
    'stroke-width="2" stroke-linecap="round"><circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.500 4.500"/></svg>',
);
const MOON = trusted(
  '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" ' +
    'stroke-width="1.800" stroke-linejoin="round"><path d="M16.500 12.200A7 7 0 0 1 7.800 3.500a7 7 0 1 0 8.700 8.700z"/></svg>',
);
