import { CLAIM_STATUSES, type EvidenceLedger } from '../model/evidence.ts';
import { html, type Html } from '../page/html.ts';
import { countByStatus, countWords } from './evidence-notes.ts';
import { TONES } from './tones.ts';

/** The claims of a ledger as a bar, each status as long as its share. */
export function renderEvidenceBar({ claims }: EvidenceLedger): Html {
  const counts = countByStatus(claims.values());
  const present = CLAIM_STATUSES.filter((status) => counts[status] > 0);
  return html`<div class="evidence" role="img" aria-label="${countWords(claims.values())}">
    ${present.map(
      (status) =>
        html`<i
          class="${TONES[status]}"
          style="flex-grow:${counts[status]}"
          title="${counts[status]} ${status}"
        ></i>`,
    )}
  </div>`;
}

export const EVIDENCE_BAR_STYLES = `
.evidence { display: flex; gap: 3px; height: 12px; }
.evidence i { background: currentColor; border-radius: 3px; min-width: 4px; }
`;
