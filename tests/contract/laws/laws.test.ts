import { afterAll, describe, expect, test } from 'vitest';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { renderViolation } from '../../../scripts/result/violation-text.ts';
import { checkServer } from '../run-parcels.ts';
import { LAW_FAULTS } from './law-faults.ts';
import { serveLibrary } from './library.ts';

const LIBRARY = 'tests/contract/laws/openapi.yaml';
const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

const LAWS = new Set(LAW_FAULTS.map(([, property]) => property));

describe('laws that no description repeats', () => {
  test.for(LAW_FAULTS)(
    '%s is found by %s of %s',
    async ([fault, property, operation, seen, ground]) => {
      const served = await serveLibrary(fault);
      const results = await checkServer(LIBRARY, served, { send, operation, property });
      served.close();
      const found = results.flatMap(({ violations }) => violations);
      const own = found.filter((it) => it.property === property && it.operation === operation);
      expect(own.map((it) => it.ground)).toContain(ground);
      expect(own.map(({ proof }) => proof.seen).join('\n')).toContain(seen);
    },
  );

  test.for([1, 2, 3])('a library that keeps them is accused of nothing, seed %i', async (seed) => {
    const served = await serveLibrary();
    const results = await checkServer(LIBRARY, served, { send, seed });
    served.close();
    const own = results.filter(({ property }) => LAWS.has(property));
    const found = own.flatMap(({ violations }) => violations);
    expect(found.map(renderViolation)).toEqual([]);
    const tried = own.filter(({ outcome }) => outcome === 'held');
    expect(new Set(tried.map(({ property }) => property))).toEqual(LAWS);
  });
});
