import type { Cause } from '../../result/causes.ts';
import type { RunProperty, Violation } from '../../result/contract-run.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { html, type Html } from '../../page/html.ts';
import { renderLocation } from '../../base/source-location.ts';
import { renderKnown } from '../../result/violation-text.ts';
import { counted, group } from '../totals.ts';

/** Findings that are shown at once; of more than these a reader first wants the list. */
const UNFOLDED = 3;

/** Findings by the property they are of, new ones first, each with what proves it and where it shows besides. */
export function renderViolations(
  causes: readonly Cause[],
  properties: readonly RunProperty[],
): Html {
  const titles = new Map(properties.map(({ id, title }) => [id, title]));
  const sorted = causes.toSorted((left, right) => weightOf(left) - weightOf(right));
  const groups = [...Map.groupBy(sorted, ({ first }) => first.property)];
  const isShort = causes.length <= UNFOLDED;
  return html`<h2 id="violations">Findings</h2>
    ${groups.map(
      ([property, own]) =>
        html`<section data-group="${property} ${titles.get(property)}">
          <h3 class="broken-property">
            <code>${property}</code> ${titles.get(property)}
            <span class="muted">${own.length} ${own.length === 1 ? 'finding' : 'findings'}</span>
          </h3>
          ${own.map((cause) => renderViolation(cause.first, isShort, cause))}
        </section>`,
    )}`;
}

function weightOf({ violations }: Cause): number {
  return violations.every(({ known }) => known?.state === 'known') ? 1 : 0;
}

/** The clause, what was seen, who says so, and how to see it again. */
function renderViolation(violation: Violation, isOpen: boolean, cause?: Cause): Html {
  const { id, operation, message, proof, curl, exchange, known, recorded, replay } = violation;
  return html`<details
    class="violation${known?.state !== 'known' && ' broken'}"
    data-item
    ${isOpen && 'open'}
  >
    <summary>
      <span>
        <strong>${operation}</strong> ${message}
        ${cause && cause.violations.length > 1 && renderExtent(cause)}
      </span>
      ${known && html`<span class="badge ${known.state === 'known' ? 'quiet' : 'caution'}">${known.state}</span>`}
    </summary>
    <div id="${id}" class="proof">
      <dl>
        <dt>The clause</dt>
        <dd>
          <code>${proof.states}</code> <code class="place">${renderLocation(proof.location)}</code>
        </dd>
        <dt>What was seen</dt>
        <dd>${proof.seen}</dd>
        ${
          proof.claims.length > 0 &&
          html`<dt>Who says so</dt>
            ${proof.claims.map((claim) => html`<dd>${claim}</dd>`)}`
        }
        ${
          known &&
          html`<dt>The baseline says</dt>
            <dd>${renderKnown(known)}</dd>`
        }
        ${
          recorded &&
          html`<dt>Where it was recorded</dt>
            <dd><code>${renderLocation(recorded)}</code></dd>`
        }
        <dt>See it again</dt>
        <dd>
          <pre
            tabindex="0"
            role="region"
            aria-label="Commands that show it again"
          ><code>${curl}${replay !== undefined && `\n${replay}`}</code></pre>
        </dd>
        <dt>Its id</dt>
        <dd><code>${id}</code></dd>
      </dl>
      <details>
        <summary>The exchange</summary>
        <pre
          tabindex="0"
          role="region"
          aria-label="The exchange"
        ><code>${renderExchange(exchange)}</code></pre>
      </details>
      ${cause && cause.violations.length > 1 && renderOthers(cause)}
    </div>
  </details>`;
}

/** `one cause, 5 violations in 3 operations` */
function renderExtent({ violations, operations }: Cause): Html {
  return html`<span class="route">
    one cause: ${group(violations.length)} violations in ${counted(operations.length, 'operation')}
  </span>`;
}

/** The other violations of a finding, each folded. */
function renderOthers({ violations }: Cause): Html {
  const others = violations.slice(1);
  return html`<p class="others">With the same cause, ${group(others.length)} more:</p>
    ${others.map((it) => renderViolation(it, false))}`;
}

/** Characters of a body that a reader is shown. */
const SHOWN = 4000;

function renderExchange({ request, response, failure }: Exchange): string {
  const lines = [
    `${request.method} ${request.url}`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...(request.body === undefined ? [] : ['', clip(request.body)]),
    '',
  ];
  if (!response) return [...lines, `no answer: ${failure}`].join('\n');
  const fields = response.headers.map(([name, value]) => `${name}: ${value}`);
  return [...lines, `${response.status}`, ...fields, '', clip(response.body)].join('\n');
}

function clip(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${group(text.length)} characters)` : text;
}

export const VIOLATION_STYLES = `
.broken-property { margin-top: 28px; font-weight: 600; }
.broken-property .muted { font-weight: 400; font-size: 14px; margin-left: 6px; }
details.violation { margin: 0; border-radius: 0; }
details.violation + details.violation { margin-top: -1px; }
details.violation:first-of-type { border-radius: 10px 10px 0 0; }
details.violation:last-of-type { border-radius: 0 0 10px 10px; }
details.violation:first-of-type:last-of-type { border-radius: 10px; }
.violation.broken { box-shadow: inset 3px 0 var(--bad); }
.violation > summary { font-weight: 400; overflow-wrap: anywhere; }
.violation > summary .badge { margin-left: 8px; }
.violation > .proof { margin: 4px 18px 18px; scroll-margin-top: 72px; }
.card.violation { margin: 16px 0; }
.violation dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 10px 20px; margin: 16px 0; }
.violation dt { grid-column: 1; color: var(--ink-soft); font-size: 14px; line-height: 1.8; }
.violation dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
.violation dd .place { background: none; color: var(--ink-soft); }
.violation pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.violation details { margin: 0; }
.violation .others { margin: 18px 0 6px; color: var(--ink-soft); font-size: 14px; }
.violation .others + details.violation { border-radius: 10px 10px 0 0; }
.violation .others + details.violation:last-of-type { border-radius: 10px; }
.violation details > pre { margin: 0; border: 0; border-radius: 0 0 10px 10px; }
@media (max-width: 640px) { .violation dl { display: block; } .violation dt { margin-top: 12px; } }
`;
