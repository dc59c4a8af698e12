import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askCabinet, loadCabinet } from './cabinet.ts';
import { startMock, type TestMock } from './pets.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([await loadCabinet()]);
}, 60_000);
beforeEach(async () => {
  await mock.reset();
  const fields = [{ title: 'isOld', kind: 'boolean' }];
  await askCabinet(mock, 'POST', '/drawers', { name: 'top', fields });
  const values = [
    { text: 'Keep dry', size: 3, tags: ['wet'] },
    { text: 'Fragile', size: 9 },
  ];
  await askCabinet(mock, 'POST', '/drawers/top/cards', { values });
});

async function run(statement: string, key?: string) {
  const { status, body } = await askCabinet(mock, 'POST', '/sql', { ask: statement }, key);
  return status === 200 ? body['rows'] : [status, body['error']];
}

const GUEST = 'cabinet_guest_key';

describe('a query is answered', () => {
  test.each<[statement: string, want: unknown]>([
    ['SELECT text FROM top ORDER BY size DESC', [{ text: 'Fragile' }, { text: 'Keep dry' }]],
    ['SELECT count(*) AS n, sum(size) AS s FROM top;', [{ n: 2, s: 12 }]],
    ["SELECT size::text AS s FROM top WHERE text ILIKE 'KEEP%'", [{ s: 3 }]],
    ['SELECT tags, "isOld" FROM top WHERE size = 3', [{ tags: ['wet'], isOld: null }]],
    ["SELECT '1::text; --' AS t -- ; here", [{ t: '1::text; --' }]],
    [
      'SELECT l.size AS a, t.size AS b FROM "left" l JOIN top t ON t.size > l.size',
      [
        { a: 2, b: 3 },
        { a: 2, b: 9 },
      ],
    ],
    ['SELECT now() AS t', [{ t: '2026-01-01T00:00:00.000Z' }]],
  ])('%s', async (statement, want) => {
    expect(await run(statement)).toEqual(want);
  });
});

test('what a statement changes is remembered', async () => {
  expect(await run("INSERT INTO top (text, size) VALUES ('New', 11)")).toEqual([]);
  expect(
    await run('UPDATE top SET "isOld" = true WHERE size < 10 RETURNING size, "isOld"'),
  ).toEqual([
    { size: 3, isOld: true },
    { size: 9, isOld: true },
  ]);
  await run('DELETE FROM top WHERE size = 3');
  const { body } = await askCabinet(mock, 'POST', '/drawers/top/cards/search', {});
  expect(body['cards']).toEqual([
    { no: 3, text: 'Fragile', size: 9, isOld: true },
    { no: expect.any(Number), text: 'New', size: 11 },
  ]);
});

test('who may only read reads', async () => {
  expect(await run('SELECT count(*) AS n FROM top', GUEST)).toEqual([{ n: 2 }]);
});

test.each([
  'DELETE FROM top',
  "INSERT INTO top (text) VALUES ('x')",
  'UPDATE top SET size = 1',
  'WITH a AS (SELECT 1) DELETE FROM top',
])('who may only read is refused: %s', async (statement) => {
  const want = [403, 'This credential may only read, and the statement changes data.'];
  expect(await run(statement, GUEST)).toEqual(want);
  expect(await run('SELECT count(*) AS n FROM top')).toEqual([{ n: 2 }]);
});

describe('a statement is refused', () => {
  test.each<[statement: string, status: number]>([
    ['SELEC 1', 400],
    ['', 400],
    ['SELECT 1; DELETE FROM top', 400],
    ['SELECT * FROM nowhere', 404],
    ['SELECT lost FROM top', 404],
    ['DROP TABLE top', 400],
    ["ATTACH DATABASE 'x.db' AS x", 400],
    ["VACUUM INTO 'x.db'", 400],
    ['PRAGMA table_list', 400],
    ["SELECT load_extension('x')", 400],
  ])('%s', async (statement, status) => {
    expect(await run(statement)).toEqual([status, expect.any(String)]);
  });
});

test('a statement that never ends is stopped, and the next one runs', async () => {
  const endless =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';
  expect(await run(endless)).toEqual([400, expect.stringContaining('too long')]);
  expect(await run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, 60_000);

test('what was deleted is no table any more', async () => {
  await askCabinet(mock, 'DELETE', '/drawers/top');
  expect(await run('SELECT * FROM top')).toEqual([404, expect.any(String)]);
});

test('what SQL has no name for is no column, and hides no other', async () => {
  const values = { text: 'Odd', '': 1, 'a\0b': 2, rowid: 3, TEXT: 4, long: 'x'.repeat(9) };
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`c${i}`, i]));
  await askCabinet(mock, 'POST', '/drawers/top/cards', { values: { ...values, ...many } });
  expect(await run("SELECT text, long FROM top WHERE text = 'Odd'")).toEqual([
    { text: 'Odd', long: 'x'.repeat(9) },
  ]);
});

describe('what a statement writes has the type of its column', () => {
  beforeEach(async () => {
    const fields = [
      { title: 'depth', kind: 'number' },
      { title: 'isOpen', kind: 'flag' },
      { title: 'code', kind: 'text', extra: { once: true } },
    ];
    await askCabinet(mock, 'POST', '/drawers', { name: 'typed', fields });
    await run("INSERT INTO typed (depth, code) VALUES (1, 'a')");
  });

  test.each<[statement: string, error: string]>([
    ["INSERT INTO typed (depth) VALUES ('deep')", '"depth" is number, and the value is none.'],
    ["UPDATE typed SET depth = 'deep'", '"depth" is number, and the value is none.'],
    ['INSERT INTO typed ("isOpen") VALUES (\'maybe\')', '"isOpen" is flag, and the value is none.'],
    ['INSERT INTO typed ("isOpen") VALUES (7)', '"isOpen" is flag, and the value is none.'],
    ["INSERT INTO typed (code) VALUES ('a')", 'No two may have the same "code".'],
    ["INSERT INTO typed (code) VALUES ('b'), ('b')", 'No two may have the same "code".'],
  ])('%s is refused, and nothing is written', async (statement, error) => {
    expect(await run(statement)).toEqual([400, error]);
    expect(await run('SELECT depth, code FROM typed')).toEqual([{ depth: 1, code: 'a' }]);
  });

  test('what SQL spells as such a value is one', async () => {
    await run('INSERT INTO typed (depth, "isOpen", code) VALUES (\'7\', true, null)');
    await run('UPDATE typed SET code = null WHERE depth = 1');
    const { body } = await askCabinet(mock, 'POST', '/drawers/typed/cards/search', {});
    expect(body['cards']).toEqual([
      expect.objectContaining({ depth: 1, code: null }),
      expect.objectContaining({ depth: 7, isOpen: true }),
    ]);
  });
});
