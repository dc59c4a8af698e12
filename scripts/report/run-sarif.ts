import {
  violationsOf,
  type ContractRun,
  type RunProperty,
  type Violation,
} from '../result/contract-run.ts';
import type { Finding } from '../result/finding.ts';
import type { JsonObject } from '../base/json.ts';
import { unprovenOf } from '../result/proven.ts';
import { toGithubAnnotations } from './findings/github.ts';
import { toSarif } from './findings/sarif.ts';

/**
 * Violations at the handwritten lines that they break, for code scanning (SARIF 2.1.0). The violation's
 * id is its fingerprint, so that a finding stays the same one while lines move.
 */
export function renderRunSarif(run: ContractRun): string {
  const violations = violationsOf(run.results);
  const additions = violations.map((it) => additionsOf(it, run.baseline !== undefined));
  const rules = rulesOf(run.properties);
  const unproven = unprovenOf(run);
  const gaps = unproven.length > 0 ? { notProven: unproven } : undefined;
  return `${JSON.stringify(toSarif(violations.map(toFinding), rules, additions, gaps), null, 2)}\n`;
}

/** Violations as workflow commands; those that a baseline excuses are warnings. */
export function renderAnnotations({ results }: ContractRun): string {
  return toGithubAnnotations(violationsOf(results).map(toFinding));
}

function toFinding({ property, operation, message, proof, curl, known }: Violation): Finding {
  return {
    rule: property,
    severity: known?.state === 'known' ? 'warn' : 'error',
    at: proof.clause,
    location: proof.location,
    message: `${operation}: ${message}. The description says ${proof.states}; seen: ${proof.seen}. Again: ${curl}`,
  };
}

/** Fingerprint, and what a baseline says (SARIF 2.1.0, sections 3.27.17, 3.27.23 and 3.27.24). */
function additionsOf({ id, known }: Violation, isCompared: boolean): JsonObject {
  const isKnown = known?.state === 'known';
  return {
    partialFingerprints: { 'kilnViolation/v1': id },
    ...(isCompared && { baselineState: known ? 'unchanged' : 'new' }),
    ...(isKnown && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: `${known.owner}, until ${known.expires}: ${known.reason}`,
        },
      ],
    }),
  };
}

function rulesOf(properties: readonly RunProperty[]) {
  return properties.map(({ id, title }) => ({ id, description: title }));
}
