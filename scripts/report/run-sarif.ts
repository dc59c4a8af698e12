import { needsOf } from '../result/premise.ts';
import {
  newViolationsOf,
  violationsOf,
  type ContractRun,
  type RunProperty,
  type Violation,
} from '../result/contract-run.ts';
import { causeIds, causesOf } from '../result/causes.ts';
import type { Finding } from '../result/finding.ts';
import type { JsonObject } from '../base/json.ts';
import { unprovenOf } from '../result/proven.ts';
import { bySeverity } from '../result/severity.ts';
import { toGithubAnnotations } from './findings/github.ts';
import { toSarif } from './findings/sarif.ts';

/**
 * Violations at the handwritten lines that they break, for code scanning (SARIF 2.1.0). The violation's
 * id is its fingerprint, so that a finding stays the same one while lines move.
 */
export function renderRunSarif(run: ContractRun): string {
  const violations = violationsOf(run.results);
  const ids = causeIds(violations);
  const additions = violations.map((it) =>
    additionsOf(it, ids.get(it.id) ?? '', run.baseline !== undefined),
  );
  const rules = rulesOf(run.properties);
  const unproven = unprovenOf(run);
  const gaps = unproven.length > 0 ? { notProven: unproven } : undefined;
  const findings = violations.map((it) => toFinding(run, it));
  return `${JSON.stringify(toSarif(findings, rules, additions, gaps), null, 2)}\n`;
}

/**
 * A workflow command for each finding, the worst first; those that a baseline excuses, or that break a standard
 * alone, are warnings.
 */
export function renderAnnotations(run: ContractRun): string {
  const all = violationsOf(run.results);
  const deciding = newViolationsOf(run);
  const others = all.filter((it) => !deciding.includes(it));
  const causes = [deciding, others].flatMap((own) => bySeverity(causesOf(all, own)));
  return toGithubAnnotations(
    causes.map((cause) => {
      const finding = toFinding(run, cause.first);
      const more = cause.operations.slice(1);
      const also = more.length > 0 ? ` Also in ${nameSome(more)}.` : '';
      return { ...finding, message: `${finding.message}.${also}` };
    }),
  );
}

/** Operations that an annotation names. */
const MOST_NAMED = 3;

function nameSome(operations: readonly string[]): string {
  const rest = operations.length - MOST_NAMED;
  return `${operations.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function toFinding({ isStrict }: ContractRun, violation: Violation): Finding {
  const { property, operation, message, ground, proof, curl, premise, known } = violation;
  const isNote = ground === 'standard' && !isStrict;
  return {
    rule: property,
    severity: isNote || known?.state === 'known' ? 'warn' : 'error',
    at: proof.clause,
    location: proof.location,
    message: `${operation}: ${message}. The description says ${proof.states}; seen: ${proof.seen}. Again${needsOf(premise)}: ${curl}`,
  };
}

/** Fingerprint, and what a baseline says (SARIF 2.1.0, sections 3.27.17, 3.27.23 and 3.27.24). */
function additionsOf(
  { id, ground, known }: Violation,
  cause: string,
  isCompared: boolean,
): JsonObject {
  const isKnown = known?.state === 'known';
  return {
    partialFingerprints: { 'kilnViolation/v1': id },
    properties: { ground, cause },
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
