import { afterAll, expect, test } from 'vitest';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { violationsOf } from '../../../scripts/result/contract-run.ts';
import { checkServer } from '../run-parcels.ts';
import { CABINET_FAULTS } from './cabinet-faults.ts';
import { serveCabinet } from './cabinet-server.ts';

const CABINET = 'tests/mock/cases/cabinet/openapi.yaml';
const { send, close } = createSender({ timeout: 5000, largest: 1e6 });
afterAll(close);

test.for(CABINET_FAULTS)('%s is reported as %s of %s', { timeout: 60_000 }, async (row) => {
  const [fault, property, operation, seen] = row;
  const served = await serveCabinet(fault);
  const results = await checkServer(CABINET, served, { send, operation, property });
  served.close();
  const found = violationsOf(results).map((it) => it.proof.seen);
  expect(found).toContainEqual(expect.stringContaining(seen));
});

const TRIED = [...new Set(CABINET_FAULTS.map(([, property]) => property))];

test.for([1, 2, 3])(
  'nothing is found in a right server with seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const found: string[] = [];
    for (const property of TRIED) {
      const served = await serveCabinet();
      const results = await checkServer(CABINET, served, { send, property, seed });
      served.close();
      found.push(
        ...violationsOf(results).map((it) => `${it.property} ${it.operation}: ${it.message}`),
      );
      expect(results.some(({ outcome }) => outcome === 'held')).toBe(true);
    }
    expect(found).toEqual([]);
  },
);
