import { html } from '../page/html.ts';
import { CARD_STYLES, renderCard, renderTile } from './api-card.ts';
import type { BesideApi } from './beside-api.ts';
import { countOf } from './count-words.ts';
import { EVIDENCE_BAR_STYLES } from './evidence-bar.ts';
import type { SiteFrame } from './shell/site-frame.ts';
import { renderSitePage } from './shell/site-page.ts';
import { COMPARISON, isCompared } from './site-links.ts';

/** The front page: a card for each API. */
export function renderLandingPage(
  site: SiteFrame,
  beside: ReadonlyMap<string, BesideApi> = new Map(),
): string {
  const { apis } = site;
  const operations = apis.reduce((sum, api) => sum + api.operations.length, 0);
  const claims = apis.reduce((sum, api) => sum + (api.ledger?.claims.size ?? 0), 0);
  return renderSitePage(site, {
    path: 'index.html',
    title: 'API reference · Kiln',
    description: `Reference documentation of ${countOf(apis.length, 'API')}.`,
    styles: HERO_STYLES + EVIDENCE_BAR_STYLES + CARD_STYLES,
    body: html`<div class="hero">
        <h1>API reference</h1>
        <p class="lede">
          Contracts written from prose documentation. Each claim names the document it was read in,
          and says how sure it is.
        </p>
        <ul class="tiles">
          ${renderTile(apis.length, 'API')}${renderTile(operations, 'operation')}${renderTile(claims, 'claim')}
        </ul>
        ${isCompared(apis) && html`<p><a class="button" href="${COMPARISON}">Compare all ${apis.length}</a></p>`}
      </div>
      <div class="cards">${apis.map((api) => renderCard(api, beside.get(api.name)))}</div>`,
  });
}

const HERO_STYLES = `
.hero { margin: 0 0 40px; }
.hero .tiles { margin: 28px 0 24px; }
`;
