import type { Cause } from '../../result/causes.ts';
import { claimIdOf } from '../../result/claim-text.ts';
import type { CitedClaim, Violation } from '../../result/contract-run.ts';
import { fieldOfViolation, findingTitle } from '../../result/finding-title.ts';
import { premiseLines } from '../../result/premise.ts';
import type { Severity } from '../../result/severities.ts';
import { severityOf } from '../../result/severity.ts';
import { renderKnown } from '../../result/violation-text.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { renderLocation } from '../../base/source-location.ts';
import { html, type Html } from '../../page/html.ts';
import { counted, group } from '../totals.ts';
import { renderIssue } from './issue-text.ts';

/** What a finding is told with besides itself. */
export interface FindingContext {
  readonly isOpen: boolean;
  readonly claims: ReadonlyMap<string, CitedClaim>;
  /** How it stands beside the run before; undefined where there was none. */
  readonly since?: 'new' | 'still there' | undefined;
}

const TONES: Readonly<Record<Severity, string>> = {
  critical: 'bad',
  major: 'bad',
  minor: 'caution',
};

/** Other violations of a finding that are shown with their exchange; of more there is a line each. */
const MOST_SHOWN = 30;

/** One cause: what is wrong, the clause, what was seen, who says so, how to see it again, and where it shows besides. */
export function renderFinding(cause: Cause, context: FindingContext): Html {
  const { first, violations, operations } = cause;
  const severity = severityOf(cause);
  const isKnown = violations.every(({ known }) => known?.state === 'known');
  return html`<details
    class="violation ${severity}${!isKnown && ' broken'}"
    data-item
    data-severity="${severity}"
    ${renderFacets(violations)}
    ${context.isOpen && 'open'}
  >
    <summary>
      <span class="badge ${isKnown ? 'quiet' : TONES[severity]}">${severity}</span>
      <span class="said"
        ><strong>${first.operation}</strong> ${findingTitle(cause)}
        <span class="route">${renderExtent(cause)}</span></span
      >
      ${first.known && html`<span class="badge quiet">${first.known.state}</span>`}
      ${context.since && html`<span class="badge ${context.since === 'new' ? 'caution' : 'quiet'}">${context.since}</span>`}
    </summary>
    ${renderProof(first, context, cause)} ${violations.length > 1 && renderOthers(cause, context)}
    <p class="muted only-print">
      ${counted(operations.length, 'operation')}: ${operations.join(', ')}
    </p>
  </details>`;
}

/** What filters look at: lists, one entry a line. */
function renderFacets(violations: readonly Violation[]): Html {
  const list = (of: (violation: Violation) => string) =>
    [...new Set(violations.map(of))].join('\n');
  return html`data-operation="${list(({ operation }) => operation)}"
  data-family="${list(({ property }) => property.split('.')[0] ?? '')}"
  data-status="${list(statusOf)}" data-ground="${list(({ ground }) => ground)}"`;
}

/** The status of an answer as filters know it. */
export function statusOf({ exchange }: Pick<Violation, 'exchange'>): string {
  return exchange.response ? String(exchange.response.status) : 'no answer';
}

/** `auth.missing · by the description · 5 violations with this cause in 3 operations` */
function renderExtent({ first, violations, operations }: Cause): Html {
  const ground = first.ground === 'standard' ? 'by a standard alone' : 'by the description';
  const extent =
    violations.length > 1 &&
    html` · one cause: ${group(violations.length)} violations in
    ${counted(operations.length, 'operation')}`;
  return html`<code>${first.property}</code> · ${ground}${extent}`;
}

function renderProof(violation: Violation, context: FindingContext, cause?: Cause): Html {
  const { id, proof, known, recorded, curl, premise, replay, exchange } = violation;
  return html`<div id="${id}" class="proof">
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
          ${proof.claims.map((claim) => html`<dd>${renderClaim(claim, context.claims)}</dd>`)}`
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
        ${premiseLines(premise, curl).map(({ text, isCommand }) =>
          isCommand ? renderCommand(text, 'request before') : html`<p>${text}</p>`,
        )}
        ${renderCommand(curl, 'curl')} ${replay !== undefined && renderCommand(replay, 'replay')}
      </dd>
      <dt>Its id</dt>
      <dd>
        <a href="#${id}"><code>${id}</code></a>
        ${
          cause &&
          html`<button type="button" class="copy" hidden data-text="${renderIssue(cause)}">
            Copy as an issue
          </button>`
        }
      </dd>
    </dl>
    ${renderExchange(exchange)}
  </div>`;
}

/** A claim with the sources that can be read. */
function renderClaim(claim: string, claims: ReadonlyMap<string, CitedClaim>): Html {
  const cited = claims.get(claimIdOf(claim));
  const places = cited?.sources.map(({ title, address }) =>
    /^https?:\/\//.test(address)
      ? html`<a href="${address}" rel="noreferrer">${title}</a> `
      : html`${title} `,
  );
  const at = cited?.at === undefined ? '' : `, ${cited.at}`;
  return html`${claim}${places && places.length > 0 && html`<span class="source"> ${places}${at}</span>`}`;
}

/** A command in full, with a button that copies it. */
function renderCommand(command: string, name: string): Html {
  return html`<div class="command">
    <pre tabindex="0" role="region" aria-label="Command: ${name}"><code>${command}</code></pre>
    <button type="button" class="copy" hidden data-name="${name}">Copy ${name}</button>
  </div>`;
}

/** The other violations of a finding, those with something to see first and each folded. */
function renderOthers({ violations }: Cause, context: FindingContext): Html {
  const others = violations.slice(1);
  const rest = others.slice(MOST_SHOWN);
  return html`<div class="others">
    <p>With the same cause, ${group(others.length)} more:</p>
    ${others.slice(0, MOST_SHOWN).map(
      (it) =>
        html`<details class="other" data-item ${renderFacets([it])}>
          <summary>${renderLine(it)}</summary>
          ${renderProof(it, context)}
        </details>`,
    )}
    ${
      rest.length > 0 &&
      html`<ul class="rest">
        ${rest.map(
          (it) =>
            html`<li id="${it.id}" data-item ${renderFacets([it])}>
              ${renderLine(it)} <code>${it.replay ?? it.id}</code>
            </li>`,
        )}
      </ul>`
    }
  </div>`;
}

function renderLine(violation: Violation): Html {
  const { operation, message, property } = violation;
  const field = fieldOfViolation(violation);
  return html`<strong>${operation}</strong> ${message}${field !== undefined && `: ${field}`}
    <code>${property}</code>`;
}

/** Characters of a body that a reader is shown. */
const SHOWN = 4000;

function renderExchange({ request, response, failure }: Exchange): Html {
  const lines = [
    `${request.method} ${request.url}`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...(request.body === undefined ? [] : ['', clip(request.body)]),
    '',
  ];
  const fields = response?.headers.map(([name, value]) => `${name}: ${value}`) ?? [];
  const answer = response
    ? [`${response.status}`, ...fields, '', clip(response.body)]
    : [`no answer: ${failure}`];
  return html`<details class="exchange">
    <summary>The exchange</summary>
    <pre
      tabindex="0"
      role="region"
      aria-label="The exchange"
    ><code>${[...lines, ...answer].join('\n')}</code></pre>
  </details>`;
}

function clip(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${group(text.length)} characters)` : text;
}
