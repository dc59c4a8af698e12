import type { CheckResult, Violation } from '../../result/contract-run.ts';
import { groupNotes } from '../../result/notes.ts';
import { undecidedOf } from '../../result/undetermined.ts';
import { html, type Html } from '../../page/html.ts';
import { group } from '../totals.ts';
import { statusOf } from './finding.ts';

/** What the server does against a standard that the description does not repeat, once for all operations. */
export function renderNotes(notes: readonly Violation[]): Html | false {
  if (notes.length === 0) return false;
  return html`<section data-group="">
    <h2 id="notes">By the standards</h2>
    <p class="muted">
      The description does not say these things, so they do not decide whether the contract holds;
      <code>--strict</code> counts them.
    </p>
    <ul class="notes">
      ${groupNotes(notes).map(
        ({ property, message, operations, first }) =>
          html`<li
            data-item
            data-operation="${operations.join('\n')}"
            data-family="${property.split('.')[0]}"
            data-status="${statusOf(first)}"
            data-ground="${first.ground}"
            data-severity="minor"
          >
            <strong>${message}</strong> ${first.proof.seen}
            <span class="route">
              <code>${property}</code> ${first.proof.states}; ${group(operations.length)}
              ${operations.length === 1 ? 'operation' : 'operations'}: ${operations.join(', ')}
            </span>
            <span class="route"><code>${first.curl}</code></span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What nobody can tell right from wrong, once for each reason. */
export function renderUndetermined(results: readonly CheckResult[]): Html | false {
  const undecided = undecidedOf(results);
  if (undecided.length === 0) return false;
  return html`<section data-group="">
    <h2 id="undetermined">Undetermined</h2>
    <p class="muted">
      Neither the description nor a standard says whether these answers are right, so nobody is
      blamed.
    </p>
    <ul class="notes">
      ${undecided.map(
        ({ property, reason, operations, exchanges }) =>
          html`<li data-item>
            ${reason}
            <span class="route">
              <code>${property}</code> ${group(exchanges)}
              ${exchanges === 1 ? 'exchange' : 'exchanges'}: ${operations.join(', ')}
            </span>
          </li>`,
      )}
    </ul>
  </section>`;
}
