import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { askCabinet, loadCabinet } from './cabinet.ts';
import { startMock, type TestMock } from './pets.ts';

const CARDS = [
  { text: 'Keep dry', size: 3, tags: ['wet', 'cold'] },
  { text: 'Keep cold', size: 5, tags: ['cold'] },
  { text: 'Fragile', size: 9 },
];

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadCabinet()]);
}, 60_000);
beforeEach(async () => {
  await mock.reset();
  await askCabinet(mock, 'POST', '/drawers', { name: 'top' });
  await askCabinet(mock, 'POST', '/drawers/top/cards', { values: CARDS });
});

async function search(body: JsonObject): Promise<JsonObject[]> {
  const { body: answer } = await askCabinet(mock, 'POST', '/drawers/top/cards/search', body);
  return answer['cards'] as JsonObject[];
}

async function change(body: JsonObject): Promise<JsonObject[]> {
  const { body: answer } = await askCabinet(mock, 'POST', '/drawers/top/cards/change', body);
  return answer['cards'] as JsonObject[];
}

const sizes = (cards: readonly JsonObject[]) => cards.map(({ size }) => size);

describe('a list has the things that meet', () => {
  test.each<[where: JsonObject, want: readonly number[]]>([
    [{}, [3, 5, 9]],
    [{ size: 5 }, [5]],
    [{ size: 5, text: 'Fragile' }, []],
    [{ size: { is: 5 } }, [5]],
    [{ size: { not: 5 } }, [3, 9]],
    [{ size: { over: 5 } }, [9]],
    [{ size: { from: 5 } }, [5, 9]],
    [{ size: { under: 5 } }, [3]],
    [{ size: { to: 5 } }, [3, 5]],
    [{ size: { over: 3, under: 9 } }, [5]],
    [{ text: { over: 'Keep' } }, [3, 5]],
    [{ text: { over: 3 } }, []],
    [{ text: { like: 'Keep%' } }, [3, 5]],
    [{ text: { like: '%a%l_' } }, [9]],
    [{ text: { like: 'ra' } }, [9]],
    [{ text: { like: 'keep%' } }, []],
    [{ size: { any: [3, 9, 11] } }, [3, 9]],
    [{ size: { none: [3, 9] } }, [5]],
    [{ tags: { has: 'wet' } }, [3]],
    [{ tags: { has: ['cold'] } }, [3, 5]],
    [{ tags: { within: ['cold', 'hot'] } }, [5]],
    [{ tags: { empty: true } }, [9]],
    [{ tags: { empty: false } }, [3, 5]],
    [{ size: { unknown: 3 } }, [3, 5, 9]],
  ])('%j', async (where, want) => {
    expect(sizes(await search({ where }))).toEqual(want);
  });
});

test('a pattern that nobody means well with takes no time', async () => {
  const text = 'a'.repeat(20_000);
  await askCabinet(mock, 'POST', '/drawers/top/cards', { values: { text } });
  const before = performance.now();
  expect(await search({ where: { text: { like: `${'%a'.repeat(500)}%b` } } })).toEqual([]);
  expect(performance.now() - before).toBeLessThan(1000);
});

test.each<[order: Json, want: readonly number[]]>([
  [[['size', 'DESC']], [9, 5, 3]],
  ['size DESC', [9, 5, 3]],
  [[['size', 'ASC']], [3, 5, 9]],
  ['text', [9, 5, 3]],
  [
    [
      ['tags', 'ASC'],
      ['size', 'DESC'],
    ],
    [5, 3, 9],
  ],
])('a list has the order %j', async (order, want) => {
  expect(sizes(await search({ order }))).toEqual(want);
});

test('a list shows what was asked for', async () => {
  expect(await search({ where: { size: 5 }, show: ['text'] })).toEqual([{ text: 'Keep cold' }]);
});

test('conditions count for what examples show as well', async () => {
  const found: unknown[] = [];
  for (const size of [2, 3]) {
    const body = { where: { size } };
    found.push((await askCabinet(mock, 'POST', '/drawers/left/cards/search', body)).body['cards']);
  }
  expect(found).toEqual([[expect.objectContaining({ size: 2 })], []]);
});

test('an update changes all that meet it, and answers with them', async () => {
  const changed = await change({ values: { text: 'Seen' }, where: { size: { over: 3 } } });
  expect(changed.map(({ size, text }) => [size, text])).toEqual([
    [5, 'Seen'],
    [9, 'Seen'],
  ]);
  expect((await search({})).map(({ text }) => text)).toEqual(['Keep dry', 'Seen', 'Seen']);
  expect(await change({ values: { text: 'No' }, where: { size: 77 } })).toEqual([]);
});

test('an update changes no more than it may', async () => {
  expect(sizes(await change({ values: { text: 'One' }, where: {}, limit: 1 }))).toEqual([3]);
  expect((await search({ where: { text: 'One' } })).map(({ size }) => size)).toEqual([3]);
});

test('an update with an id is about that one', async () => {
  const [card] = await search({ where: { size: 5 } });
  await change({ values: { no: card?.['no'] ?? 0, text: 'Mine' } });
  expect(sizes(await search({ where: { text: 'Mine' } }))).toEqual([5]);
});
