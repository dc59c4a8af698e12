import type { ApiModel } from '../model/api-model.ts';
import type { Claim, ClaimStatus, EvidenceLedger } from '../model/evidence.ts';
import { html, type Html } from '../page/html.ts';
import { countOf } from './count-words.ts';
import { EVIDENCE_BAR_STYLES, renderEvidenceBar } from './evidence-bar.ts';
import { countWords } from './evidence-notes.ts';
import type { SiteFrame } from './shell/site-frame.ts';
import { renderSitePage } from './shell/site-page.ts';
import { STATUS_WORDS } from './status-words.ts';
import { TONES } from './tones.ts';

/** Where the claims of an API are listed, each under its id in small letters. */
export function evidencePageOf({ name }: ApiModel): string {
  return `${name}/evidence.html`;
}

/** All that a description rests on: what the statuses mean, the sources, and each claim with its place in them. */
export function renderEvidencePage(site: SiteFrame, api: ApiModel, ledger: EvidenceLedger): string {
  const statuses = Object.entries(STATUS_WORDS) as [ClaimStatus, string][];
  return renderSitePage(site, {
    path: evidencePageOf(api),
    title: `Evidence of ${api.title}`,
    description: `What the description of ${api.title} rests on: ${countOf(ledger.claims.size, 'claim')}.`,
    styles: EVIDENCE_BAR_STYLES + STYLES,
    body: html`<nav class="crumbs" aria-label="Place">
        <a href="../index.html">All APIs</a> / <a href="index.html">${api.title}</a>
      </nav>
      <h1>Evidence of ${api.title}</h1>
      <p class="lede">
        Every rule of the description names what it was read in.
        ${countOf(ledger.claims.size, 'claim')}: ${countWords(ledger.claims.values())}.
      </p>
      ${renderEvidenceBar(ledger)}
      <h2 id="statuses">How sure is a claim?</h2>
      <dl class="statuses">
        ${statuses.map(
          ([status, words]) =>
            html`<div id="${status}">
              <dt><span class="badge ${TONES[status]}">${status}</span></dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>
      <h2 id="sources">Sources</h2>
      <ul>
        ${[...ledger.sources.values()].map(
          ({ title, address, retrieved }) =>
            html`<li>
              <a href="${address}" rel="noreferrer">${title}</a>
              <span class="muted">read ${retrieved}</span>
            </li>`,
        )}
      </ul>
      <h2 id="claims">Claims</h2>
      <ul class="claims">
        ${[...ledger.claims.values()].map((claim) => renderClaim(claim, ledger))}
      </ul>`,
  });
}

function renderClaim(claim: Claim, ledger: EvidenceLedger): Html {
  const { id, status, says, because, resolved, at, sources } = claim;
  const links = sources.flatMap((source) => ledger.sources.get(source) ?? []);
  return html`<li id="${id.toLowerCase()}">
    <p><a class="badge ${TONES[status]}" href="#${status}">${status}</a> <b>${says.trim()}</b></p>
    <p class="muted">
      <a href="#${id.toLowerCase()}"><code>${id}</code></a>
      ${links.map(({ title, address }) => html` · <a href="${address}" rel="noreferrer">${title}</a>`)}
      ${at !== undefined && html`: ${at}`}
    </p>
    ${because !== undefined && html`<p class="muted">Why: ${because}</p>`}
    ${resolved !== undefined && html`<p class="muted">Resolved: ${resolved}</p>`}
  </li>`;
}

const STYLES = `
.statuses { display: grid; gap: 10px; margin: 0; }
.statuses div { display: grid; grid-template-columns: 130px 1fr; gap: 16px; padding: 6px 0; }
.statuses dd { margin: 0; max-width: 70ch; }
.claims { list-style: none; padding: 0; margin: 0; }
.claims li { padding: 14px 0; border-top: 1px solid var(--line); scroll-margin-top: 80px; }
.claims p { margin: 0 0 4px; overflow-wrap: anywhere; }
.claims .badge { text-decoration: none; }
:is(.claims li, .statuses div):target { background: var(--accent-soft); box-shadow: 0 0 0 10px var(--accent-soft); border-radius: 4px; }
@media (max-width: 480px) { .statuses div { grid-template-columns: 1fr; gap: 2px; } }
`;
