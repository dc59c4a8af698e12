import { expect, test } from 'vitest';
import type { ContractRun, Violation } from '../../scripts/result/contract-run.ts';
import { renderReports, REPORT_FORMATS } from '../../scripts/report/report.ts';
import { renderSummary } from '../../scripts/report/summary.ts';
import { renderTotals } from '../../scripts/report/totals.ts';
import { runOf, VIOLATION } from './sample-run.ts';

test('the totals are one line', () => {
  expect(renderTotals(runOf([]))).toBe(
    '1 held, 0 violated, 1 not applicable; 1,203 requests (2 discarded: they did not exercise the property) in 2.5 s, seed 7',
  );
  expect(renderTotals(runOf([VIOLATION]))).toBe(
    '0 held, 1 violated, 1 not applicable; 1 violation; 1,203 requests (2 discarded: they did not exercise the property) in 2.5 s, seed 7',
  );
});

test('JUnit counts cases, failures and skips, and stays XML whatever a server answers', () => {
  const text = textOf('pets/junit.xml', runOf([VIOLATION]));
  expect(text).toContain('<testsuites name="pets" tests="2" failures="1" errors="0" skipped="1"');
  expect(text).toContain('message="a &lt;request&gt; is answered 200"');
  expect(text).toContain('<skipped message="the operation takes no input"/>');
  expect(text).not.toContain('\u0007');
});

test('the page gives the verdict, each violation with its proof, and how to repeat the run', () => {
  const text = textOf('pets/report.html', runOf([VIOLATION]));
  for (const expected of [
    'The contract is broken',
    'openapi.yaml:7',
    'security: key',
    'status 200 &amp; &quot;more&quot;',
    'PETS-1 (documented): a key is needed',
    'curl -i -X GET &#39;http://a/pets&#39;',
    'npx kiln test pets --target http://a --seed 7 --runs 10',
  ]) {
    expect(text).toContain(expected);
  }
  expect(text).not.toContain('<request>');
  expect(textOf('pets/report.html', runOf([]))).toContain('The contract holds');
});

test('a body too long for a line becomes a file beside the report', () => {
  const long: Violation = {
    ...VIOLATION,
    bodyFile: 'pets/requests/abc123.body',
    exchange: {
      ...VIOLATION.exchange,
      request: { ...VIOLATION.exchange.request, body: 'x'.repeat(5000) },
    },
  };
  expect(textOf('pets/requests/abc123.body', runOf([long]))).toHaveLength(5000);
});

test('SARIF points at the handwritten line, and names the property', () => {
  const { runs } = JSON.parse(textOf('pets/report.sarif', runOf([VIOLATION])) ?? '');
  const [result] = runs[0].results;
  expect(result.ruleId).toBe('auth.missing');
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  expect([artifactLocation.uri, region.startLine]).toEqual(['openapi.yaml', 7]);
});

test('Markdown sums up by property and shows each violation', () => {
  const text = textOf('pets/report.md', runOf([VIOLATION]));
  expect(text).toContain('## Pets: the contract is broken');
  expect(text).toContain('| `auth.missing` | needs a key | 0 | 1 | 0 | 1,203 |');
  expect(text).toContain("```sh\ncurl -i -X GET 'http://a/pets'\n```");
});

test('the summary lines columns up and names what is broken', () => {
  const row = {
    api: 'pets',
    operations: 1,
    findings: 0,
    filesWritten: 0,
    held: 3,
    checks: 3,
    violations: 0,
    requests: 1200,
    unproven: [],
    workflows: [],
    report: 'r',
  };
  expect(
    renderSummary([row, { ...row, api: 'parcels', findings: 2, workflows: [true, false] }], {
      site: 'site',
      reports: 'reports/index.html',
    }),
  ).toBe(`
API      operations  lint        client  contract     requests  workflows      report
pets     1           clean       fresh   3 of 3 held  1,200     -              r
parcels  1           2 findings  fresh   3 of 3 held  1,200     1 of 2 passed  r

Broken: parcels.
reports: reports/index.html
site: site
`);
});

function textOf(path: string, run: ContractRun): string | undefined {
  return renderReports(run, REPORT_FORMATS).find((file) => file.path === path)?.text;
}
