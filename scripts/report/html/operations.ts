import type { ContractRun, RunOperation, Violation } from '../../result/contract-run.ts';
import { html, type Html } from '../../page/html.ts';
import { renderLocation } from '../../base/source-location.ts';
import { unprovenOf } from '../../result/proven.ts';
import { unexplainedOf } from '../../result/second-opinion.ts';
import { operationFigures } from '../operation-figures.ts';
import { group } from '../totals.ts';
import { createLookup, familiesOf, type Cell } from './families.ts';

/** A line for each operation: a figure for each family of properties, and below it every check. */
export function renderOperations(run: ContractRun, violations: readonly Violation[]): Html {
  const lookUp = createLookup(run, violations);
  const rows = run.operations.map((operation) => ({ operation, cells: lookUp(operation.id) }));
  const tried = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ property, says }) => (says === 'not applicable' ? [] : property.id)),
    ),
  );
  const families = familiesOf(run.properties.filter(({ id }) => tried.has(id)));
  const unproven = new Set(unprovenOf(run));
  const names = families.map(({ name }) => name);
  const opinion = opinionsOf(run);
  return html`<div class="checks" style="--families: ${names.length + (opinion ? 1 : 0)}">
    <div class="check-head" aria-hidden="true">
      <span>Operation</span>${names.map((name) => html`<span class="upright">${name}</span>`)}${
        opinion && html`<span class="upright">${TESTER}</span>`
      }
    </div>
    ${rows.map(({ operation, cells }) =>
      renderOperation(operation, cells, names, {
        isUnproven: unproven.has(operation.id),
        opinion,
      }),
    )}
  </div>`;
}

const TESTER = 'Schemathesis';

/** What an operation is told with besides its checks. */
interface Beside {
  readonly isUnproven: boolean;
  /** What another tester found, by `POST /pets`; undefined where it was not asked. */
  readonly opinion: ReadonlyMap<string, number> | undefined;
}

/** How many findings of another tester nothing explains, for each operation. */
function opinionsOf({ secondOpinion, mode }: ContractRun): ReadonlyMap<string, number> | undefined {
  if (mode === 'passive' || !secondOpinion || 'notRun' in secondOpinion) return undefined;
  const open = Map.groupBy(unexplainedOf(secondOpinion), ({ operation }) => operation);
  return new Map([...open].map(([operation, own]) => [operation, own.length]));
}

function renderOpinion(findings: number): Html {
  return findings > 0
    ? renderChip('bad', TESTER, '✗', findings, 'found')
    : renderChip('good', TESTER, '✓', 0, 'found');
}

function renderOperation(
  { id, method, path, location }: RunOperation,
  cells: readonly Cell[],
  families: readonly string[],
  { isUnproven, opinion }: Beside,
): Html {
  const { requests, milliseconds } = operationFigures(cells.flatMap(({ result }) => result ?? []));
  const route = `${method.toUpperCase()} ${path}`;
  const skipped = cells.filter(({ says }) => says === 'not applicable');
  const untouched = cells.filter(isUntouched);
  const tried = cells.filter((it) => !skipped.includes(it) && !untouched.includes(it));
  const isBroken = cells.some(({ says }) => says === 'violated');
  return html`<details
    class="check-row${isBroken && ' broken'}"
    data-group="${id} ${route}"
    data-operation="${id}"
  >
    <summary>
      <span class="check-name">${id} <span class="route">${route}</span></span>
      ${families.map((family) =>
        renderFigure(
          family,
          cells.filter(({ property }) => property.id.split('.')[0] === family),
        ),
      )}
      ${opinion && renderOpinion(opinion.get(route) ?? 0)}
    </summary>
    <p class="muted">
      <code>${renderLocation(location)}</code> ${group(requests)}
      ${requests === 1 ? 'request' : 'requests'}, ${(milliseconds / 1000).toFixed(1)}
      s${isUnproven && '; not proven: none was answered with a documented success'}
    </p>
    <table class="check-list stack">
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Outcome</th>
          <th scope="col" class="number">Requests</th>
        </tr>
      </thead>
      <tbody>
        ${tried.map(renderCheck)}
      </tbody>
    </table>
    ${untouched.length > 0 && renderUntouched(untouched)}
    ${skipped.length > 0 && renderSkipped(skipped)}
  </details>`;
}

/** Whether a run ended before it came to a check. */
function isUntouched({ says, result }: Cell): boolean {
  return says === 'not tried' && (result?.requests ?? 0) === 0 && result?.violations.length === 0;
}

/** One line for all of them: of a large description there are more than anybody reads. */
function renderUntouched(cells: readonly Cell[]): Html {
  const names = cells.map(({ property }) => property.id).join(', ');
  return html`<p class="muted" data-item>
    ${cells.length} not tried, ${cells[0]?.result?.reason ?? ''}: ${names}
  </p>`;
}

/** The worst that a family has to say about an operation. */
function renderFigure(family: string, cells: readonly Cell[]): Html {
  const count = (says: Cell['says']) => cells.filter((it) => it.says === says).length;
  const [violated, untried, held] = [count('violated'), count('not tried'), count('held')];
  const [unchecked, noted] = [count('not checked'), count('noted')];
  if (violated > 0) return renderChip('bad', family, '✗', violated, 'violated');
  if (noted > 0) return renderChip('caution', family, '!', noted, 'noted');
  if (unchecked > 0) return renderChip('caution', family, '?', unchecked, 'not checked');
  if (untried > 0) return renderChip('caution', family, '…', untried, 'not tried');
  if (held > 0) return renderChip('good', family, '✓', held, 'held');
  return html`<span class="chip none" aria-hidden="true">·</span>`;
}

function renderChip(
  tone: string,
  family: string,
  sign: string,
  figure: number,
  word: string,
): Html {
  return html`<span class="chip badge ${tone}" title="${family}: ${figure} ${word}"
    ><span class="family">${family} </span><span aria-hidden="true">${sign} </span>${figure}<span
      class="heard"
    >
      ${word},
    </span></span
  > `;
}

function renderCheck({ property, says, violations, result }: Cell): Html {
  return html`<tr data-item data-family="${property.id.split('.')[0]}">
    <th scope="row"><code>${property.id}</code> <span class="route">${property.title}</span></th>
    <td>${renderOutcome(says, violations, result)}</td>
    <td class="number" data-label="requests">${group(result?.requests ?? 0)}</td>
  </tr>`;
}

function renderOutcome(
  says: Cell['says'],
  own: readonly Violation[],
  result: Cell['result'],
): Html {
  const [first] = own;
  if (first) return html`<a class="badge bad" href="#${first.id}">${own.length} violated</a>`;
  if (says === 'noted') return html`<span class="badge caution">by a standard alone</span>`;
  const [aside] = (result?.violations ?? []).filter(({ ground }) => ground !== 'standard');
  if (aside) {
    return html`<a class="badge bad" href="#${aside.id}">came upon ${aside.property}</a>`;
  }
  if (says === 'held') return html`<span class="badge good">held</span>`;
  const isBegun = result?.outcome === 'failed' && result.requests > 0;
  return html`<span class="badge caution">${isBegun ? 'tried in part' : says}</span>
    <span class="route">${result?.reason}</span>`;
}

function renderSkipped(cells: readonly Cell[]): Html {
  return html`<details class="plain">
    <summary>${cells.length} ${cells.length === 1 ? 'does' : 'do'} not apply</summary>
    <ul class="reasons">
      ${cells.map(
        ({ property, result }) =>
          html`<li data-item>
            <code>${property.id}</code> ${result?.reason ?? 'not part of this run'}
          </li>`,
      )}
    </ul>
  </details>`;
}

export const OPERATION_STYLES = `
.check-head, .check-row > summary { display: grid; gap: 2px; align-items: center;
  grid-template-columns: minmax(200px, 1fr) repeat(var(--families), minmax(40px, 54px)); }
.check-head { padding: 0 14px 8px 32px; align-items: end; font-size: 14px; font-weight: 600; color: var(--ink-soft); }
.upright { writing-mode: vertical-rl; transform: rotate(180deg); justify-self: center; }
.checks > details { margin: 0; border-radius: 0; border-bottom-width: 0; }
.checks > details:last-of-type { border-bottom-width: 1px; border-radius: 0 0 10px 10px; }
.check-head + details { border-radius: 10px 10px 0 0; }
.check-row.broken { box-shadow: inset 3px 0 var(--bad); }
.check-row > summary { position: relative; padding: 9px 14px 9px 32px; list-style: none; }
.check-row > summary::-webkit-details-marker { display: none; }
.check-row > summary::before { content: "▸"; position: absolute; left: 14px; top: 9px; color: var(--accent); }
.check-row[open] > summary::before { content: "▾"; }
.check-row > summary:hover { background: var(--sunken); }
.check-name { min-width: 0; overflow-wrap: anywhere; }
.check-name .route { white-space: normal; }
.chip { justify-self: center; min-width: 40px; padding: 2px 0; text-align: center; font-size: 13px;
  font-variant-numeric: tabular-nums; }
.chip.none { color: var(--ink-soft); }
.heard, .family { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.check-row > .check-list { width: calc(100% - 32px); }
.check-list th .route { white-space: normal; }
.check-list tbody th { font-weight: 400; }
.plain { border: 0; background: none; margin: 16px; }
.plain > summary { padding: 0; color: var(--ink-soft); font-weight: 400; font-size: 14px; }
.plain[open] > summary { border: 0; }
.plain > .reasons { margin: 8px 0 0; padding: 0; list-style: none; font-size: 14px; color: var(--ink-soft); columns: 2 360px; column-gap: 32px; }
.reasons li { break-inside: avoid; padding: 3px 0; }
@media (max-width: 960px) {
  .check-head, .chip.none { display: none; }
  .check-row > summary { display: flex; flex-wrap: wrap; gap: 6px; }
  .check-name { flex: 0 0 100%; }
  .chip { padding: 2px 10px; }
  .family { position: static; width: auto; height: auto; clip-path: none; }
}
`;
