import type { ApiModel } from '../model/api-model.ts';
import { html } from '../page/html.ts';
import { renderPage } from '../page/page.ts';
import { CARD_STYLES, renderCard, renderTile } from './api-card.ts';
import { countOf } from './count-words.ts';
import { EVIDENCE_BAR_STYLES } from './evidence-bar.ts';
import { COMPARISON, isCompared, renderSiteLinks } from './site-links.ts';

/** The front page: a card for each API. */
export function renderLandingPage(apis: readonly ApiModel[]): string {
  const operations = apis.reduce((sum, api) => sum + api.operations.length, 0);
  const claims = apis.reduce((sum, api) => sum + (api.ledger?.claims.size ?? 0), 0);
  return renderPage({
    title: 'API reference · Kiln',
    description: `Reference documentation of ${countOf(apis.length, 'API')}.`,
    home: 'index.html',
    bar: isCompared(apis) ? renderSiteLinks(apis, { current: 'index.html' }) : undefined,
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
      <div class="cards">${apis.map(renderCard)}</div>`,
  });
}

const HERO_STYLES = `
.hero { margin: 0 0 40px; }
.hero .tiles { margin: 28px 0 24px; }
`;
