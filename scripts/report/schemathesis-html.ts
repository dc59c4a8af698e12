import { html, type Html } from '../page/html.ts';
import type { OpinionFinding, OpinionResult } from '../result/second-opinion.ts';
import { renderExchange, renderOpinionLine } from './schemathesis-text.ts';
import { group } from './totals.ts';

/** The second opinion as a section of a report: what its checks found beside our properties. */
export function renderOpinionHtml(result: OpinionResult | undefined): Html {
  return html`<h2 id="second-opinion">A second opinion: Schemathesis</h2>
    ${body(result)}`;
}

function body(result: OpinionResult | undefined): Html {
  if (!result) {
    return html`<p class="muted">
      Not run: <code>kiln schemathesis</code> adds it to this report.
    </p>`;
  }
  if ('notRun' in result) {
    return html`<p><span class="badge caution">not run</span> ${result.notRun}</p>`;
  }
  return html`<p>${renderOpinionLine(result)}.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Checks of Schemathesis">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Exchanges it held on</th>
            <th scope="col">Failed on</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          ${result.checks.map(
            ({ id, held, failed }) =>
              html`<tr>
                <th scope="row"><code>${id}</code></th>
                <td data-label="held on">${group(held)}</td>
                <td data-label="failed on">${group(failed)}</td>
                <td>${renderVerdict(result.findings.filter(({ check }) => check === id))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${result.findings.map(renderFinding)}`;
}

function renderVerdict(findings: readonly OpinionFinding[]): Html {
  const open = findings.filter(({ explanation }) => !explanation).length;
  if (open > 0) return html`<span class="badge bad">${open} unexplained</span>`;
  if (findings.length === 0) return html`<span class="badge good">held</span>`;
  return html`<span class="badge caution">${findings.length} explained</span>`;
}

const WORDS = { permitted: 'permitted difference', 'false-alarm': 'false alarm' } as const;

function renderFinding(finding: OpinionFinding): Html {
  const { operation, title, check, code, message, count, exchange, reading, explanation } = finding;
  const badge = explanation
    ? html`<span class="badge caution">${WORDS[explanation.verdict]}</span>`
    : html`<span class="badge bad">unexplained</span>`;
  return html`<article class="card violation">
    <h3>${operation}: ${title}</h3>
    <p>${badge} <span class="muted">${check}, ${code}, ${group(count)} exchanges</span></p>
    <dl>
      <dt>Schemathesis says</dt>
      <dd>${message}</dd>
      ${
        reading !== undefined &&
        html`<dt>Our reading</dt>
          <dd>The request ${reading}</dd>`
      }
      ${
        explanation &&
        html`<dt>Why it is none</dt>
          <dd>${explanation.reason}</dd>
          ${explanation.proof.map((line) => html`<dd><code>${line}</code></dd>`)}`
      }
    </dl>
    ${
      exchange &&
      html`<details>
        <summary>The exchange</summary>
        <pre><code>${renderExchange(exchange).join('\n')}</code></pre>
      </details>`
    }
  </article>`;
}
