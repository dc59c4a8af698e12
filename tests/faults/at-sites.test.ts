import { expect, test } from 'vitest';
import { faultsOf, nameOf, reachOf } from '../../scripts/faults/fault.ts';
import { sitesInReach } from '../../scripts/faults/at-sites.ts';
import { OPERATORS } from '../../scripts/faults/operators.ts';
import { selectFaults } from '../../scripts/faults/select-faults.ts';
import { brokenRequests } from '../../scripts/faults/site-requests.ts';
import { many, withBody } from '../hostile/describe.ts';
import { loadText } from '../load/load-files.ts';

/** An API that takes and gives an object of so many integers, `note` being a text of so many letters. */
function wide(properties: number, letters: number) {
  const names = many(properties, (at) => `a${at}`);
  const note = { type: 'string', default: 'x'.repeat(letters) };
  return loadText(
    withBody({
      type: 'object',
      required: ['note', ...names],
      properties: {
        note,
        ...Object.fromEntries(names.map((name) => [name, { type: 'integer' }])),
      },
    }),
  );
}

const operatorOf = (id: string) => OPERATORS.filter((it) => it.id === id);
const placesOf = (api: Awaited<ReturnType<typeof wide>>, id: string) =>
  operatorOf(id).flatMap((it) => faultsOf(api, it).map(({ place }) => place.at));

test('has a fault at each site of a small message, and nothing to tell', async () => {
  const api = await wide(60, 10);
  expect(placesOf(api, 'number-as-text')).toHaveLength(60);
  expect(placesOf(api, 'accepts-missing-property')).toHaveLength(61);
  expect(reachOf(api, OPERATORS)).toEqual([]);
});

test('has faults at some sites of a large message, from everywhere, and says so', async () => {
  const api = await wide(100, 150_000);
  for (const id of ['number-as-text', 'accepts-wrong-type', 'refuses-negative-number']) {
    const numbers = placesOf(api, id).flatMap((at) => /^\/a(\d+)/.exec(at)?.[1] ?? []);
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.length).toBeLessThan(70);
    expect(Math.max(...numbers.map(Number))).toBeGreaterThan(95);
  }
  const again = await wide(100, 150_000);
  expect(placesOf(again, 'number-as-text')).toEqual(placesOf(api, 'number-as-text'));
  expect(reachOf(api, operatorOf('accepts-missing-property'))).toEqual([
    { operation: 'send', tried: 66, of: 101 },
  ]);
});

test('makes a fault at any site of a large message that is asked for', async () => {
  const api = await wide(100, 150_000);
  const tried = placesOf(api, 'accepts-missing-property');
  const left = many(100, (at) => `/a${at}/required`).filter((it) => !tried.includes(it));
  expect(left.length).toBeGreaterThan(30);
  for (const at of left.slice(0, 3)) {
    const [fault] = selectFaults([`accepts-missing-property@send#${at}`], [api]);
    expect(fault && nameOf(fault)).toBe(`accepts-missing-property@send#${at}`);
  }
  expect(() => selectFaults(['accepts-missing-property#/no-such/required'], [api])).toThrow(
    'has no place',
  );
});

test('looks at the fewer sites the larger a message is, and at fifty of any', () => {
  const sites = many(1000, (at) => at);
  expect(sitesInReach(sites, 0)).toEqual(sites);
  expect(sitesInReach(sites, 10_000)).toEqual(sites);
  expect(sitesInReach(sites, 20_000)).toHaveLength(500);
  expect(sitesInReach(sites, 1e9)).toHaveLength(50);
});

test('a request that breaks one constraint is made once for all who ask', async () => {
  const api = await wide(3, 10);
  const [operation] = api.operations;
  const [first] = operation ? brokenRequests(api, operation) : [];
  expect(first?.body).toBe('{"a0":1,"a1":1,"a2":1}');
  expect(operation && brokenRequests(api, operation)[0]).toBe(first);
});
