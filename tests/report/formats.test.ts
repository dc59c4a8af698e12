import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { applyBaseline } from '../../scripts/result/apply-baseline.ts';
import type { ContractRun } from '../../scripts/result/contract-run.ts';
import { isObject, type Json } from '../../scripts/base/json.ts';
import { renderReports, REPORT_CHOICES } from '../../scripts/report/report.ts';
import { renderAnnotations } from '../../scripts/report/run-sarif.ts';
import { toRunSchema } from '../../scripts/report/run-shape.ts';
import { runOf, VIOLATION } from './sample-run.ts';

/** What a report says for the violation of the sample run, known or not. */
const ENTRY = {
  id: VIOLATION.id,
  operation: 'getPet',
  property: 'auth.missing',
  owner: 'Ada <ada>',
  reason: 'being "repaired"',
  expires: '2026-06-30',
  location: { file: 'known.yaml', line: 2, column: 5 },
};

function withBaseline(run: ContractRun, day: string): ContractRun {
  return applyBaseline(run, { file: 'known.yaml', entries: [ENTRY] }, Date.parse(day));
}

const RUNS: readonly (readonly [what: string, run: ContractRun])[] = [
  ['that holds', runOf([])],
  ['with a violation', runOf([VIOLATION])],
  ['with a known violation', withBaseline(runOf([VIOLATION]), '2026-06-30T23:00:00Z')],
  ['with an expired entry', withBaseline(runOf([VIOLATION]), '2026-07-01')],
  ['in which one is fixed', withBaseline(runOf([]), '2026-06-01')],
  ['that ended early', { ...runOf([]), interrupted: { reason: 'no time', isLimit: true } }],
  ['of recorded traffic', passive()],
  ['that kept its exchanges', keeping(runOf([VIOLATION]))],
];

function passive(): ContractRun {
  const recorded = { file: 'day.har', line: 7, column: 1 };
  const unmatched = [{ method: 'GET', url: 'http://a/x', why: 'path' as const, count: 2 }];
  const unproven = [{ property: 'rate.quota', reason: 'nobody', operations: ['getParcel'] }];
  const traffic = {
    exchanges: 3,
    matched: 1,
    unanswered: 0,
    withoutContent: 1,
    unmatched,
    unproven,
  };
  return { ...runOf([{ ...VIOLATION, recorded }]), mode: 'passive', target: 'day.har', traffic };
}

function keeping(run: ContractRun): ContractRun {
  const unanswered = { request: VIOLATION.exchange.request, failure: 'it hung up' };
  const exchanges = [
    { exchange: VIOLATION.exchange, at: 1_767_323_045_000, milliseconds: 12 },
    { exchange: unanswered, at: 1_767_323_046_000, milliseconds: 10 },
  ];
  return { ...run, results: run.results.map((result) => ({ ...result, exchanges })) };
}

function textOf(run: ContractRun, name: string): string {
  const files = renderReports(run, REPORT_CHOICES);
  return files.find(({ path }) => path === `pets/${name}`)?.text ?? '';
}

/** The schema with every object closed: what it does not know may not be written either. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map(closed);
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, it]) => [key, closed(it)]));
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
}

test.for(RUNS)('the JSON of a run %s is what the published schema says', ([, run]) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(closed(toRunSchema()) as object);
  validate(JSON.parse(textOf(run, 'run.json')));
  expect(validate.errors).toBeNull();
});

describe.for(RUNS)('a run %s', ([, run]) => {
  test('is well-formed JUnit whose figures are those of its cases', () => {
    const text = textOf(run, 'junit.xml');
    expect(unbalanced(text)).toEqual([]);
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    const [, tests, failures, errors, skipped] =
      /<testsuites name="pets" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(
        text,
      ) ?? [];
    expect([tests, failures, errors, skipped].map(Number)).toEqual([
      count(/<testcase /g),
      count(/<testcase [^>]*>\s*<failure/g),
      0,
      count(/<skipped /g),
    ]);
    expect(text).toMatch(
      /<testsuite name="[^"]+" timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d" tests=/,
    );
  });

  test('is SARIF 2.1.0', () => {
    const log = JSON.parse(textOf(run, 'report.sarif')) as SarifLog;
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Kiln' } } }] });
    for (const { results, tool } of log.runs) {
      for (const result of results) {
        expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
        expect(['error', 'warning']).toContain(result.level);
        expect(result.message.text).not.toBe('');
        const [place] = result.locations;
        expect(place?.physicalLocation.region.startLine).toBeGreaterThan(0);
        expect(place?.physicalLocation.artifactLocation.uri).not.toMatch(/^\/|\\| /);
        expect(result.partialFingerprints['kilnViolation/v1']).toBe(VIOLATION.id);
        const states = run.baseline ? ['new', 'unchanged'] : [undefined];
        expect(states).toContain(result.baselineState);
      }
    }
  });
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly baselineState?: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
}

/** Elements that are not closed in order; text with stray markup gives some too. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const left = body.replaceAll(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
    (_, end: string, name: string, _attributes: string, empty: string) => {
      if (end !== '' && open.pop() !== name) wrong.push(name);
      if (end === '' && empty === '') open.push(name);
      return '';
    },
  );
  return [...wrong, ...open, ...(left.match(/[<>]|&(?!(amp|lt|gt|quot);)/g) ?? [])];
}

test('a known violation is excused in JUnit and in SARIF, an expired one is not', () => {
  const known = withBaseline(runOf([VIOLATION]), '2026-06-30');
  expect(textOf(known, 'junit.xml')).toContain('<skipped message="known until 2026-06-30, Ada');
  expect(textOf(known, 'report.sarif')).toContain('"status": "accepted"');
  expect(textOf(known, 'report.html')).toContain('No new violations; 1 known one remains');
  expect(renderAnnotations(known)).toMatch(/^::warning file=openapi.yaml,line=7,/);
  const expired = withBaseline(runOf([VIOLATION]), '2026-07-01');
  expect(textOf(expired, 'junit.xml')).toContain('<failure type="auth.missing"');
  expect(textOf(expired, 'report.sarif')).not.toContain('suppressions');
  expect(textOf(expired, 'report.md')).toContain('no longer: expired on 2026-06-30');
  expect(textOf(expired, 'report.html')).toContain('The contract is broken');
});

test('what is fixed is told only where it was tried', () => {
  expect(withBaseline(runOf([]), '2026-06-01').baseline?.fixed).toMatchObject([{ id: ENTRY.id }]);
  const untried = runOf([]);
  const results = untried.results.map((it) => ({ ...it, outcome: 'skipped' as const }));
  expect(withBaseline({ ...untried, results }, '2026-06-01').baseline?.fixed).toEqual([]);
});

const har = (run: ContractRun, name: string) => JSON.parse(textOf(run, name)) as Har;

describe('HAR 1.2', () => {
  test('has what the format requires of each entry', () => {
    const { log } = har(keeping(runOf([VIOLATION])), 'traffic.har');
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'Kiln' } });
    expect(log.entries).toHaveLength(5);
    for (const entry of log.entries) {
      expect(Date.parse(entry.startedDateTime)).toBeGreaterThan(0);
      const { send, wait, receive } = entry.timings;
      expect(entry.time).toBe(send + wait + receive);
      expect(entry).toMatchObject({
        cache: {},
        request: { method: 'GET', url: 'http://a/pets', httpVersion: 'HTTP/1.1', cookies: [] },
        response: { content: { mimeType: expect.any(String) }, redirectURL: '', cookies: [] },
      });
    }
    expect(log.entries.at(-1)?.response).toMatchObject({ status: 0, _error: 'it hung up' });
  });

  test('always has the exchanges that prove violations, and no file where there are none', () => {
    const { entries } = har(runOf([VIOLATION]), 'violations.har').log;
    expect(entries.map((it) => it['_violation'])).toEqual([VIOLATION.id]);
    expect(textOf(runOf([]), 'violations.har')).toBe('');
  });
});

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly startedDateTime: string;
      readonly time: number;
      readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
      readonly response: object;
      readonly [custom: `_${string}`]: unknown;
    }[];
  };
}

test('the page and the summary show what was exercised, and what never was', () => {
  const page = textOf(runOf([]), 'report.html');
  expect(page).toContain('1 of 2');
  expect(page).toContain('never seen');
  expect(page).toContain('not documented, 3×');
  expect(page).not.toContain('<pet>');
  const summary = textOf(runOf([]), 'report.md');
  expect(summary).toContain('Documented statuses that were never seen: `getPet 404`.');
  expect(summary).toContain('Statuses that were seen and are not documented: `getPet 418`.');
  expect(summary).toContain('`maxLength: 3 (violated)`');
});

test('a run in which nothing was tried does not hold', () => {
  const run = runOf([]);
  const results = run.results.map((it) => ({ ...it, outcome: 'skipped' as const }));
  expect(textOf({ ...run, results }, 'report.html')).toContain('Nothing was tried');
  const early: ContractRun = { ...run, interrupted: { reason: 'no time', isLimit: true } };
  expect(textOf(early, 'report.md')).toContain('stopped early; everything tested so far passed');
});
