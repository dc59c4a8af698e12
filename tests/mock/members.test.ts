import { beforeAll, beforeEach, expect, test } from 'vitest';
import { textOf, type Json, type JsonObject } from '../../scripts/base/json.ts';
import { askCabinet, loadCabinet } from './cabinet.ts';
import { startMock, type TestMock } from './pets.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadCabinet()]);
}, 60_000);
beforeEach(async () => {
  await mock.reset();
  await ask('POST', '/drawers', { name: 'top' });
});

const ask = (
  ...given: Parameters<typeof askCabinet> extends [TestMock, ...infer Rest] ? Rest : never
) => askCabinet(mock, ...given);

const field = async (title: string, kind: string, extra: JsonObject = {}, drawer = 'top') =>
  (await ask('POST', `/drawers/${drawer}/fields`, { title, kind, extra })).status;

const put = async (values: JsonObject | readonly JsonObject[]) =>
  (await ask('POST', '/drawers/top/cards', { values })).status;

async function cards(asked: JsonObject = {}): Promise<readonly JsonObject[]> {
  const { body } = await ask('POST', '/drawers/top/cards/search', asked);
  return (body['cards'] as readonly JsonObject[]).map(({ no: _, ...rest }) => rest);
}

test('a value has the type of its member', async () => {
  await field('depth', 'number');
  await field('isOpen', 'flag');
  expect(await put({ depth: 'deep' })).toBe(400);
  expect(await put([{ depth: 1 }, { isOpen: 'maybe' }])).toBe(400);
  expect(await cards()).toEqual([]);
  expect(await put({ depth: 1.5, isOpen: null, other: 'any' })).toBe(201);
  const { status } = await ask('POST', '/drawers/top/cards/change', {
    values: { depth: 'deep' },
    where: { depth: 1.5 },
  });
  expect(status).toBe(400);
  expect(await cards()).toEqual([{ depth: 1.5, isOpen: null, other: 'any' }]);
});

test('a member has a default, for things that are there as well', async () => {
  await put({ a: 1 });
  await field('state', 'text', { usual: 'new' });
  await put([{ a: 2 }, { a: 3, state: null }, { a: 4, state: 'old' }]);
  expect((await cards()).map(({ state }) => state)).toEqual(['new', 'new', 'new', 'old']);
});

test('no two things have the same where a member says so', async () => {
  await field('code', 'text', { once: true });
  expect(await put({ code: 'x' })).toBe(201);
  expect(await put({ code: 'x' })).toBe(400);
  expect(await put([{ code: 'y' }, { code: 'y' }])).toBe(400);
  expect(await put([{ code: null }, { code: null }, { code: 'y' }])).toBe(201);
  expect(await cards()).toHaveLength(4);
});

test('things follow a member that is renamed or deleted', async () => {
  await field('old', 'text');
  await field('gone', 'text');
  await put({ old: 'v', gone: 'w' });
  await ask('POST', '/drawers/top/fields/old', { newTitle: 'new' });
  await ask('DELETE', '/drawers/top/fields/gone');
  expect(await cards()).toEqual([{ new: 'v' }]);
});

const convert = async (force: boolean) =>
  (await ask('POST', '/drawers/top/fields/depth', { newKind: 'number', force })).status;

test('a member gets another type where all values can have it, or are given up', async () => {
  await field('depth', 'text');
  await put([{ depth: '7' }, { depth: null }, { depth: 'deep' }]);
  expect(await convert(false)).toBe(400);
  expect((await cards()).map(({ depth }) => depth)).toEqual(['7', null, 'deep']);
  expect(await convert(true)).toBe(200);
  expect((await cards()).map(({ depth }) => depth)).toEqual([null, null, null]);
  expect(await put({ depth: 'deep' })).toBe(400);
});

test('values are converted where they can be', async () => {
  await field('depth', 'text');
  await put([{ depth: '7' }, { depth: null }]);
  await ask('POST', '/drawers/top/fields/depth', { newKind: 'number' });
  expect((await cards()).map(({ depth }) => depth)).toEqual([7, null]);
});

test('linked things are shown in the place of references, unless nobody wants them', async () => {
  await ask('POST', '/drawers', { name: 'low' });
  const { body } = await ask('POST', '/drawers/low/cards', { values: { word: 'Ada' } });
  const [{ no = null } = {}] = body['cards'] as readonly { readonly no?: Json }[];
  await field('by', 'link', { drawer: 'low' });
  await put({ by: no });
  const whole = [{ by: { no, word: 'Ada' } }];
  expect(await cards()).toEqual(whole);
  expect(await cards({ follow: ['by'] })).toEqual(whole);
  expect(await cards({ follow: [] })).toEqual([{ by: no }]);
  expect(await cards({ where: { by: no } })).toHaveLength(1);
});

test('long texts are cut where a request wants it, and no character is', async () => {
  await put({ text: 'é'.repeat(15), short: 'abc' });
  expect(await cards({ cut: true })).toEqual([{ text: 'é'.repeat(10), short: 'abc' }]);
  expect(await cards({ cut: 3 })).toEqual([{ text: 'é', short: 'abc' }]);
  expect(await cards({ cut: false })).toEqual([{ text: 'é'.repeat(15), short: 'abc' }]);
});

test('what nobody made and no example names holds nothing', async () => {
  expect((await ask('GET', '/drawers/nowhere/fields')).status).toBe(404);
  expect((await ask('POST', '/drawers/nowhere/cards', { values: {} })).status).toBe(404);
  expect((await ask('GET', '/drawers/left/fields')).status).toBe(200);
});

test('a new thing is numbered and has what its values make up; another operation makes some anew', async () => {
  const { body: one } = await ask('POST', '/lamps', { name: 'Door' });
  const { body: two } = await ask('POST', '/lamps', { name: 'Hall' });
  expect([one, two]).toMatchObject([
    { tag: 'lamp Door', place: 1, heat: null },
    { tag: 'lamp Hall', place: 2 },
  ]);
  const { body: lit } = await ask('PATCH', `/lamps/${textOf(two['id'] ?? null)}`, { isOn: true });
  expect(lit).toMatchObject({ tag: 'lamp Hall', isOn: true, heat: 'warm' });
  expect(lit).not.toHaveProperty('place');
});
