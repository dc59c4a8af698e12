import type { CheckResult, ContractRun } from '../../result/contract-run.ts';
import { html, type Html } from '../../page/html.ts';
import { counted, group } from '../totals.ts';
import { nameOperations } from '../unproven-text.ts';

/** Checks that were not tried, or only in part, for one reason. */
interface Untried {
  readonly reason: string;
  readonly checks: readonly CheckResult[];
  readonly operations: readonly string[];
  readonly properties: readonly string[];
}

/** What of a run says nothing about the server, each reason once, that with most checks first. */
export function reasonsNotTried(results: readonly CheckResult[]): Untried[] {
  const untried = results.filter(({ outcome }) => outcome !== 'held' && outcome !== 'violated');
  return [...Map.groupBy(untried, ({ reason = '' }) => reason)]
    .map(([reason, checks]) => ({
      reason,
      checks,
      operations: [...new Set(checks.map(({ operation }) => operation))],
      properties: [...new Set(checks.map(({ property }) => property))],
    }))
    .toSorted((one, other) => other.checks.length - one.checks.length);
}

/** What was not tried, and why. */
export function renderUntried({ results }: ContractRun): Html | false {
  const reasons = reasonsNotTried(results);
  if (reasons.length === 0) return false;
  const checks = reasons.reduce((sum, it) => sum + it.checks.length, 0);
  return html`<section>
    <h2 id="untried">What was not tried, and why</h2>
    <p class="muted">
      ${counted(checks, 'check')} of ${group(results.length)} say nothing about the server.
    </p>
    <details class="reasons-of">
      <summary>${counted(reasons.length, 'reason')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="What was not tried">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Properties</th>
              <th scope="col">Operations</th>
              <th scope="col" class="number">Checks</th>
            </tr>
          </thead>
          <tbody>
            ${reasons.map(
              (it) =>
                html`<tr>
                  <th scope="row">${it.reason}</th>
                  <td>${it.properties.map((id) => html`<code>${id}</code> `)}</td>
                  <td>${nameOperations(it.operations)}</td>
                  <td class="number" data-label="checks">${group(it.checks.length)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}
