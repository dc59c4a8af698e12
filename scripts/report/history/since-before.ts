import type { ContractRun } from '../../result/contract-run.ts';
import type { KeptFinding } from '../../result/kept-run.ts';
import { html, type Html } from '../../page/html.ts';
import { timeOf } from './kept-run.ts';

/** What has changed since the run before: what is gone, and what was not tried again. */
export function renderSinceBefore({ before, target }: ContractRun): Html | false {
  if (!before) return false;
  const { fresh, remaining, gone, untried, id } = before;
  if (fresh.length + remaining.length + gone.length + untried.length === 0) return false;
  return html`<section>
    <h2 id="since">Since the run before</h2>
    <p>
      ${fresh.length} new, ${gone.length} gone, ${remaining.length} still there, compared with the
      run of <time datetime="${before.started}">${timeOf(before.started)}</time>
      (<code>runs/${id}</code>)${before.target !== target && html` at <code>${before.target}</code>`}.
    </p>
    ${
      gone.length > 0 &&
      html`<h3>Gone</h3>
        ${renderList(gone)}`
    }
    ${
      untried.length > 0 &&
      html`<h3>Not tried again</h3>
        ${renderList(untried)}`
    }
  </section>`;
}

function renderList(findings: readonly KeptFinding[]): Html {
  return html`<ul class="notes">
    ${findings.map(
      ({ operation, property, title }) =>
        html`<li>
          <strong>${operation}</strong> ${title} <span class="route"><code>${property}</code></span>
        </li>`,
    )}
  </ul>`;
}
