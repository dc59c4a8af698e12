import { notesOf, violationsOf, type ContractRun } from '../result/contract-run.ts';
import { filterOf } from '../result/proven.ts';
import { causesOf } from '../result/causes.ts';
import { html, type Html } from '../page/html.ts';
import { renderPage } from '../page/page.ts';
import { renderLocation } from '../base/source-location.ts';
import { COVERAGE_STYLES, renderCoverageSection } from './coverage/coverage-html.ts';
import { renderTiles } from './html/tiles.ts';
import { FILTER_SCRIPT, FILTER_STYLES, renderFilters } from './html/filters.ts';
import { renderSinceBefore } from './history/since-before.ts';
import { FINDING_STYLES } from './html/finding-styles.ts';
import { renderFindingList } from './html/findings.ts';
import { renderEarlyEnd, renderGaps } from './html/gaps.ts';
import { OPERATION_STYLES, renderOperations } from './html/operations.ts';
import { PROPERTY_STYLES, renderDisputes, renderProperties } from './html/properties.ts';
import { renderTraffic } from './html/traffic.ts';
import { renderNotes, renderUndetermined } from './html/notes.ts';
import { LATENCY_STYLES, renderLatency } from './html/latency.ts';
import { renderUntried, reasonsNotTried } from './html/untried.ts';
import { renderOpinionHtml } from './schemathesis-html.ts';
import { group, renderFindingCounts } from './totals.ts';
import { nameOperations } from './unproven-text.ts';
import { verdictOf } from './verdict.ts';

/** The report as one HTML file: the verdict, each violation with its proof, and what held. */
export function renderHtmlReport(run: ContractRun): string {
  const notes = notesOf(run);
  const violations = violationsOf(run.results).filter((it) => !notes.includes(it));
  const causes = causesOf(violationsOf(run.results), violations);
  const { text: verdict, tone } = verdictOf(run);
  const disputes = renderDisputes(run);
  return renderPage({
    title: `${run.title}: contract report`,
    description: `${verdict}: properties of ${run.title} at ${run.target}.`,
    styles:
      STYLES +
      FINDING_STYLES +
      OPERATION_STYLES +
      PROPERTY_STYLES +
      COVERAGE_STYLES +
      LATENCY_STYLES +
      FILTER_STYLES,
    script: FILTER_SCRIPT,
    body: html`
      <p class="verdict ${tone}">
        ${verdict}${causes.length > 0 && `: ${renderFindingCounts(run)}`}
      </p>
      <h1>${run.title}</h1>
      <p class="lede">
        ${
          run.mode === 'active'
            ? `${renderReach(run)} tried with generated requests against `
            : 'Every property was judged on the traffic recorded in '
        }<code>${run.target}</code>, <time datetime="${run.started}">${dateOf(run)}</time>.
      </p>
      ${renderEarlyEnd(run)} ${renderGaps(run)} ${renderLeftAside(run)}
      ${renderTiles(run, violations, causes.length)}
      ${renderContents(run, causes.length, disputes !== false)}
      ${renderFilters(
        run.operations.map(({ id }) => id),
        [...violations, ...notes],
      )}
      ${causes.length > 0 && renderFindingList(causes, { claims: run.claims, since: sinceBefore(run) })}
      ${renderSinceBefore(run)} ${renderNotes(notes)} ${renderBaseline(run)} ${disputes}
      ${renderUndetermined(run.results)}
      <h2 id="held">Operations and families</h2>
      <p class="muted">
        A figure for each family of properties: how many were violated, not tried, or held. Open an
        operation to see each.
      </p>
      ${renderOperations(run, violations)} ${renderUnproven(run)} ${renderTraffic(run)}
      ${renderUntried(run)} ${renderCoverageSection(run)} ${renderLatency(run.latencies)}
      ${run.mode === 'active' && renderOpinionHtml(run.secondOpinion)}
      ${renderProperties(run, violations)} ${renderRepeat(run)}
    `,
  });
}

/** How each finding stands beside the run before. */
function sinceBefore({ before }: ContractRun) {
  if (!before) return undefined;
  const told = [
    ...before.fresh.map((id) => [id, 'new'] as const),
    ...before.remaining.map((id) => [id, 'still there'] as const),
  ];
  return new Map(told);
}

/** `22 of 26 operations were`: those that a request was sent for. */
function renderReach({ operations, results }: ContractRun): string {
  const reached = new Set(results.flatMap((it) => (it.requests > 0 ? it.operation : []))).size;
  const all = operations.length;
  return `${group(reached)} of ${group(all)} ${all === 1 ? 'operation was' : 'operations were'}`;
}

/** `2026-01-02 03:04 UTC` */
function dateOf({ started }: ContractRun): string {
  return `${started.slice(0, 10)} ${started.slice(11, 16)} UTC`;
}

/** What of the description was not tested, since it cannot be used. */
function renderLeftAside({ leftAside = [] }: ContractRun): Html | false {
  if (leftAside.length === 0) return false;
  return html`<details class="card early">
    <summary>${group(leftAside.length)} left aside: it cannot be used as it is written</summary>
    <ul>
      ${leftAside.map(
        ({ what, name, at, why }) =>
          html`<li><code>${renderLocation(at)}</code> ${what} ${name}: ${why}</li>`,
      )}
    </ul>
  </details>`;
}

function renderContents(run: ContractRun, findings: number, isDisputed: boolean): Html {
  const links: readonly (readonly [string, string, boolean])[] = [
    ['violations', `Findings (${findings})`, findings > 0],
    ['disputes', 'Not judged', isDisputed],
    ['since', 'Since the run before', renderSinceBefore(run) !== false],
    ['held', 'Operations and families', true],
    ['untried', 'Not tried', reasonsNotTried(run.results).length > 0],
    ['coverage', 'What was exercised', run.coverage.length > 0],
    ['latency', 'Times', Object.keys(run.latencies ?? {}).length > 0],
    ['second-opinion', 'Second opinion', run.mode === 'active'],
    ['properties', 'Properties', true],
    ['repeat', 'Repeat it', true],
  ];
  return html`<nav class="contents" aria-label="On this page">
    ${links.map(([id, text, isThere]) => isThere && html`<a href="#${id}">${text}</a> `)}
  </nav>`;
}

function renderRepeat(run: ContractRun): Html {
  const { api, description = api, mode, target, seed, runs } = run;
  const filter = filterOf(run);
  if (mode === 'passive') {
    return html`<h2 id="repeat">Repeat this run</h2>
      <pre
        tabindex="0"
        role="region"
        aria-label="Command"
      ><code>npx kiln check ${target} --api ${api}</code></pre>`;
  }
  return html`<h2 id="repeat">Repeat this run</h2>
    <p>
      The same seed sends the same requests. Add what this run was given of
      <code>--server</code>, <code>--credentials</code>, <code>--header</code> and
      <code>--allow-writes</code>.
    </p>
    <pre
      tabindex="0"
      role="region"
      aria-label="Command"
    ><code>npx kiln test ${description} --target ${target} --seed ${seed} --runs ${runs}${filter === undefined ? '' : ` ${filter}`}</code></pre>`;
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

/** What a recording does not prove, and why. */
function renderUnproven({ traffic }: ContractRun): Html | false {
  if (!traffic || traffic.unproven.length === 0) return false;
  return html`<h2 id="unproven">What this recording does not prove</h2>
    <div class="scroll">
      <table>
        <tbody>
          ${traffic.unproven.map(
            ({ property, reason, operations }) =>
              html`<tr>
                <th scope="row"><code>${property || 'everything'}</code></th>
                <td>${reason}</td>
                <td class="muted">${nameOperations(operations)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

const STYLES = `
.figures { margin-top: 24px; padding: 20px 28px; }
.figures .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 16px 24px; }
time { white-space: nowrap; }
.figures .muted { margin: 16px 0 0; font-size: 14px; }
.early > details { margin: 0; border: 0; background: none; }
.early > details > summary { padding: 0; border: 0; }
.early { padding: 16px 28px; color: var(--caution); background: var(--caution-soft); }
.contents { display: flex; flex-wrap: wrap; gap: 6px 20px; margin-top: 20px; font-size: 15px; }
h2, h3 { scroll-margin-top: var(--stuck); }
.verdict { display: inline-block; margin: 0 0 14px; padding: 8px 18px; border-radius: 10px; font-size: 18px; font-weight: 700; }
.route { display: block; font: 400 13px/1.5 var(--mono); color: var(--ink-soft); }
th .route { font-family: var(--sans); }
@media (max-width: 640px) {
  .stack { min-width: 0; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { display: flex; flex-wrap: wrap; gap: 4px 14px; padding: 10px 0; border-bottom: 1px solid var(--line); }
  .stack th, .stack td { padding: 0; border: 0; width: auto; }
  .stack tbody th { flex: 0 0 100%; }
  .stack td[data-label]::before { content: attr(data-label) " "; color: var(--ink-soft); font-size: 13px; }
}
[hidden] { display: none !important; }
@media print {
  .find, .contents, .check-row, .operation, .reasons-of { display: none; }
  main { max-width: none; padding: 0; }
  body { font-size: 12px; }
}
`;
