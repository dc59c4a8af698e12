import type { Violation } from '../core/contract-run.ts';
import type { Exchange } from '../core/exchange.ts';
import { html, type Html } from '../core/html.ts';
import { renderLocation } from '../core/source-location.ts';
import { renderKnown } from '../core/violation-text.ts';
import { group } from './totals.ts';

/** A violation as a card: the clause, what was seen, who says so, and how to see it again. */
export function renderViolation(violation: Violation): Html {
  const { id, operation, property, message, proof, curl, exchange, known, recorded, replay } =
    violation;
  return html`<article class="card violation" id="${id}">
    <h3>${operation}: ${message}</h3>
    <p>
      <span class="badge ${known?.state === 'known' ? 'caution' : 'bad'}">${property}</span>
      ${known && html`<span class="badge quiet">${known.state}</span>`}
      <span class="muted">${id}</span>
    </p>
    <dl>
      <dt>The clause</dt>
      <dd><code>${proof.states}</code><br /><code>${renderLocation(proof.location)}</code></dd>
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
        <pre><code>${curl}${replay !== undefined && `\n${replay}`}</code></pre>
      </dd>
    </dl>
    <details>
      <summary>The exchange</summary>
      <pre><code>${renderExchange(exchange)}</code></pre>
    </details>
  </article>`;
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
.violation { margin-bottom: 20px; scroll-margin-top: 16px; }
.violation dl { margin: 0; }
.violation dt { font-weight: 600; margin-top: 14px; }
.violation dd { margin: 4px 0 0; overflow-wrap: anywhere; }
.violation pre { margin-top: 6px; white-space: pre-wrap; }
.violation details { margin-top: 18px; }
`;
