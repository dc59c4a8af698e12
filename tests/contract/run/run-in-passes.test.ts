import { expect, test } from 'vitest';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createNovelty } from '../../../scripts/contract/run/novelty.ts';
import { passOf, type PlannedCheck } from '../../../scripts/contract/run/plan.ts';
import { runInPasses } from '../../../scripts/contract/run/run-in-passes.ts';
import type { Operation } from '../../../scripts/model/api-model.ts';

/** As much of an operation as a schedule looks at. */
const operationOf = (id: string) => ({ id }) as Operation;
const OPERATIONS = ['a', 'b', 'c'].map(operationOf);

function checksOf(...properties: string[]): PlannedCheck[] {
  const chosen = PROPERTIES.filter(({ id }) => properties.includes(id));
  return OPERATIONS.flatMap((operation) => chosen.map((property) => ({ operation, property })));
}

interface Choice {
  readonly turns?: number;
  readonly concurrency?: number;
  readonly promiseOf?: (operation: Operation) => number;
  readonly isRefused?: (operation: Operation) => boolean;
  /** The request after which the run is ended. */
  readonly endAfter?: number;
}

/** What is sent, in its order: each check sends at so many turns. */
async function sent(checks: readonly PlannedCheck[], choice: Choice = {}) {
  const {
    turns = 1,
    concurrency = 1,
    promiseOf = () => 0,
    isRefused,
    endAfter = Infinity,
  } = choice;
  const requests: string[] = [];
  const ends: string[] = [];
  const { signal, abort } = controllerOf();
  await runInPasses({
    checks,
    concurrency,
    signal,
    promiseOf,
    isRefused,
    async run({ operation, property }, takeTurn) {
      try {
        for (let turn = 0; turn < turns; turn += 1) {
          await takeTurn();
          requests.push(`${operation.id} ${property.id}`);
          if (requests.length >= endAfter) abort();
        }
        ends.push('whole');
      } catch (error) {
        ends.push(String(error));
      }
    },
  });
  return { requests, ends };
}

function controllerOf() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort('the time is over') };
}

test('where nothing valid was taken so far, what is valid goes on before what is broken has its second turns', async () => {
  const [, refused] = OPERATIONS;
  const { requests } = await sent(checksOf('conformance', 'input.rejected'), {
    turns: 8,
    isRefused: (it) => it === refused,
  });
  const first = requests.slice(0, 22);
  const countOf = (what: string) => first.filter((it) => it === what).length;
  expect([countOf('a conformance'), countOf('b conformance')]).toEqual([3, 8]);
  expect(requests.length).toBe(48);
});

test('every operation has had an example and a valid request before any has a broken one', async () => {
  const { requests } = await sent(checksOf('conformance', 'input.rejected'), { turns: 3 });
  expect(requests.slice(0, 9).every((it) => it.endsWith('conformance'))).toBe(true);
  expect(requests.slice(9).every((it) => it.endsWith('input.rejected'))).toBe(true);
});

test('what is random waits until every property has had a first turn on every operation', async () => {
  const checks = checksOf('conformance', 'input.accepted', 'auth.missing', 'envelope');
  const { requests } = await sent(checks, { turns: 8 });
  const turnsOf = (id: string, from: number, to: number) => {
    const at = requests.flatMap((it, index) => (it === `a ${id}` ? [index] : []));
    return [at[from] ?? -1, at[to] ?? -1] as const;
  };
  // The last turn of each pass, and the first of the next.
  const [opened] = turnsOf('conformance', 2, 2);
  const [input, tried] = turnsOf('input.accepted', 0, 1);
  const [access, asked] = turnsOf('auth.missing', 0, 1);
  const [second] = turnsOf('conformance', 3, 3);
  const [rest, last] = turnsOf('envelope', 0, 1);
  const [random] = turnsOf('conformance', 6, 6);
  const order = [opened, input, tried, access, asked, second, rest, last, random];
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order).not.toContain(-1);
  const again = turnsOf('envelope', 2, 2)[0];
  expect(again).toBeGreaterThan(last);
});

test('where there is more to see the next turn comes first', async () => {
  const promises = { a: 0.1, b: 0.2, c: 0.9 };
  const { requests } = await sent(checksOf('conformance'), {
    promiseOf: ({ id }) => promises[id as keyof typeof promises],
  });
  expect(requests.map(([id]) => id)).toEqual(['c', 'b', 'a']);
});

test('what runs alone is not interrupted, and comes before what is random', async () => {
  const checks = checksOf('conformance', 'state.created');
  const { requests } = await sent(checks, { turns: 4, concurrency: 3 });
  const alone = requests.slice(12, 24);
  expect(alone).toEqual(
    OPERATIONS.flatMap(({ id }) => Array.from({ length: 4 }, () => `${id} state.created`)),
  );
});

test('an end leaves what has not begun, and tells what waits', async () => {
  const { requests, ends } = await sent(checksOf('conformance', 'envelope'), {
    turns: 3,
    endAfter: 3,
  });
  expect(requests).toHaveLength(3);
  expect(new Set(ends)).toEqual(new Set(['the time is over']));
  expect(ends.length).toBeLessThan(6);
});

test('a quota is used up after all else', () => {
  const [operation = operationOf('a')] = OPERATIONS;
  const passes = PROPERTIES.map((property) => ({
    id: property.id,
    last: passOf({ operation, property }, 1e6),
  }));
  const latest = passes.toSorted((one, other) => other.last - one.last)[0];
  expect(latest?.id).toBe('rate.quota');
});

test('answers that show a new status or other members promise more than those that repeat', () => {
  const [one, other, untouched] = OPERATIONS.map((it) => it);
  const novelty = createNovelty();
  const request = { method: 'GET', url: 'http://a/', headers: [], body: undefined };
  const answer = (operation: Operation | undefined, status: number, body: string) =>
    operation && novelty.see(operation, { request, response: { status, headers: [], body } });
  for (const name of ['x', 'y', 'z']) answer(one, 200, `{"name":"${name}"}`);
  answer(other, 200, '{"name":"x"}');
  answer(other, 200, '{"name":"x","more":[1]}');
  answer(other, 404, '');
  const promises = [one, other, untouched].map((it) => it && novelty.promiseOf(it));
  expect(promises).toEqual([1 / 3, 1, Infinity]);
});
