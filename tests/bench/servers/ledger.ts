import LEDGER from './ledger.json' with { type: 'json' };
import { kindOf, type FindingKind } from './finding-kinds.ts';
import type { Finding, TesterName } from './outcome.ts';

/**
 * `true`: its owner would take it as a ticket. `pedantic`: the letter of the description or of HTTP is
 * broken, and hardly anybody would mend it. `false`: nothing is broken.
 */
export const VERDICTS = ['true', 'pedantic', 'false'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A judgement by hand, of one finding or of all with one cause. What is left out fits everything. */
export interface Judgement {
  readonly server: string;
  /** `Kiln` or `Schemathesis`, whatever its configuration. */
  readonly tester?: string;
  /** Property or check; a star at its end stands for the rest. */
  readonly check?: string;
  readonly kind?: string;
  readonly operations?: readonly string[];
  readonly statuses?: readonly number[];
  /** A regular expression over the message and the exchange. */
  readonly says?: string;
  readonly verdict: string;
  readonly reason: string;
}

export const JUDGEMENTS: readonly Judgement[] = LEDGER;

/** The first judgement that fits; undefined where nobody has judged the finding. */
export function judgementOf(
  server: string,
  tester: TesterName,
  finding: Finding,
  kind: FindingKind,
  judgements: readonly Judgement[] = JUDGEMENTS,
): Judgement | undefined {
  const name = tester === 'Kiln' ? 'Kiln' : 'Schemathesis';
  return judgements.find(
    (it) =>
      (it.server === server || it.server === '*') &&
      (it.tester ?? name) === name &&
      fits(it.check, finding.check) &&
      (it.kind ?? kind) === kind &&
      (it.operations?.includes(finding.operation) ?? true) &&
      (it.statuses?.includes(finding.status ?? 0) ?? true) &&
      (it.says === undefined || new RegExp(it.says).test(`${finding.message}\n${finding.shown}`)),
  );
}

function fits(pattern: string | undefined, check: string): boolean {
  if (pattern === undefined) return true;
  return pattern.endsWith('*') ? check.startsWith(pattern.slice(0, -1)) : pattern === check;
}

/** A finding counts once for each operation, kind, status and verdict. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly kind: FindingKind;
  readonly verdict: Verdict | undefined;
  readonly reason: string;
}

export function judgeFindings(
  server: string,
  tester: TesterName,
  findings: readonly Finding[],
): readonly JudgedFinding[] {
  const seen = new Map<string, JudgedFinding>();
  for (const finding of findings) {
    const kind = kindOf(tester, finding);
    const judgement = judgementOf(server, tester, finding, kind);
    const verdict = VERDICTS.find((it) => it === judgement?.verdict);
    const { operation, status, ground } = finding;
    const key = [operation, kind, status, ground, verdict].join('\n');
    if (!seen.has(key)) seen.set(key, { finding, kind, verdict, reason: judgement?.reason ?? '' });
  }
  return [...seen.values()];
}
