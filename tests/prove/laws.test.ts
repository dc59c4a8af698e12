import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createMockStand,
  seededFaults,
  type MockStand,
} from '../../scripts/cli/prove/mock-stand.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { proveUnit } from '../../scripts/prove/prove.ts';
import { sampleFaults } from '../../scripts/prove/sample.ts';
import type { SeededFault } from '../../scripts/result/fault-trial.ts';
import { loadKiosk } from '../mock/kiosk.ts';

/** Milliseconds for all properties, on a machine that does something else as well. */
const SLOW = { timeout: 120_000 };

let kiosk: ApiModel;
let stand: MockStand;
beforeAll(async () => {
  kiosk = await loadKiosk();
  stand = await createMockStand(kiosk, { seed: 1, runs: 5, now: () => performance.now() });
});
afterAll(() => stand.close());

/** What came of each fault, and what was reported without any. */
async function prove(faults: readonly SeededFault[]): Promise<readonly string[]> {
  const told: string[] = [];
  const known = new Map(faults.map((it) => [it.name, it]));
  for (const [operation, own] of Map.groupBy(faults, (it) => it.operation)) {
    const unit = { root: 'kiosk', operation, faults: own.map(({ name }) => name) };
    await proveUnit(kiosk, unit, known, [{ seed: 1, stand }], (it) =>
      told.push('clean' in it ? it.clean : `${it.trial.fault.operator} ${it.trial.outcome}`),
    );
  }
  return told;
}

/** Each operator of the laws, where the description first has a place for it. */
function firstOfEach(families: readonly string[], pattern = /./): readonly SeededFault[] {
  const first = new Map<string, SeededFault>();
  for (const fault of seededFaults(kiosk)) {
    const isMeant = families.includes(fault.family) && pattern.test(fault.operator);
    if (isMeant && !first.has(fault.operator)) first.set(fault.operator, fault);
  }
  return [...first.values()];
}

test.for<[laws: string, families: readonly string[], pattern: RegExp, atLeast: number]>([
  ['keys that come again', ['repeat'], /./, 11],
  ['entity tags and conditions', ['condition'], /./, 21],
  ['pages', ['paging'], /./, 18],
  [
    'what is written, and where it is',
    ['state'],
    /-when-read$|^refused-|^put-again|^location-/,
    19,
  ],
  [
    'methods, scopes and what is only written',
    ['method', 'access', 'body'],
    /^options-hides|^trace-|^head-of|^scope-|^write-only/,
    5,
  ],
])('every fault of %s is found', SLOW, async ([, families, pattern, atLeast]) => {
  const faults = firstOfEach(families, pattern);
  expect(faults.length).toBeGreaterThanOrEqual(atLeast);
  const wanted = faults.map(({ operator }) => `${operator} killed`);
  expect(new Set(await prove(faults))).toEqual(new Set(wanted));
});

test('of what the policies allow nothing is reported', SLOW, async () => {
  const nulls = seededFaults(kiosk).filter(({ family }) => family === 'null');
  const told = await prove(sampleFaults(nulls, 12, 1));
  expect(told.filter((it) => !/ (?:silent|refused)$/.test(it))).toEqual([]);
});
