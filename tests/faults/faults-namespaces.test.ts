import { expect, test } from 'vitest';
import { exampleRequest } from '../../scripts/faults/example-request.ts';
import { selectFaults } from '../../scripts/faults/select-faults.ts';
import { START, startMock } from '../mock/pets.ts';
import { loadKennels, planOf, play } from '../mock/play.ts';

const kennels = await loadKennels();

/** Statuses of as many requests in a row as make the quota of five, and some more. */
async function statusesIn(faults: readonly string[], namespaces: readonly string[], wait = 0) {
  const operation = kennels.operations.find(({ id }) => id === 'listDogs');
  const draft = operation && exampleRequest(kennels, operation);
  if (!draft) throw new Error('no example of listDogs');
  const mock = await startMock([kennels], { faults: planOf(selectFaults(faults, [kennels])) });
  const headers = { ...draft.headers, authorization: 'Bearer kennels_free' };
  const all: number[][] = [];
  for (const namespace of namespaces) {
    mock.clock.at = START;
    const send = { ...draft, headers: { ...headers, 'x-kiln-namespace': namespace } };
    const seven = Array.from({ length: 7 }, () => ({ send }));
    const played = await play(mock, [...seven, { wait }, { send }]);
    all.push(played.map(({ status }) => status));
  }
  await mock.close();
  return all;
}

test('a fault that lets one request more through does so in each namespace', async () => {
  const late = [200, 200, 200, 200, 200, 200, 429, 429];
  expect(await statusesIn(['quota-one-late@listDogs'], ['a', 'b'])).toEqual([late, late]);
});

test('a fault that never forgets a client forgets it in another namespace', async () => {
  const [first, second] = await statusesIn(['quota-for-good@listDogs'], ['a', 'b'], 60_000);
  expect(first).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  expect(second).toEqual(first);
});
