import {
  totalsOf,
  violationsOf,
  type CheckResult,
  type ContractRun,
  type RunOperation,
  type RunProperty,
  type Violation,
} from '../core/contract-run.ts';
import { html, type Html } from '../core/html.ts';
import { renderPage } from '../core/page.ts';
import { renderLocation } from '../core/source-location.ts';
import { COVERAGE_STYLES, renderCoverageSection } from './coverage/coverage-html.ts';
import { renderOpinionHtml } from './schemathesis-html.ts';
import { group } from './totals.ts';
import { verdictOf } from './verdict.ts';
import { renderViolation, VIOLATION_STYLES } from './violation-html.ts';

/** The report as one HTML file: the verdict, a table of what held, and each violation with proof. */
export function renderHtmlReport(run: ContractRun): string {
  const violations = violationsOf(run.results);
  const { text: verdict, tone } = verdictOf(run);
  return renderPage({
    title: `${run.title}: contract report`,
    description: `${verdict}: properties of ${run.title} at ${run.target}.`,
    styles: STYLES + VIOLATION_STYLES + COVERAGE_STYLES,
    body: html`
      <p><span class="badge ${tone}">${verdict}</span></p>
      <h1>${run.title}</h1>
      <p class="lede">
        ${
          run.mode === 'active'
            ? 'Every property below was tried with generated requests against '
            : 'Every property below was judged on the traffic recorded in '
        }<code>${run.target}</code>.
      </p>
      ${renderTiles(run, violations)}
      ${
        violations.length > 0 &&
        html`<h2>Violations</h2>
          ${violations.map(renderViolation)}`
      }
      ${renderBaseline(run)}
      <h2>What held</h2>
      ${renderMatrix(run, violations)} ${renderTraffic(run)} ${renderCoverageSection(run)}
      ${run.mode === 'active' && renderOpinionHtml(run.secondOpinion)}
      <h2>The properties</h2>
      <div class="scroll">
        <table>
          <tbody>
            ${run.properties.map(
              ({ id, title }) =>
                html`<tr>
                  <th scope="row"><code>${id}</code></th>
                  <td>${title}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${renderSkipped(run)} ${renderRepeat(run)}
    `,
  });
}

function renderRepeat(run: ContractRun): Html {
  const { api, mode, target, seed, runs } = run;
  if (mode === 'passive') {
    return html`<h2>Repeat this run</h2>
      <pre><code>npx kiln check ${target} --api ${api}</code></pre>`;
  }
  return html`<h2>Repeat this run</h2>
    <p>The same seed sends the same requests.</p>
    <pre><code>npx kiln test ${api} --target ${target} --seed ${seed} --runs ${runs}</code></pre>`;
}

/** What the baseline excuses, and what of it can go. */
function renderBaseline({ baseline }: ContractRun): Html | false {
  if (!baseline) return false;
  const { file, known, expired, fixed } = baseline;
  return html`<h2>The baseline</h2>
    <p>
      <code>${file}</code> excuses ${known} of the violations. ${expired} more are no longer
      excused.
      ${fixed.length > 0 && 'What these entries excuse no longer occurs; they can be removed:'}
    </p>
    ${
      fixed.length > 0 &&
      html`<ul>
        ${fixed.map(
          ({ id, operation, property, location }) =>
            html`<li>
              ${operation}, ${property} <span class="muted">${id}</span>
              <code>${renderLocation(location)}</code>
            </li>`,
        )}
      </ul>`
    }`;
}

/** What of a recording belongs to no operation. */
function renderTraffic({ traffic }: ContractRun): Html | false {
  if (!traffic || traffic.unmatched.length === 0) return false;
  return html`<h2>Of no operation</h2>
    <div class="scroll">
      <table>
        <tbody>
          ${traffic.unmatched.map(
            ({ method, url, why, count }) =>
              html`<tr>
                <th scope="row"><code>${method} ${url}</code></th>
                <td>the ${why} is not documented</td>
                <td class="number">${group(count)}×</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function renderTiles(run: ContractRun, violations: readonly Violation[]): Html {
  const { held, violated, requests } = totalsOf(run.results);
  const tiles: [string, string][] = [
    [group(run.operations.length), 'operations'],
    [group(held), 'checks held'],
    [group(violated), 'checks violated'],
    [group(violations.length), 'distinct violations'],
    run.traffic
      ? [group(run.traffic.exchanges), 'exchanges recorded']
      : [group(requests), 'requests sent'],
    [
      `${(run.milliseconds / 1000).toFixed(1)} s`,
      run.mode === 'active' ? `seed ${run.seed}` : 'to judge them',
    ],
  ];
  return html`<div class="card figures">
    <ul class="tiles">
      ${tiles.map(([figure, label]) => html`<li><strong>${figure}</strong> ${label}</li>`)}
    </ul>
  </div>`;
}

function renderMatrix(run: ContractRun, violations: readonly Violation[]): Html {
  return html`<div class="scroll">
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">Operation</th>
          ${run.properties.map(({ id }) => html`<th scope="col">${id}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${run.operations.map((operation) => {
          const cells = run.properties.map((property) =>
            renderCell(run, operation, property, violations),
          );
          return html`<tr>
            <th scope="row">
              ${operation.id}
              <span class="route">${operation.method.toUpperCase()} ${operation.path}</span>
            </th>
            ${cells}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function renderCell(
  run: ContractRun,
  operation: RunOperation,
  property: RunProperty,
  violations: readonly Violation[],
): Html {
  const own = violations.filter(
    (it) => it.operation === operation.id && it.property === property.id,
  );
  const [first] = own;
  if (first) {
    return html`<td><a class="badge bad" href="#${first.id}">${own.length} violated</a></td>`;
  }
  const result = run.results.find(
    (it) => it.operation === operation.id && it.property === property.id,
  );
  if (result?.outcome === 'failed')
    return html`<td><span class="badge caution">not tried</span></td>`;
  if (result?.outcome !== 'held') return html`<td class="muted">does not apply</td>`;
  return html`<td>
    <span class="badge good">held</span> <span class="count">${group(result.requests)}×</span>
  </td>`;
}

function renderSkipped({ results }: ContractRun): Html | false {
  const reasons = Map.groupBy(
    results.filter(({ outcome }) => outcome === 'skipped'),
    ({ property, reason }: CheckResult) => `${property}: ${reason ?? ''}`,
  );
  if (reasons.size === 0) return false;
  return html`<h2>What does not apply</h2>
    <ul>
      ${[...reasons].map(
        ([reason, skipped]) =>
          html`<li>
            ${reason} <span class="muted">(${skipped.map((it) => it.operation).join(', ')})</span>
          </li>`,
      )}
    </ul>`;
}

const STYLES = `
.figures { margin-top: 24px; padding: 20px 28px; }
.route { display: block; font: 400 13px var(--mono); color: var(--ink-soft); white-space: nowrap; }
.matrix td, .matrix th { white-space: nowrap; }
.matrix tbody th, .matrix thead th:first-child { position: sticky; left: 0; background: var(--ground); }
.count { color: var(--ink-soft); font-size: 13px; }
`;
