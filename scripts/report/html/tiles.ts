import {
  newViolationsOf,
  totalsOf,
  type ContractRun,
  type Violation,
} from '../../result/contract-run.ts';
import { html, type Html } from '../../page/html.ts';
import { counted, group } from '../totals.ts';

/** The figures of a run at a glance, and what of its requests says nothing. */
export function renderTiles(
  run: ContractRun,
  violations: readonly Violation[],
  findings: number,
): Html {
  const { held, violated, skipped, requests, dropped, disputed } = totalsOf(run.results);
  const excused = violations.length - newViolationsOf(run).length;
  const tiles: [string, string][] = [
    [
      group(findings),
      `${findings === 1 ? 'finding' : 'findings'}${violations.length > findings ? `: ${counted(violations.length, 'violation')}` : ''}${excused > 0 ? `, ${group(excused)} known` : ''}`,
    ],
    [group(held), `${held === 1 ? 'check' : 'checks'} held, ${group(violated)} violated`],
    [
      group(run.operations.length),
      `${run.operations.length === 1 ? 'operation' : 'operations'} × ${run.properties.length} properties`,
    ],
    run.traffic
      ? [group(run.traffic.exchanges), 'exchanges recorded']
      : [group(requests), 'requests sent'],
    [
      `${(run.milliseconds / 1000).toFixed(1)} s`,
      run.mode === 'active' ? `seed ${run.seed}` : 'to judge them',
    ],
  ];
  const notes = [
    ...(skipped > 0
      ? [`${group(skipped)} ${skipped === 1 ? 'check does' : 'checks do'} not apply`]
      : []),
    ...(dropped > 0
      ? [
          `${group(dropped)} ${dropped === 1 ? 'request was discarded: it' : 'requests were discarded: they'} did not exercise the property`,
        ]
      : []),
    ...(disputed > 0
      ? [
          `the two validators disagree on ${group(disputed)} ${disputed === 1 ? 'exchange, so it is not reported as a violation' : 'exchanges, so they are not reported as violations'}`,
        ]
      : []),
  ];
  return html`<div class="card figures">
    <ul class="tiles">
      ${tiles.map(([figure, label]) => html`<li><strong>${figure}</strong> ${label}</li>`)}
    </ul>
    ${notes.length > 0 && html`<p class="muted">${notes.join('; ')}.</p>`} ${renderScore(run)}
  </div>`;
}

/** How much such a run would find: what `kiln prove` measured. */
function renderScore({ faultScore }: ContractRun): Html | false {
  if (!faultScore || faultScore.faults === 0) return false;
  const { faults, found } = faultScore;
  // Rounded down: never 100 of something incomplete.
  const percent = Math.floor((1000 * found) / faults) / 10;
  return html`<p class="muted">
    These properties find ${percent} % of the ${group(faults)} faults that a mock of this API was
    given (<code>kiln prove</code>).
  </p>`;
}
