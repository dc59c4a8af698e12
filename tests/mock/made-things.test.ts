import { beforeAll, beforeEach, expect, test } from 'vitest';
import { textOf, type JsonObject } from '../../scripts/base/json.ts';
import { askCabinet, loadCabinet } from './cabinet.ts';
import { startMock, type TestMock } from './pets.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadCabinet()]);
}, 60_000);
beforeEach(async () => {
  await mock.reset();
});

const ask = (
  ...given: Parameters<typeof askCabinet> extends [TestMock, ...infer Rest] ? Rest : never
) => askCabinet(mock, ...given);

async function fieldsOf(drawer: string): Promise<unknown> {
  const { status, body } = await ask('GET', `/drawers/${drawer}/fields`);
  return status === 200 ? body['fields'] : status;
}

const SIZE = { title: 'size', kind: 'number', extra: { unit: 'cm' } };

test('a new thing holds what it was made with and what each one holds', async () => {
  await ask('POST', '/drawers', { name: 'top', fields: [SIZE] });
  const label = { name: 'label', kind: 'text' };
  const size = { name: 'size', kind: 'number', more: { unit: 'cm' } };
  expect(await fieldsOf('top')).toEqual([label, size]);
  expect((await ask('POST', '/drawers/top/cards/search', {})).body).toEqual({ cards: [] });
  await ask('POST', '/drawers', { name: 'low' });
  expect(await fieldsOf('low')).toEqual([label]);
});

test('what is only shown holds what the examples show', async () => {
  expect(await fieldsOf('left')).toEqual([
    { name: 'label', kind: 'text' },
    { name: 'size', kind: 'number' },
  ]);
});

test('what is within a thing goes when it is deleted, and is not there when it is made again', async () => {
  await ask('POST', '/drawers', { name: 'top', fields: [SIZE] });
  await ask('POST', '/drawers/top/cards', { values: { size: 1 } });
  expect((await ask('DELETE', '/drawers/top')).status).toBe(204);
  expect(await fieldsOf('top')).toBe(404);
  expect((await ask('POST', '/drawers/top/cards', { values: { size: 1 } })).status).toBe(404);
  await ask('POST', '/drawers', { name: 'top' });
  expect(await fieldsOf('top')).toEqual([{ name: 'label', kind: 'text' }]);
  expect((await ask('POST', '/drawers/top/cards/search', {})).body).toEqual({ cards: [] });
});

test('a thing is called in answers as its operation calls it', async () => {
  const { body } = await ask('POST', '/drawers/left/fields', { ...SIZE, title: 'depth' });
  expect(body).toEqual({ title: 'depth', kind: 'number', more: { unit: 'cm' } });
  expect(await fieldsOf('left')).toContainEqual({
    name: 'depth',
    kind: 'number',
    more: { unit: 'cm' },
  });
});

test('a renamed thing keeps its place and is known by its new name alone', async () => {
  await ask('POST', '/drawers', { name: 'top', fields: [SIZE, { ...SIZE, title: 'last' }] });
  const { body } = await ask('POST', '/drawers/top/fields/size', { newTitle: 'width' });
  const names = (body['fields'] as JsonObject[]).map(({ name }) => name);
  expect([names, body['count']]).toEqual([['label', 'width', 'last'], 3]);
  expect(await fieldsOf('top')).toEqual(body['fields']);
  expect((await ask('DELETE', '/drawers/top/fields/size')).status).toBe(204);
  expect((await ask('DELETE', '/drawers/top/fields/width')).status).toBe(204);
  expect((await fieldsOf('top')) as JsonObject[]).toHaveLength(2);
});

test('what only an example shows can be renamed', async () => {
  const { body } = await ask('POST', '/drawers/left/fields/size', { newTitle: 'width' });
  expect(body['fields']).toEqual([
    { name: 'label', kind: 'text' },
    { name: 'width', kind: 'number' },
  ]);
});

test('what is protected is refused, and stays as it is', async () => {
  const renamed = await ask('POST', '/drawers/left/fields/label', { newTitle: 'width' });
  const deleted = await ask('DELETE', '/drawers/left/fields/label');
  expect([renamed.status, deleted.status]).toEqual([400, 400]);
  expect(deleted.body['error']).toBe('The field "label" is protected and cannot be deleted.');
  expect(await fieldsOf('left')).toContainEqual({ name: 'label', kind: 'text' });
});

test('what is new is as new things are, and has keys of its own', async () => {
  const lamps = [{ name: 'Door' }, { name: 'Hall' }, { name: 'Roof', isOn: true }];
  const made: JsonObject[] = [];
  for (const lamp of lamps) made.push((await ask('POST', '/lamps', lamp)).body);
  expect(made.map(({ isOn }) => isOn)).toEqual([false, false, true]);
  expect(new Set(made.map(({ code }) => code)).size).toBe(3);
  expect(made.every(({ code }) => /^k-[a-z]{8}$/.test(textOf(code)))).toBe(true);
  expect((await ask('GET', '/lamps')).body).toEqual(
    expect.arrayContaining(made.map((it) => expect.objectContaining(it))),
  );
});

test('an answer is the one for the state that the thing is in', async () => {
  const { body: lamp } = await ask('POST', '/lamps', { name: 'Door' });
  const path = `/light/${textOf(lamp['code'])}`;
  const light = async () => (await ask('GET', path)).body['light'];
  expect(await light()).toBe('It is dark.');
  await ask('PATCH', `/lamps/${textOf(lamp['id'])}`, { isOn: true });
  expect(await light()).toEqual({ lumen: 400 });
  await ask('PATCH', `/lamps/${textOf(lamp['id'])}`, { isOn: false });
  expect(await light()).toBe('It is dark.');
  await ask('DELETE', `/lamps/${textOf(lamp['id'])}`);
  expect((await ask('GET', path)).status).toBe(404);
  expect((await ask('GET', '/light/k-nobodys')).status).toBe(404);
  expect((await ask('GET', '/light/k-zzzzzzzz')).body['light']).toEqual({ lumen: 400 });
  await ask('PATCH', '/lamps/1', { isOn: false });
  expect((await ask('GET', '/light/k-zzzzzzzz')).body['light']).toBe('It is dark.');
});

test('a thing says when it was made and when it last changed', async () => {
  const { body: made } = await ask('POST', '/lamps', { name: 'Door' });
  expect(made['madeAt']).toBe(made['changedAt']);
  const later = new Date(Date.parse(textOf(made['madeAt'])) + 60_000).toISOString();
  mock.clock.at += 60_000;
  const { body: lit } = await ask('PATCH', `/lamps/${textOf(made['id'])}`, { isOn: true });
  expect([lit['madeAt'], lit['changedAt']]).toEqual([made['madeAt'], later]);
  const listed = (await ask('GET', '/lamps')).body as unknown as readonly JsonObject[];
  expect(listed[1]).toMatchObject({ madeAt: made['madeAt'], changedAt: later });
});
