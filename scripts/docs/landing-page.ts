import type { ApiModel } from '../core/api-model.ts';
import { html } from '../core/html.ts';
import { renderPage } from '../core/page.ts';
import { CARD_STYLES, renderCard, renderTile } from './api-card.ts';
import { countOf } from './count-words.ts';

/** The front page: a card for each API. */
export function renderLandingPage(apis: readonly ApiModel[]): string {
  const operations = apis.reduce((sum, api) => sum + api.operations.length, 0);
  const claims = apis.reduce((sum, api) => sum + (api.ledger?.claims.size ?? 0), 0);
  return renderPage({
    title: 'API reference · Kiln',
    description: `Reference documentation of ${countOf(apis.length, 'API')}.`,
    home: 'index.html',
    styles: HERO_STYLES + CARD_STYLES,
    body: html`<div class="hero">
        <h1>API reference</h1>
        <p class="lede">
          Contracts written from prose documentation. Each claim names the document it was read in,
          and says how sure it is.
        </p>
        <ul class="tiles">
          ${renderTile(apis.length, 'API')}${renderTile(operations, 'operation')}${renderTile(claims, 'claim')}
        </ul>
      </div>
      <div class="cards">${apis.map(renderCard)}</div>`,
  });
}

const HERO_STYLES = `
.hero { margin: 0 0 40px; }
.hero .tiles { margin-top: 28px; }
`;
