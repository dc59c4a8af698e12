import { createHash } from 'node:crypto';
import type { Violation } from '../../result/contract-run.ts';
import { SEVERITIES } from '../../result/severities.ts';
import { html, type Html } from '../../page/html.ts';
import { FILTER_SCRIPT_TEXT } from './filter-script.ts';
import { statusOf } from './finding.ts';

/** Fields that leave only what matches on the page, and in its address. Without a script they stay hidden. */
export function renderFilters(
  operations: readonly string[],
  violations: readonly Violation[],
): Html {
  const of = (value: (violation: Violation) => string) =>
    [...new Set(violations.map(value))].toSorted();
  const selects: readonly (readonly [string, string, readonly string[]])[] = [
    ['operation', 'Operation', operations],
    ['family', 'Family', of(({ property }) => property.split('.')[0] ?? property)],
    ['status', 'Status', of(statusOf)],
    ['ground', 'Ground', of(({ ground }) => ground)],
    ['severity', 'Severity', violations.length > 0 ? SEVERITIES : []],
  ];
  return html`<form id="find" class="find" role="search" aria-label="Filter this report" hidden>
    <label class="words"
      ><span>Find</span>
      <input
        id="words"
        name="text"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder="words of a finding"
      />
    </label>
    ${selects.map(
      ([name, label, values]) =>
        values.length > 0 &&
        html`<label
          ><span>${label}</span>
          <select name="${name}">
            <option value="">all</option>
            ${values.map((it) => html`<option>${it}</option>`)}
          </select>
        </label>`,
    )}
    <span class="outcome"
      ><button type="reset" class="copy" hidden>Show all</button>
      <span id="found" role="status" class="muted"></span
    ></span>
  </form>`;
}

/** The script with the policy that admits exactly its text, and nothing from elsewhere. */
export const FILTER_SCRIPT = {
  text: FILTER_SCRIPT_TEXT,
  policy: [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(FILTER_SCRIPT_TEXT).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
} as const;

export const FILTER_STYLES = `
:root { --stuck: 96px; }
.find { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: end;
  margin: 20px 0 0; padding: 10px 0; background: var(--ground); }
.find label { display: grid; gap: 2px; font-size: 13px; font-weight: 600; color: var(--ink-soft); }
.find .words { flex: 1 1 240px; }
.find input, .find select { min-width: 0; max-width: 100%; padding: 8px 10px; border: 1px solid var(--ink-soft);
  border-radius: 9px; background: var(--surface); color: var(--ink); font: 15px/1.4 var(--sans); }
.find select { width: 128px; }
.find input::placeholder { color: var(--ink-soft); opacity: 1; }
.outcome { display: inline-flex; gap: 10px; align-items: center; min-height: 39px; font-size: 14px; }
.outcome:not(:has(:not([hidden], :empty))) { display: none; }
@media (max-width: 800px) { .find { position: static; } :root { --stuck: 12px; } .find label { flex: 1 1 40%; }
  .find select { width: 100%; } .find .words { flex-basis: 100%; } }
`;
