import type { KeptRun } from '../../result/kept-run.ts';
import { encodeComponent } from '../../base/encode-component.ts';
import { html, type Html } from '../../page/html.ts';
import { renderPage } from '../../page/page.ts';
import { counted, group } from '../totals.ts';
import { timeOf } from './kept-run.ts';
import { renderTrend, TREND_STYLES } from './trend.ts';

/** An API and its runs that are kept, the newest first. */
export interface ApiHistory {
  readonly api: string;
  readonly runs: readonly KeptRun[];
  /** Whether the last run has a page beside its kept copy, at an address that stays. */
  readonly hasReport: boolean;
}

/** The page above all reports: how each API stands, how that came, and every run that is kept. */
export function renderReportIndex(apis: readonly ApiHistory[]): string {
  const shown = apis.filter(({ runs }) => runs.length > 0);
  const broken = shown.filter(({ runs }) => runs[0]?.tone === 'bad');
  return renderPage({
    title: 'Contract reports',
    description: 'How each API keeps its contract, and how that came.',
    styles: STYLES + TREND_STYLES,
    body: html`<h1>Contract reports</h1>
      <p class="lede">${renderLede(shown.length, broken)}</p>
      <div class="apis">${shown.map(renderApi)}</div>`,
  });
}

function renderLede(count: number, broken: readonly ApiHistory[]): string {
  if (count === 0) return 'No run is kept yet: kiln test writes one.';
  const apis = counted(count, 'API');
  if (broken.length === 0) return `${apis}; no contract was found broken by the last run.`;
  return `${apis}; broken: ${broken.map(({ api }) => api).join(', ')}.`;
}

function renderApi({ api, runs, hasReport }: ApiHistory): Html {
  const [last] = runs;
  const folder = encodeComponent(api);
  return html`<section class="card" aria-labelledby="${api}">
    <h2 id="${api}">
      ${hasReport ? html`<a href="${folder}/report.html">${last?.title ?? api}</a>` : (last?.title ?? api)}
      <code>${api}</code>
    </h2>
    <p><span class="badge ${last?.tone ?? 'quiet'}">${last?.verdict ?? ''}</span></p>
    ${renderTrend(runs)}
    <div class="scroll" tabindex="0" role="region" aria-label="Runs of ${api}">
      <table>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Verdict</th>
            <th scope="col" class="number">Findings</th>
            <th scope="col">Beside the one before</th>
            <th scope="col" class="number">Held</th>
            <th scope="col" class="number">Violated</th>
            <th scope="col" class="number">Requests</th>
            <th scope="col">Target</th>
          </tr>
        </thead>
        <tbody>
          ${runs.map((run, at) => renderRun(folder, run, beforeOf(run, runs.slice(at + 1))))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function beforeOf({ mode, filter }: KeptRun, older: readonly KeptRun[]): KeptRun | undefined {
  return older.find((it) => it.mode === mode && it.filter === filter);
}

function renderRun(folder: string, run: KeptRun, before: KeptRun | undefined): Html {
  const { id, started, hasPage, tone, verdict, findings, held, violated, requests, target } = run;
  const time = html`<time datetime="${started}">${timeOf(started)}</time>`;
  return html`<tr>
    <th scope="row">
      ${hasPage ? html`<a href="${folder}/runs/${id}/report.html">${time}</a>` : time}
      ${run.filter !== undefined && html`<span class="muted">${run.filter}</span>`}
    </th>
    <td><span class="badge ${tone}">${verdict}</span></td>
    <td class="number">${group(findings.length)}</td>
    <td>${before ? renderChange(run, before) : html`<span class="muted">first</span>`}</td>
    <td class="number">${group(held)}</td>
    <td class="number">${group(violated)}</td>
    <td class="number">${group(requests)}</td>
    <td><code>${target}</code></td>
  </tr>`;
}

function renderChange({ findings }: KeptRun, before: KeptRun): Html {
  const now = new Set(findings.map(({ id }) => id));
  const then = new Set(before.findings.map(({ id }) => id));
  const fresh = [...now].filter((id) => !then.has(id)).length;
  const absent = [...then].filter((id) => !now.has(id)).length;
  if (fresh + absent === 0) return html`<span class="muted">the same</span>`;
  return html`${fresh > 0 && html`<span class="badge bad">${fresh} new</span>`}
  ${absent > 0 && html`<span class="badge good">${absent} not seen</span>`}`;
}

const STYLES = `
.apis { display: grid; gap: 24px; margin-top: 28px; }
.apis > .card { min-width: 0; }
.apis h2 { margin: 0 0 10px; overflow-wrap: anywhere; }
.apis h2 code { font-size: 13px; font-weight: 400; color: var(--ink-soft); margin-left: 8px; }
.apis td, .apis th { white-space: nowrap; }
.apis td:nth-child(2), .apis td:nth-child(4) { white-space: normal; min-width: 130px; }
.apis td:last-child { white-space: normal; overflow-wrap: anywhere; min-width: 160px; }
.apis .badge { white-space: normal; }
@media print { .apis > .card { break-inside: avoid; } }
`;
