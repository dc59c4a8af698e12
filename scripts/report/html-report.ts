import {
  totalsOf,
  violationsOf,
  type CheckResult,
  type ContractRun,
  type RunOperation,
  type RunProperty,
  type Violation,
} from '../core/contract-run.ts';
import type { Exchange } from '../core/exchange.ts';
import { html, type Html } from '../core/html.ts';
import { renderPage } from '../core/page.ts';
import { renderLocation } from '../core/source-location.ts';
import { group } from './totals.ts';

/** The report as one HTML file: the verdict, a table of what held, and each violation with proof. */
export function renderHtmlReport(run: ContractRun): string {
  const violations = violationsOf(run.results);
  const verdict = violations.length === 0 ? 'The contract holds' : 'The contract is broken';
  const tone = violations.length === 0 ? 'good' : 'bad';
  return renderPage({
    title: `${run.title}: contract report`,
    description: `${verdict}: properties of ${run.title} at ${run.target}.`,
    styles: STYLES,
    body: html`
      <p><span class="badge ${tone}">${verdict}</span></p>
      <h1>${run.title}</h1>
      <p class="lede">
        Every property below was tried with generated requests against <code>${run.target}</code>.
      </p>
      ${renderTiles(run, violations)}
      ${
        violations.length > 0 &&
        html`<h2>Violations</h2>
          ${violations.map(renderViolation)}`
      }
      <h2>What held</h2>
      ${renderMatrix(run, violations)}
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
      ${renderSkipped(run)}
      <h2>Repeat this run</h2>
      <p>The same seed sends the same requests.</p>
      <pre><code>npx kiln test ${run.api} --target ${run.target} --seed ${run.seed} --runs ${run.runs}</code></pre>
    `,
  });
}

function renderTiles(run: ContractRun, violations: readonly Violation[]): Html {
  const { held, violated, requests } = totalsOf(run.results);
  const tiles: [string, string][] = [
    [group(run.operations.length), 'operations'],
    [group(held), 'checks held'],
    [group(violated), 'checks violated'],
    [group(violations.length), 'distinct violations'],
    [group(requests), 'requests sent'],
    [`${(run.milliseconds / 1000).toFixed(1)} s`, `seed ${run.seed}`],
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

function renderViolation(violation: Violation): Html {
  const { id, operation, property, message, proof, curl, exchange } = violation;
  return html`<article class="card violation" id="${id}">
    <h3>${operation}: ${message}</h3>
    <p><span class="badge bad">${property}</span> <span class="muted">${id}</span></p>
    <dl>
      <dt>The clause</dt>
      <dd><code>${proof.states}</code><br /><code>${renderLocation(proof.location)}</code></dd>
      <dt>What was seen</dt>
      <dd>${proof.seen}</dd>
      ${
        proof.claims.length > 0 &&
        html`<dt>Who says so</dt>
          ${proof.claims.map((claim) => html`<dd>${claim}</dd>`)}`
      }
      <dt>See it again</dt>
      <dd>
        <pre><code>${curl}</code></pre>
      </dd>
    </dl>
    <details>
      <summary>The exchange</summary>
      <pre><code>${renderExchange(exchange)}</code></pre>
    </details>
  </article>`;
}

/** Characters of a body that a reader is shown. */
const SHOWN = 4000;

function renderExchange({ request, response, failure }: Exchange): string {
  const lines = [
    `${request.method} ${request.url}`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...(request.body === undefined ? [] : ['', clip(request.body)]),
    '',
  ];
  if (!response) return [...lines, `no answer: ${failure}`].join('\n');
  const fields = response.headers.map(([name, value]) => `${name}: ${value}`);
  return [...lines, `${response.status}`, ...fields, '', clip(response.body)].join('\n');
}

function clip(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${group(text.length)} characters)` : text;
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
.count { color: var(--ink-soft); font-size: 13px; }
.violation { margin-bottom: 20px; scroll-margin-top: 16px; }
.violation dl { margin: 0; }
.violation dt { font-weight: 600; margin-top: 14px; }
.violation dd { margin: 4px 0 0; overflow-wrap: anywhere; }
.violation pre { margin-top: 6px; white-space: pre-wrap; }
.violation details { margin-top: 18px; }
`;
