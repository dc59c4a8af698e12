import type { ApiModel } from '../model/api-model.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { OpinionFinding, SecondOpinion } from '../result/second-opinion.ts';
import { renderLocation } from '../base/source-location.ts';
import type { SchemathesisFailure, Report } from './read-report.ts';
import { findExplanation, type KnownExplanation } from './explanations.ts';
import { toSizeProof } from './size-proof.ts';
import { toWireProof } from './wire-proof.ts';
import type { Addresses } from './retarget.ts';

export interface OpinionContext {
  readonly api: ApiModel;
  readonly addresses: Addresses;
  readonly seed: number;
  readonly explanations: readonly KnownExplanation[];
  /** What a request is by our own reading of its bytes; undefined where it is no operation's. */
  readonly read: (operation: string, exchange: Exchange) => string | undefined;
  /** Take secrets out of what is going to be shown. */
  readonly redact: (exchange: Exchange) => Exchange;
  readonly redactText: (text: string) => string;
}

/** Judges what Schemathesis found: each failing exchange by itself, shown together where they agree. */
export function toOpinion(context: OpinionContext, report: Report): SecondOpinion {
  const { api, addresses, seed, explanations } = context;
  const wireProof = toWireProof(api, addresses);
  const sizeProof = toSizeProof(api);
  const used = new Set<KnownExplanation>();
  const findings = new Map<string, OpinionFinding>();
  for (const failure of report.failures) {
    const known = findExplanation(explanations, failure);
    if (known) used.add(known);
    const explanation = known?.explanation ?? wireProof(failure) ?? sizeProof(failure);
    const key = [failure.check, failure.code, failure.operation, explanation?.reason].join('\n');
    const found = findings.get(key);
    const { count, ...first } = found ?? { ...toFinding(context, failure), explanation, count: 0 };
    findings.set(key, { ...first, count: count + 1 });
  }
  const labels = api.operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  return {
    tester: `Schemathesis ${report.version}`,
    api: api.name,
    title: api.title,
    target: [...addresses.values()][0] ?? '',
    seed,
    milliseconds: report.milliseconds,
    exchanges: report.exchanges,
    operations: {
      tested: labels.filter((it) => report.tested.has(it)).length,
      all: labels.length,
    },
    ended: report.ended,
    checks: [...report.checks].map(([id, figures]) => ({ id, ...figures })),
    findings: [...findings.values()].toSorted(byWeight),
    unused: explanations
      .filter((it) => !used.has(it))
      .map(({ check, location }) => `${check} (${renderLocation(location)})`),
  };
}

function toFinding(
  { read, redact, redactText }: OpinionContext,
  { check, code, title, operation, message, exchange }: SchemathesisFailure,
): Omit<OpinionFinding, 'count' | 'explanation'> {
  const shown = exchange && redact(exchange);
  const reading = exchange && read(operation, exchange);
  return {
    check,
    code,
    title,
    operation,
    message: redactText(message),
    exchange: shown,
    reading: reading === undefined ? undefined : redactText(reading),
  };
}

/** What nothing explains first, then by check. */
function byWeight(left: OpinionFinding, right: OpinionFinding): number {
  return (
    Number(left.explanation !== undefined) - Number(right.explanation !== undefined) ||
    left.check.localeCompare(right.check)
  );
}
