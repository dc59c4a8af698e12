import {
  totalsOf,
  type ContractRun,
  type RunProperty,
  type Violation,
} from '../../result/contract-run.ts';
import { disputesOf } from '../../result/dispute.ts';
import { html, type Html } from '../../page/html.ts';
import { renderLocation } from '../../base/source-location.ts';
import { group } from '../totals.ts';

/** Each property with its figures, and why those that were tried nowhere were not. */
export function renderProperties(run: ContractRun, violations: readonly Violation[]): Html {
  return html`<h2 id="properties">The properties</h2>
    <details class="reasons-of" data-group="">
      <summary>
        ${`${run.properties.length} ${run.properties.length === 1 ? 'property' : 'properties'}`}
      </summary>
      <div class="scroll" tabindex="0" role="region" aria-label="The properties and their figures">
        <table class="properties stack">
          <thead>
            <tr>
              <th scope="col">Property</th>
              <th scope="col" class="number">Held</th>
              <th scope="col" class="number">Violations</th>
              <th scope="col" class="number">Not applicable</th>
              <th scope="col" class="number">Requests</th>
              <th scope="col" class="number">Discarded</th>
            </tr>
          </thead>
          <tbody>
            ${run.properties.map((property) => renderProperty(run, property, violations))}
          </tbody>
        </table>
      </div>
    </details>`;
}

function renderProperty(
  { results }: ContractRun,
  { id, title }: RunProperty,
  violations: readonly Violation[],
): Html {
  const own = results.filter(({ property }) => property === id);
  const { held, skipped, violated, noted, failed, unchecked, requests, dropped } = totalsOf(own);
  const found = violations.filter(({ property }) => property === id).length;
  const isNowhere = held + violated + noted + failed + unchecked === 0;
  const reasons = isNowhere ? [...new Set(own.flatMap(({ reason }) => reason ?? []))] : [];
  return html`<tr data-item>
    <th scope="row">
      <code>${id}</code> <span class="route">${title}</span>
      ${reasons.map((reason) => html`<span class="route"><em>nowhere: ${reason}</em></span>`)}
    </th>
    <td class="number" data-label="held">${figure(held)}</td>
    <td class="number" data-label="violations">
      ${found > 0 ? html`<span class="badge bad">${found}</span>` : figure(0)}
    </td>
    <td class="number" data-label="not applicable">${figure(skipped)}</td>
    <td class="number" data-label="requests">${figure(requests)}</td>
    <td class="number" data-label="discarded">${figure(dropped)}</td>
  </tr>`;
}

function figure(count: number): Html {
  return count === 0 ? html`<span class="muted">–</span>` : html`${group(count)}`;
}

/** What the two validators disagree on: exchanges that nobody is blamed for. */
export function renderDisputes({ results }: ContractRun): Html | false {
  const disputes = disputesOf(results);
  if (disputes.length === 0) return false;
  return html`<section data-group="">
    <h2 id="disputes">Not judged</h2>
    <p class="muted">
      Two validators read these clauses differently, so the server is not blamed for them. Either
      the schema is ambiguous, or one of the validators is wrong.
    </p>
    <ul class="notes">
      ${disputes.map(
        ({ operation, property, message, location, clause, exchanges }) =>
          html`<li data-item>
            <strong>${operation}</strong> ${message}
            <span class="route">
              <code>${property}</code> <code>${renderLocation(location)}</code>
              <code>${clause}</code> ${group(exchanges)}
              ${exchanges === 1 ? 'exchange' : 'exchanges'}
            </span>
          </li>`,
      )}
    </ul>
  </section>`;
}

export const PROPERTY_STYLES = `
@media (min-width: 641px) { .properties { min-width: 720px; } }
.properties thead th { white-space: normal; vertical-align: bottom; }
.properties tbody th { font-weight: 400; width: 56%; }
.properties .route { white-space: normal; }
.notes { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 10px;
  background: var(--surface); }
.notes li { padding: 12px 16px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.notes li:last-child { border-bottom: 0; }
.notes .route { white-space: normal; margin-top: 4px; }
`;
