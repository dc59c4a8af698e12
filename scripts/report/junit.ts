import { causeIds } from '../result/causes.ts';
import { violationsOf, type CheckResult, type ContractRun } from '../result/contract-run.ts';
import { unprovenOf } from '../result/proven.ts';
import { renderViolation } from '../result/violation-text.ts';
import { toTestCase, type TestCase } from './test-case.ts';

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
  const { operation, property, milliseconds } = result;
  const open =
    `    <testcase classname="${escapeXml(`${run.api}.${operation}`)}" ` +
    `name="${escapeXml(property)}" time="${(milliseconds / 1000).toFixed(3)}"`;
  const { status, why, failures: fresh } = toTestCase(run, result);
  if (status === 'passed') return `${open}/>`;
  if (status !== 'failed') {
    const tag = status === 'error' ? 'error' : 'skipped';
    return `${open}>\n      <${tag} message="${escapeXml(why)}"/>\n    </testcase>`;
  }
  const failures = fresh.map(
    (violation) =>
      `      <failure type="${escapeXml(violation.property)}" message="${escapeXml(violation.message)}">` +
      `${escapeXml(`${renderViolation(violation)}\n  cause   ${causes.get(violation.id)}`)}</failure>`,
  );
  return `${open}>\n${failures.join('\n')}\n    </testcase>`;
}

function attributesOf(run: ContractRun, results: readonly CheckResult[]): string {
  const statuses = results.map((it) => toTestCase(run, it).status);
  const count = (status: TestCase['status']) => statuses.filter((it) => it === status).length;
  const seconds = results.reduce((total, { milliseconds }) => total + milliseconds, 0) / 1000;
  return (
    `tests="${results.length}" failures="${count('failed')}" errors="${count('error')}" ` +
    `skipped="${count('skipped')}" ` +
    `time="${seconds.toFixed(3)}"`
  );
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
