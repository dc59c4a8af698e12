import { beforeAll, beforeEach, expect, test } from 'vitest';
import { objectOf, textOf } from '../../scripts/base/json.ts';
import { askCabinet, loadCabinet } from './cabinet.ts';
import { startMock, type TestMock } from './pets.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadCabinet()]);
}, 60_000);
beforeEach(async () => {
  await mock.reset();
});

const things = async (body: object, place = 'here') =>
  (await askCabinet(mock, 'POST', `/things/${place}`, body)).body;
const namesOf = async (body: object, place?: string) =>
  ((await things(body, place))['things'] as { name?: string; id: unknown }[]).map(
    ({ name, id }) => name ?? id,
  );
const make = async (path: string, body: object) =>
  objectOf((await askCabinet(mock, 'POST', path, body)).body);

test('a list of several kinds shows what was made of each, with the word for its kind', async () => {
  const lamp = await make('/lamps', { name: 'Door', room: 'here' });
  await make('/drawers', { name: 'top' });
  const listed: unknown = (await things({}))['things'];
  expect(listed).toContainEqual(
    expect.objectContaining({ name: 'Door', sort: 'LAMP', id: lamp['id'] as unknown }),
  );
  expect(listed).toContainEqual(
    expect.objectContaining({ name: 'top', sort: 'DRAWER', id: 'top' }),
  );
});

test('a request says which kinds are listed; without any all are', async () => {
  await make('/lamps', { name: 'Door', room: 'here' });
  expect(await namesOf({ sorts: ['LAMP'] })).toEqual(['Desk', 'Door']);
  expect(await namesOf({ sorts: ['DRAWER'] })).toEqual(['left']);
  expect(await namesOf({ sorts: [] })).toEqual(['left', 'Desk', 'Door']);
});

test('what lies elsewhere, is otherwise or was deleted is not listed', async () => {
  const door = await make('/lamps', { name: 'Door', room: 'here' });
  await make('/lamps', { name: 'Roof', room: 'there' });
  await make('/lamps', { name: 'Lit', room: 'here', isOn: true });
  expect(await namesOf({ sorts: ['LAMP'] })).toEqual(['Desk', 'Door']);
  expect(await namesOf({ sorts: ['LAMP'] }, 'there')).toContain('Roof');
  await askCabinet(mock, 'PATCH', `/lamps/${textOf(door['id'] ?? null)}`, { isOn: true });
  expect(await namesOf({ sorts: ['LAMP'] })).toEqual(['Desk']);
  await askCabinet(mock, 'PATCH', `/lamps/${textOf(door['id'] ?? null)}`, { isOn: false });
  await askCabinet(mock, 'DELETE', `/lamps/${textOf(door['id'] ?? null)}`);
  expect(await namesOf({ sorts: ['LAMP'] })).toEqual(['Desk']);
  await askCabinet(mock, 'DELETE', '/lamps/1');
  expect(await namesOf({})).toEqual(['left']);
});

test('a search keeps what has the text, in whatever case', async () => {
  await make('/lamps', { name: 'Door', room: 'here' });
  expect(await namesOf({ text: 'dOO' })).toEqual(['Door']);
  expect(await namesOf({ text: 'lamp door' })).toEqual(['Door']);
  expect(await namesOf({ text: 'zebra' })).toEqual([]);
});

test('an answer repeats of its request what it is said to', async () => {
  expect(await things({ text: 'x', limit: 7 }, 'nowhere')).toEqual({
    things: [],
    asked: { text: 'x', limit: 7 },
  });
  expect((await things({ limit: 3 }))['wished']).toBe(3);
  expect((await things({ limit: -3 }))['wished']).toBe(0);
  expect((await things({}))['wished']).toBe(5);
});

test('objects of what is new are completed member by member', async () => {
  expect((await make('/lamps', { name: 'a', shade: { form: 'round' } }))['shade']).toEqual({
    colour: 'white',
    form: 'round',
  });
  expect((await make('/lamps', { name: 'b', shade: {} }))['shade']).toEqual({ colour: 'white' });
  const red = await make('/lamps', { name: 'c', shade: { colour: 'red' } });
  expect(red['shade']).toEqual({ colour: 'red' });
});

test('an unknown path is refused by an example of its own', async () => {
  const nowhere = await askCabinet(mock, 'GET', '/cellar');
  expect([nowhere.status, nowhere.body['error']]).toEqual([404, 'There is no such path.']);
  const gone = await askCabinet(mock, 'DELETE', '/drawers/none');
  expect([gone.status, gone.body['error']]).toEqual([404, 'It is refused.']);
});
