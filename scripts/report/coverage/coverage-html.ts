import type { ContractRun } from '../../result/contract-run.ts';
import {
  FACETS,
  shareOf,
  type CoverageRow,
  type Facet,
  type OperationCoverage,
  type Share,
} from '../../result/coverage.ts';
import { html, type Html } from '../../page/html.ts';
import { renderLocation } from '../../base/source-location.ts';
import { group } from '../totals.ts';
import { FACET_WORDS, isUndocumented, sharesOf } from './facets.ts';

/** What the run exercised: a meter for each facet, a line for each operation, and all rows below it. */
export function renderCoverageSection({ coverage, operations }: ContractRun): Html | false {
  const shares = sharesOf(coverage);
  if (shares.length === 0) return false;
  const facets = shares.map(([facet]) => facet);
  const routes = new Map(
    operations.map(({ id, method, path }) => [id, `${method.toUpperCase()} ${path}`]),
  );
  return html`<h2 id="coverage">What was exercised</h2>
    <p class="muted">
      Read off the wire: of each thing that the description documents, whether a request or an
      answer showed it. What was never seen was never tested.
    </p>
    <ul class="meters">
      ${shares.map(([facet, share]) => renderMeter(facet, share))}
    </ul>
    <div class="scroll" tabindex="0" role="region" aria-label="Shares by operation">
      <table class="coverage">
        <thead>
          <tr>
            <th scope="col">Operation</th>
            ${facets.map((facet) => html`<th scope="col">${FACET_WORDS[facet].name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${coverage.map(
            (it) =>
              html`<tr>
                <th scope="row"><a href="#coverage-${it.operation}">${it.operation}</a></th>
                ${facets.map((facet) => renderShare(shareOf(it.facets[facet])))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${coverage.map((it) => renderOperation(it, routes.get(it.operation) ?? ''))}`;
}

function renderMeter(facet: Facet, { seen, expected }: Share): Html {
  const { name, means } = FACET_WORDS[facet];
  const percent = Math.floor((100 * seen) / expected);
  return html`<li>
    <span class="meter-name">${name}</span>
    <span class="meter-figure">${group(seen)} of ${group(expected)}</span>
    <meter
      class="${toneOf({ seen, expected })}"
      min="0"
      max="${expected}"
      value="${seen}"
      title="${means}"
    >
      ${percent} %
    </meter>
    <span class="muted">${means}</span>
  </li>`;
}

function renderShare({ seen, expected }: Share): Html {
  if (expected === 0) return html`<td class="muted">–</td>`;
  return html`<td>
    <span class="badge ${toneOf({ seen, expected })}">${seen}/${expected}</span>
  </td>`;
}

/** Only what is whole is good. */
function toneOf({ seen, expected }: Share): string {
  return seen === expected ? 'good' : seen === 0 ? 'bad' : 'caution';
}

function renderOperation({ operation, facets }: OperationCoverage, route: string): Html {
  const rows = FACETS.flatMap((facet) => facets[facet]);
  const { seen, expected } = shareOf(rows);
  const tables = FACETS.filter((facet) => facets[facet].length > 0);
  return html`<details
    class="operation"
    data-group="${operation} ${route}"
    data-operation="${operation}"
  >
    <summary>
      ${operation} <span class="route">${route}</span>
      <span class="muted">${group(seen)} of ${group(expected)} seen</span>
    </summary>
    <div id="coverage-${operation}">
      ${tables.map((facet) => renderFacet(facet, facets[facet]))}
    </div>
  </details>`;
}

function renderFacet(facet: Facet, rows: readonly CoverageRow[]): Html {
  const { name, means } = FACET_WORDS[facet];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <caption>
        <strong>${name}</strong
        >: ${means}
      </caption>
      <tbody>
        ${rows.map(renderRow)}
      </tbody>
    </table>
  </div>`;
}

function renderRow(row: CoverageRow): Html {
  const { subject, says, location, expected, seen } = row;
  const others = Object.keys(seen).filter((state) => !expected.includes(state));
  return html`<tr data-item>
    <th scope="row">
      <code>${subject.startsWith('#') ? says : subject}</code>
      ${!subject.endsWith(says) && html`<span class="route">${subject.startsWith('#') ? subject : says}</span>`}
    </th>
    <td class="states">
      ${[...expected, ...others].map((state) => renderState(state, seen[state] ?? 0, row))}
      ${expected.length === 0 && row.documented && others.length === 0 && html`<span class="muted">not asked for</span>`}
    </td>
    <td class="line">${location && html`<code>${renderLocation(location)}</code>`}</td>
  </tr>`;
}

function renderState(state: string, count: number, row: CoverageRow): Html {
  if (isUndocumented(row)) {
    return html`<span class="badge bad">not documented, ${group(count)}×</span> `;
  }
  if (count === 0) return html`<span class="badge caution">never ${state}</span> `;
  const tone = row.expected.includes(state) ? 'good' : 'quiet';
  return html`<span class="badge ${tone}">${state} ${group(count)}×</span> `;
}

export const COVERAGE_STYLES = `
.meters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr)); gap: 14px;
  margin: 20px 0 28px; padding: 0; list-style: none; }
.meters li { display: grid; grid-template-columns: 1fr auto; gap: 4px 12px; align-items: baseline;
  align-content: start;
  padding: 14px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
.meter-name { font-weight: 600; }
.meter-figure { font-variant-numeric: tabular-nums; }
.meters meter, .meters .muted { grid-column: 1 / -1; }
.meters .muted { font-size: 13px; line-height: 1.4; }
meter { width: 100%; height: 8px; border: 0; border-radius: 999px; overflow: hidden;
  background: var(--sunken); appearance: none; }
meter::-webkit-meter-bar { height: 8px; border: 0; border-radius: 999px; background: var(--sunken); }
meter::-webkit-meter-optimum-value { background: var(--good); border-radius: 999px; }
meter.caution::-webkit-meter-optimum-value { background: var(--caution); }
meter.caution::-moz-meter-bar { background: var(--caution); }
meter.good, meter.caution, meter.bad { background: var(--sunken); }
meter::-moz-meter-bar { background: var(--good); border-radius: 999px; }
.coverage td, .coverage th { white-space: nowrap; }
.operation { margin-top: 12px; }
.operation > div { scroll-margin-top: calc(var(--stuck) + 60px); }
.operation summary .route { display: inline; margin-left: 8px; overflow-wrap: anywhere; white-space: normal; }
.operation summary .muted { float: right; font-weight: 400; font-size: 14px; }
@media (max-width: 640px) { .operation summary .muted { float: none; display: block; margin-left: 20px; } }
.operation caption { padding-top: 4px; }
.operation th { font-weight: 400; }
.operation tbody .route { white-space: normal; overflow-wrap: anywhere; }
.operation table { table-layout: fixed; min-width: 640px; }
.operation tbody th { width: 44%; overflow-wrap: anywhere; }
.states .badge { margin: 0 4px 4px 0; }
.line { width: 26%; text-align: right; overflow-wrap: anywhere; }
.line code { background: none; padding: 0; color: var(--ink-soft); }
`;
