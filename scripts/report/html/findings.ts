import type { Cause } from '../../result/causes.ts';
import type { CitedClaim } from '../../result/contract-run.ts';
import { SEVERITIES, type Severity } from '../../result/severities.ts';
import { severityOf } from '../../result/severity.ts';
import { html, type Html } from '../../page/html.ts';
import { counted } from '../totals.ts';
import { renderFinding, type FindingContext } from './finding.ts';

/** Findings that are shown at once; of more than these a reader first wants the list. */
const UNFOLDED = 3;

const MEANINGS: Readonly<Record<Severity, string>> = {
  critical: 'the server fails, or lets in who must not be',
  major: 'the server does other than the description says',
  minor: 'the server breaks a standard that the description does not repeat',
};

interface Shown {
  readonly claims?: readonly CitedClaim[] | undefined;
  /** How findings stand beside the run before, by their ids. */
  readonly since?: ReadonlyMap<string, FindingContext['since']> | undefined;
}

/** Findings by how much they matter, new ones first, each with what proves it and where it shows besides. */
export function renderFindingList(causes: readonly Cause[], { claims = [], since }: Shown): Html {
  const isOpen = causes.length <= UNFOLDED;
  const known = new Map(claims.map((it) => [it.id, it]));
  const sorted = causes.toSorted((left, right) => weightOf(left) - weightOf(right));
  const bySeverity = Map.groupBy(sorted, severityOf);
  return html`<h2 id="violations">Findings</h2>
    ${SEVERITIES.map((severity) => {
      const own = bySeverity.get(severity) ?? [];
      return (
        own.length > 0 &&
        html`<section class="findings" data-group="${severity}">
          <h3 id="${severity}">
            ${severity.replace(/^./, (letter) => letter.toUpperCase())}
            <span class="muted">${counted(own.length, 'finding')}: ${MEANINGS[severity]}</span>
          </h3>
          ${own.map((cause) =>
            renderFinding(cause, { isOpen, claims: known, since: since?.get(cause.id) }),
          )}
        </section>`
      );
    })}`;
}

/** Known ones last: whoever reads wants what is new. */
function weightOf({ violations }: Cause): number {
  return violations.every(({ known }) => known?.state === 'known') ? 1 : 0;
}
