import { causeIds } from '../result/causes.ts';
import {
  violationsOf,
  type CheckResult,
  type ContractRun,
  type Violation,
} from '../result/contract-run.ts';
import { unprovenOf } from '../result/proven.ts';
import { renderKnown, renderViolation } from '../result/violation-text.ts';

/** JUnit XML as build servers read it: a suite for each operation, a case for each property. */
export function renderJUnit(run: ContractRun): string {
  const unproven = new Set(unprovenOf(run));
  const causes = causeIds(violationsOf(run.results));
  const suites = run.operations.map(({ id }) =>
    renderSuite(
      run,
      id,
      run.results.filter(({ operation }) => operation === id),
      { isUnproven: unproven.has(id), causes },
    ),
  );
  const attributes = attributesOf(run, run.results);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(run.api)}" ${attributes}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

/** The finding that each violation belongs to. */
type Causes = ReadonlyMap<string, string>;

function renderSuite(
  run: ContractRun,
  operation: string,
  results: readonly CheckResult[],
  { isUnproven, causes }: { readonly isUnproven: boolean; readonly causes: Causes },
): string {
  return [
    `  <testsuite name="${escapeXml(`${run.api}.${operation}`)}" timestamp="${run.started.slice(0, 19)}" ${attributesOf(run, results)}>`,
    ...(isUnproven
      ? ['    <properties>', '      <property name="proven" value="false"/>', '    </properties>']
      : []),
    ...results.map((result) => renderCase(run, result, causes)),
    '  </testsuite>',
  ].join('\n');
}

function renderCase(run: ContractRun, result: CheckResult, causes: Causes): string {
  const { operation, property, milliseconds, outcome, reason, violations } = result;
  const open =
    `    <testcase classname="${escapeXml(`${run.api}.${operation}`)}" ` +
    `name="${escapeXml(property)}" time="${(milliseconds / 1000).toFixed(3)}"`;
  const fresh = violations.filter((it) => isDeciding(run, it));
  if (fresh.length === 0) {
    const [known] = violations.flatMap((it) => it.known ?? []);
    const [note] = violations;
    if (outcome === 'held' && !note) return `${open}/>`;
    if (isUnchecked(result)) {
      return `${open}>\n      <error message="${escapeXml(reason ?? '')}"/>\n    </testcase>`;
    }
    // JUnit has no word for a failure that is known or that decides nothing, or for a test that was not reached.
    const told = note ? `by a standard, not the description: ${note.message}` : (reason ?? '');
    const why = known ? `known ${renderKnown(known)}` : told;
    return `${open}>\n      <skipped message="${escapeXml(why)}"/>\n    </testcase>`;
  }
  const failures = fresh.map(
    (violation) =>
      `      <failure type="${escapeXml(violation.property)}" message="${escapeXml(violation.message)}">` +
      `${escapeXml(`${renderViolation(violation)}\n  cause   ${causes.get(violation.id)}`)}</failure>`,
  );
  return `${open}>\n${failures.join('\n')}\n    </testcase>`;
}

function attributesOf(run: ContractRun, results: readonly CheckResult[]): string {
  const failures = results.filter(({ violations }) =>
    violations.some((it) => isDeciding(run, it)),
  ).length;
  const passed = results.filter(isPassed).length;
  const errors = results.filter(isUnchecked).length;
  const skipped = results.length - failures - passed - errors;
  const seconds = results.reduce((total, { milliseconds }) => total + milliseconds, 0) / 1000;
  return (
    `tests="${results.length}" failures="${failures}" errors="${errors}" skipped="${skipped}" ` +
    `time="${seconds.toFixed(3)}"`
  );
}

/** Whether a violation fails the run: no baseline excuses it, and it rests on what counts. */
function isDeciding({ isStrict }: ContractRun, { known, ground }: Violation): boolean {
  return known?.state !== 'known' && (isStrict === true || ground !== 'standard');
}

function isUnchecked({ outcome, violations }: CheckResult): boolean {
  return outcome === 'unchecked' && violations.length === 0;
}

function isPassed({ outcome, violations }: CheckResult): boolean {
  return outcome === 'held' && violations.length === 0;
}

/** Escapes markup and drops what XML 1.0 cannot hold (section 2.2). */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
