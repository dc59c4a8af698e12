import type { ApiModel } from '../model/api-model.ts';
import { CLAIM_STATUSES, type EvidenceLedger } from '../model/evidence.ts';
import { html, type Html } from '../page/html.ts';
import { objectOf, stringOf } from '../base/json.ts';
import type { RateLimitPolicy } from '../model/policies.ts';
import { renderBeside, renderChangesLink, type BesideApi } from './beside-api.ts';
import { countOf, plural } from './count-words.ts';
import { evidencePageOf } from './evidence-page.ts';
import { renderEvidenceBar } from './evidence-bar.ts';
import { countByStatus } from './evidence-notes.ts';
import { quotaWords, windowWords } from './rate-words.ts';
import { pathWords } from './schema-fields.ts';
import { securityWords } from './security-words.ts';
import { byteWords, durationWords } from './size-words.ts';
import { STATUS_WORDS } from './status-words.ts';
import { tryPageOf } from './try/try-page.ts';
import { TONES } from './tones.ts';

/** What a reader wants to know of an API before opening its reference. */
export function renderCard(api: ApiModel, beside: BesideApi = {}): Html {
  const summary = summaryOf(api);
  return html`<article class="card api" id="${api.name}">
    <header>
      <h2><a href="${api.name}/index.html">${api.title}</a></h2>
      <span class="badges">${renderState(api)}<span class="badge">${api.version}</span></span>
    </header>
    ${summary && html`<p class="muted">${summary}</p>`}
    <ul class="tiles">
      ${renderCounts(api)}
    </ul>
    <div class="facts">
      <div>
        <h3>Authentication</h3>
        <ul class="stack">
          ${securityWords(api).map((words) => html`<li>${words}</li>`)}
        </ul>
        ${renderSession(api)} ${api.policies.rateLimits && renderQuotas(api.policies.rateLimits)}
        ${renderSizes(api)} ${renderBeside(api, beside)}
      </div>
      ${api.ledger && html`<div>${renderEvidence(api, api.ledger)}</div>`}
    </div>
    <p class="links">
      <a class="button" href="${api.name}/index.html"
        >Open reference<span class="hidden"> of ${api.title}</span></a
      >
      <a class="button plain" href="${api.name}/openapi.yaml" download="${api.name}.openapi.yaml"
        >YAML<span class="hidden"> of ${api.title}</span></a
      >
      <a class="button plain" href="${api.name}/openapi.json" download="${api.name}.openapi.json"
        >JSON<span class="hidden"> of ${api.title}</span></a
      >
      <a class="button plain" href="${api.name}/all.html"
        >On one page<span class="hidden">: ${api.title}</span></a
      >
      <a class="button plain" href="${tryPageOf(api)}"
        >Try it<span class="hidden">: ${api.title}</span></a
      >
      ${renderChangesLink(api, beside)}
    </p>
  </article> `;
}

function summaryOf({ document }: ApiModel): string | undefined {
  const info = objectOf(document['info']);
  const [first = ''] = (stringOf(info['description']) ?? '').trim().split(/\n\s*\n/);
  const plain = first.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*_#]/g, '');
  return stringOf(info['summary']) ?? (plain || undefined);
}

/** Whether it is on its way out: the day on which it ends, as far as one is known. */
function renderState({ policies }: ApiModel): Html | undefined {
  const { deprecated, sunset } = policies.lifecycle ?? {};
  if (sunset !== undefined) return html`<span class="badge bad">sunset ${sunset}</span> `;
  return deprecated === undefined ? undefined : html`<span class="badge bad">deprecated</span> `;
}

function renderCounts({ operations, webhooks, document }: ApiModel): Html[] {
  const deprecated = operations.filter((it) => it.deprecated).length;
  const schemas = Object.keys(objectOf(objectOf(document['components'])['schemas'])).length;
  return [
    renderTile(operations.length, 'operation'),
    renderTile(schemas, 'schema'),
    ...(webhooks.length > 0 ? [renderTile(webhooks.length, 'webhook')] : []),
    ...(deprecated > 0 ? [html`<li><strong>${deprecated}</strong>deprecated</li>`] : []),
  ];
}

function renderSession({ policies: { session } }: ApiModel): Html | undefined {
  if (!session) return undefined;
  return html`<h3>Session</h3>
    <p>${durationWords(session.lifetime)}, opened by <code>${session.issuedBy}</code></p>`;
}

/** Sizes that several operations share are told once. */
function renderSizes({ operations }: ApiModel): Html | undefined {
  const lines = operations.flatMap(({ limits: { bodyBytes, itemBytes, itemsAt = '#' } }) => [
    ...(bodyBytes === undefined ? [] : [`${byteWords(bodyBytes)} a request`]),
    ...(itemBytes === undefined ? [] : [`${byteWords(itemBytes)} each of ${pathWords(itemsAt)}`]),
  ]);
  if (lines.length === 0) return undefined;
  return html`<h3>Sizes</h3>
    <ul class="stack">
      ${[...new Set(lines)].map((line) => html`<li>At most ${line}</li>`)}
    </ul>`;
}

function renderQuotas({ quotas, window, partition }: RateLimitPolicy): Html {
  const plans = [...new Set(Object.values(quotas).flatMap((byPlan) => Object.keys(byPlan)))];
  return html`<h3>Rate limits</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Rate limits">
      <table>
        <caption>
          Requests ${windowWords(window)}, for each ${partition}
        </caption>
        <thead>
          <tr>
            <th scope="col">Category</th>
            ${plans.map((plan) => html`<th scope="col" class="number">${plan}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Object.entries(quotas).map(
            ([category, byPlan]) =>
              html`<tr>
                <th scope="row">${category}</th>
                ${plans.map((plan) => {
                  const quota = byPlan[plan];
                  return html`<td class="number">
                    ${quota === undefined ? '–' : quotaWords(quota)}
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div> `;
}

function renderEvidence(api: ApiModel, ledger: EvidenceLedger): Html {
  const { claims, sources } = ledger;
  const counts = countByStatus(claims.values());
  const present = CLAIM_STATUSES.filter((status) => counts[status] > 0);
  return html`<h3>Evidence</h3>
    ${renderEvidenceBar(ledger)}
    <ul class="legend">
      ${present.map(
        (status) =>
          html`<li>
            <i class="${TONES[status]}"></i
            ><a href="${evidencePageOf(api)}#${status}" title="${STATUS_WORDS[status]}"
              >${status}</a
            >
            <b>${share(counts[status], claims.size)}</b>
          </li>`,
      )}
    </ul>
    <details>
      <summary>${countOf(claims.size, 'claim')} from ${countOf(sources.size, 'source')}</summary>
      <ul class="stack">
        ${[...sources.values()].map(
          ({ title, address, retrieved }) =>
            html`<li>
              <a href="${address}" rel="noreferrer">${title}</a>
              <span class="muted">read ${retrieved}</span>
            </li>`,
        )}
      </ul>
    </details> `;
}

function share(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return percent < 1 ? '<1%' : `${Math.round(percent)}%`;
}

/** A figure with its noun. */
export function renderTile(number: number, noun: string): Html {
  return html`<li><strong>${number.toLocaleString('en-US')}</strong>${plural(number, noun)}</li>`;
}

export const CARD_STYLES = `
.api .links .button { padding: 7px 12px; font-size: 14px; }
.api { display: flex; flex-direction: column; }
.api > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 16px; }
.api > header h2 { flex: 1 1 240px; }
.badges { flex: none; margin-bottom: 8px; }
.api h2 { margin: 0 0 8px; }
.api .facts p { margin: 0; }
.api h2 a { color: inherit; text-decoration: none; }
.api h2 a:hover { color: var(--accent); }
.facts { display: grid; gap: 0 56px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); }
.api h3 { font-size: 13px; color: var(--ink-soft); font-weight: 600; margin: 24px 0 8px; }
.api .links { display: flex; flex-wrap: wrap; gap: 8px; margin-top: auto; padding-top: 24px; }
.stack { list-style: none; margin: 0; padding: 0; }
.stack li::first-letter { text-transform: uppercase; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 10px 0 16px; padding: 0; font-size: 14px; }
.legend i { display: inline-block; width: 10px; height: 10px; margin-right: 7px; border-radius: 3px;
  background: currentColor; }
.legend a { color: inherit; text-decoration-style: dotted; }
.api pre { margin: 0; padding: 8px 12px; font-size: 13px; }
.legend b { font-variant-numeric: tabular-nums; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
