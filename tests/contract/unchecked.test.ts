import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import type { Bench } from '../../scripts/contract/bench.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { exampleDrafts, validDraft } from '../../scripts/contract/generation/draft.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import type { Property } from '../../scripts/contract/property.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { exitCodeOf } from '../../scripts/cli/contract/exit-code.ts';
import { renderReports } from '../../scripts/report/report.ts';
import { renderTotals } from '../../scripts/report/totals.ts';
import { verdictOf } from '../../scripts/report/verdict.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import { runOf } from '../report/sample-run.ts';
import { describeOperation } from '../values/describe-body.ts';
import { serve, type Served } from './serve.ts';

const { send, close } = createSender({ timeout: 5000, largest: 1e6 });
let served: Served;
beforeAll(async () => {
  served = await serve(() => ({ status: 200, headers: {}, body: undefined }));
});
afterAll(() => {
  close();
  served.close();
});

/** Milliseconds for many seeds, on a machine that has other things to do. */
const PATIENCE = { timeout: 60_000 };
const HEADER: JsonObject = { name: 'X-Name', in: 'header', schema: { type: 'string' } };

async function check(
  property: Property,
  { parameters = [], seed = 1 }: { parameters?: readonly JsonObject[]; seed?: number } = {},
): Promise<CheckResult> {
  const { api, operation } = await describeOperation({ parameters });
  const targets = new Map(api.servers.map(({ url }) => [url, served.target]));
  const profiles = fixtureProfiles(api, 0);
  const options = { api, targets, profiles, seed, runs: 8, writes: true, send, now: () => 0 };
  return await runCheck(options, operation, property);
}

const oops = () => {
  throw new TypeError('oops\nand more');
};

function propertyOf(own: Partial<Property>): Property {
  return { id: 'test.one', title: 'a test', unless: () => undefined, ...own } as Property;
}

/** An attempt of which one part throws. */
function attemptOf(part: object): Partial<Property> {
  return {
    async check({ api, operation, falsify }: Bench) {
      await falsify({
        drafts: validDraft(api, operation),
        runs: 3,
        judge: () => undefined,
        ...part,
      });
    },
  };
}

describe('what a check throws becomes its result', () => {
  test.for([
    { what: 'the property', own: { check: () => Promise.resolve().then(oops) } },
    { what: 'the property, before it gives a promise', own: { check: oops } },
    { what: 'its precondition', own: { unless: oops } },
    { what: 'a judge', own: attemptOf({ judge: oops }) },
    { what: 'a generator', own: attemptOf({ drafts: fc.constant(0).map(oops) }) },
    { what: 'what rewrites a request', own: attemptOf({ rewrite: oops }) },
    {
      what: 'a judge of requests that are made smaller',
      own: attemptOf({
        judge: (() => {
          let calls = 0;
          return () => {
            calls += 1;
            if (calls > 2) oops();
            return { message: 'no', clause: '#/paths', states: '', seen: '' };
          };
        })(),
      }),
      parameters: [HEADER],
      outcome: 'violated',
    },
    {
      what: 'the proof of a complaint',
      own: {
        async check({ api, operation, exchange, complain }: Bench) {
          const [draft] = exampleDrafts(api, operation);
          if (!draft) return;
          const answered = await exchange(draft, {});
          const rests = new Proxy([], { get: oops });
          complain({ message: 'no', clause: '#/paths', states: '', seen: '', rests }, answered);
        },
      },
    },
  ])('$what', async ({ own, parameters = [], outcome = 'unchecked' }) => {
    const result = await check(propertyOf(own), { parameters });
    expect(result.outcome).toBe(outcome);
    if (outcome !== 'unchecked') return;
    expect(result.reason).toMatch(
      /^could not be checked: TypeError: oops \(tests\/contract\/unchecked\.test\.ts:\d+\)$/,
    );
    expect(result.violations).toEqual([]);
  });

  test('and is told apart from what holds and what is violated', () => {
    const run = runOf([]);
    const [first, ...others] = run.results;
    const reason = 'could not be checked: TypeError: <oops>';
    const results = [{ ...first, outcome: 'unchecked', reason } as CheckResult, ...others];
    const told = { ...run, results };
    expect(renderTotals(told)).toMatch(/^0 held, 0 violated, 1 not applicable, 1 could not be/);
    expect(verdictOf({ ...run, results: [...run.results, ...results] }).text).toBe(
      'No violations, but not everything could be checked',
    );
    expect(exitCodeOf(told)).toBe(2);
    const reports = renderReports(told, ['junit', 'html', 'markdown', 'json']);
    const texts = reports.map(({ text }) => text).join('\n');
    expect(texts).toContain('errors="1"');
    expect(texts).toContain('<error message="could not be checked: TypeError: &lt;oops&gt;"/>');
    expect(texts).toContain('"unchecked": 1');
    expect(texts).toContain('not checked');
    expect(texts).toContain('` could not be checked: TypeError: &lt;oops>');
  });
});

describe('a header parameter of any text', () => {
  const free = [
    HEADER,
    { ...HEADER, name: 'X-Short', schema: { type: 'string', minLength: 1, maxLength: 3 } },
    { ...HEADER, name: 'X-List', schema: { type: 'array', items: { type: 'string' } } },
  ];

  test(
    'is tried without an exception, whatever the seed, and blames nobody',
    PATIENCE,
    async () => {
      for (let seed = 1; seed <= 15; seed += 1) {
        for (const property of PROPERTIES.filter(({ id }) => /^(conformance|input)/.test(id))) {
          const { outcome, reason } = await check(property, { parameters: free, seed });
          expect([seed, property.id, outcome, reason]).not.toContain('unchecked');
        }
      }
    },
  );

  test('is passed over where HTTP cannot carry it', async () => {
    const { outcome, reason, requests } = await check(
      propertyOf(attemptOf({ rewrite: (it: object) => ({ ...it, headers: [['x', 'a\u0000b']] }) })),
    );
    expect([outcome, requests]).toEqual(['skipped', 0]);
    expect(reason).toBe('HTTP can carry no request that it would send');
  });

  test.for([
    { headers: [['x', 'a\nb']] },
    { headers: [['x', 'ü€']] },
    { headers: [['x y', 'a']] },
    { method: 'GE T' },
    { url: 'nowhere' },
    { url: 'ftp://files.test/' },
  ])('and the sender says so: %o', async (part) => {
    const request = { method: 'GET', url: served.target, headers: [], body: undefined };
    const { failure } = await send({ ...request, ...part } as Parameters<typeof send>[0]);
    expect(failure).toMatch(/^HTTP cannot carry it: /);
  });
});
