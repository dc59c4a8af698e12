import { expect, test, vi } from 'vitest';
import {
  createMockStand,
  OPERATORS_OF_CONTRACTS,
  seededFaults,
} from '../../scripts/cli/prove/mock-stand.ts';
import { loadKiosk } from '../mock/kiosk.ts';

test('counts no coverage where nobody reads it, and still tells what held', async () => {
  const api = await loadKiosk();
  const stand = await createMockStand(api, { seed: 1, runs: 1, now: () => 0 });
  const read = api.operations.find(({ method }) => method === 'get');
  const check = await stand.check(undefined, read?.id ?? '', 'conformance');
  expect(check).toMatchObject({ outcome: 'held', violations: [], isProven: true });
  expect(check.requests).toBeGreaterThan(0);
  expect(check.sightings).toBeUndefined();
  await stand.close();
});

test('finds the faults of a description once, whoever asks', async () => {
  const api = await loadKiosk();
  const [operator] = OPERATORS_OF_CONTRACTS;
  const places = operator && vi.spyOn(operator, 'places');
  expect(seededFaults(api).length).toBeGreaterThan(100);
  const stand = await createMockStand(api, { seed: 1, runs: 1, now: () => 0 });
  expect(places).toHaveBeenCalledTimes(api.operations.length);
  await stand.close();
  places?.mockRestore();
});
