import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { coverageOf } from '../../scripts/contract/coverage/coverage.ts';
import { TAKEN } from '../../scripts/contract/coverage/documented.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import {
  mergeCoverage,
  unseenOf,
  type Facet,
  type OperationCoverage,
} from '../../scripts/result/coverage.ts';
import { PARCELS, runAll } from './run-parcels.ts';

// Every property on every operation takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

const api = await loadDescription(nodeIo, PARCELS);

function rowIn(coverage: readonly OperationCoverage[], operation: string, facet: Facet) {
  const rows = coverage.find((it) => it.operation === operation)?.facets[facet] ?? [];
  return (subject: string) => rows.find((it) => it.subject.endsWith(subject));
}

describe('what a run exercises of a conforming server', () => {
  let results: readonly CheckResult[] = [];
  let coverage: readonly OperationCoverage[] = [];
  beforeAll(async () => {
    results = await runAll(send, undefined, 1);
    coverage = coverageOf(api, results);
  });

  test('a documented status that was never seen is listed, with its line', () => {
    const some = coverageOf(
      api,
      results.filter(({ property }) => property === 'auth.missing'),
    );
    const statuses = some.find((it) => it.operation === 'getParcel')?.facets.status ?? [];
    expect(unseenOf(statuses).map(({ subject, location }) => [subject, location?.line])).toEqual([
      ['400', 122],
      ['404', 134],
      ['429', 122],
    ]);
    const all = coverage.flatMap(({ facets }) => unseenOf(facets.status));
    // No address is sent that could be another's, and this server knows every id that is one.
    expect(all.map(({ subject }) => subject)).toEqual(['404']);
  });

  test('a right server is not asked to fail, nor for the examples that it happens to document', () => {
    const facets = coverage.flatMap(({ facets: own }) => own.example);
    const ofAnswers = facets.filter(({ subject }) => subject.includes('/responses/'));
    expect(ofAnswers.length).toBeGreaterThan(0);
    expect(ofAnswers.flatMap(({ expected }) => expected)).toEqual([]);
    const failures = coverage.flatMap(({ facets: { status } }) =>
      status.filter(({ subject, documented }) => documented && subject.startsWith('5')),
    );
    expect(failures.flatMap(({ expected }) => expected)).toEqual([]);
    // Whoever has a valid credential is told of once.
    expect(coverage.flatMap(({ facets: own }) => unseenOf(own.auth))).toEqual([]);
  });

  test('a quota that nothing limits is not asked for', () => {
    const skipped = results.map((it) =>
      it.property === 'rate.quota' ? { ...it, outcome: 'skipped' as const } : it,
    );
    const status = rowIn(coverageOf(api, skipped), 'getParcel', 'status')('429');
    expect(status).toMatchObject({ documented: true, expected: [] });
    expect(rowIn(coverage, 'getParcel', 'status')('429')?.expected).toEqual(['seen']);
  });

  test('parameters are sent, left out and broken', () => {
    const row = rowIn(coverage, 'getParcel', 'parameter')('query weigh');
    expect(Object.keys(row?.seen ?? {}).toSorted()).toEqual(['invalid', 'omitted', 'sent']);
    // A path without its variable is another path.
    expect(rowIn(coverage, 'getParcel', 'parameter')('path id')?.expected).toEqual([
      'sent',
      'invalid',
    ]);
  });

  test('constraints are satisfied and violated, by pointer and keyword', () => {
    const row = rowIn(coverage, 'createParcel', 'constraint')('/to/maxLength');
    expect(row).toMatchObject({ says: 'maxLength: 40', location: { line: 103 } });
    expect(row?.seen['satisfied']).toBeGreaterThan(0);
    expect(row?.seen['violated']).toBeGreaterThan(0);
  });

  test('limits are tried one below, on and one above', () => {
    for (const subject of ['/parcels/maxItems']) {
      const row = rowIn(coverage, 'createParcels', 'limit')(subject);
      expect(Object.keys(row?.seen ?? {}).toSorted()).toEqual(['N', 'N+1', 'N-1']);
    }
    const bytes = rowIn(coverage, 'createParcel', 'limit')('x-limits/bodyBytes');
    expect(bytes?.seen).toEqual({ 'N-1': 1, N: 1, 'N+1': 1 });
    expect(bytes?.location?.line).toBe(23);
  });

  test('the auth matrix tells who was refused and who let in', () => {
    const row = rowIn(coverage, 'createParcel', 'auth');
    expect(Object.keys(row('auth.missing')?.seen ?? {})).toEqual(['refused']);
    expect(row('auth.alternative')?.seen['let in']).toBe(2);
    expect(row('a valid credential')?.seen['let in']).toBeGreaterThan(0);
  });

  test('media types and examples', () => {
    const media = rowIn(coverage, 'createParcel', 'media');
    expect(media('request application/json')?.seen['seen']).toBeGreaterThan(0);
    expect(media('request another')).toMatchObject({ documented: false, expected: [] });
    expect(
      rowIn(coverage, 'createParcel', 'example')('/small/value')?.seen['seen'],
    ).toBeGreaterThan(0);
  });

  test('two shards together saw what one run saw', () => {
    const [first, second] = [0, 1].map((shard) =>
      coverageOf(
        api,
        results.filter((_, i) => i % 2 === shard),
      ),
    );
    const merged = mergeCoverage([first ?? [], second ?? []]);
    expect(merged).toEqual(coverage);
    expect(JSON.stringify(merged)).toBe(JSON.stringify(coverage));
  });
});

test('the properties that the matrix takes for granted exist', () => {
  const ids = PROPERTIES.map(({ id }) => id);
  expect([...TAKEN].filter((id) => !ids.includes(id))).toEqual([]);
});

test('a status that is seen but not documented is listed too', async () => {
  const coverage = coverageOf(api, await runAll(send, 'undocumented-status', 1));
  const row = rowIn(coverage, 'getParcel', 'status')('418');
  expect(row).toMatchObject({ documented: false, expected: [] });
  expect(row?.seen['seen']).toBeGreaterThan(0);
});
