import { html, type Html } from '../../page/html.ts';
import { totalsOf, type ContractRun } from '../../result/contract-run.ts';
import { filterOf, plannedOf, unprovenOf } from '../../result/proven.ts';
import { group } from '../totals.ts';

/** Why not everything was tried. */
export function renderEarlyEnd({ interrupted, results }: ContractRun): Html | false {
  if (!interrupted) return false;
  const { failed, begun } = totalsOf(results);
  const part = begun > 0 ? `, ${group(begun)} only in part` : '';
  return html`<p class="card early">
    <strong>It ended early:</strong> ${interrupted.reason}. ${group(failed - begun)} of
    ${group(results.length)} checks were not tried${part}.
  </p>`;
}

/** Of which operations nobody can say that the contract holds, and what of the whole was left out. */
export function renderGaps(run: ContractRun): Html | false {
  const unproven = unprovenOf(run);
  const filter = filterOf(run);
  if (unproven.length === 0 && filter === undefined) return false;
  return html`<div class="card early">
    ${
      filter !== undefined &&
      html`<p>
        <strong>Only a part was tried:</strong> <code>${filter}</code> selects
        ${group(run.results.length)} of ${group(run.operations.length * run.properties.length)}
        checks.
      </p>`
    }
    ${
      unproven.length > 0 &&
      html`<details>
        <summary>
          ${group(unproven.length)} of ${group(plannedOf(run).length)} operations are not proven: no
          request was answered with a documented success
        </summary>
        <p>${unproven.map((id) => html`<code>${id}</code> `)}</p>
      </details>`
    }
  </div>`;
}
