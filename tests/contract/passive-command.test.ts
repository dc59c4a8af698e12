import { afterAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runKiln } from '../cli/run-kiln.ts';
import { inPieces } from './record-traffic.ts';
import { PARCELS } from './run-parcels.ts';

const written = new Map<string, string>();
afterAll(() => written.clear());

/** Runs `kiln check` on a recording that is only a text. */
async function check(file: string, text: string, ...argv: readonly string[]) {
  return await runKiln(['check', file, '--api', PARCELS, ...argv], {
    readChunks: () => inPieces(text, 13),
    writeText: (path, content) => Promise.resolve(void written.set(path, content)),
  });
}

const url = 'https://parcels.test/v1/parcels/p001';
const headers = { 'X-Key': 'recorded-secret' };
const answer = { status: 200, headers: { 'content-type': 'application/json' } };
const good = JSON.stringify({
  request: { method: 'GET', url, headers },
  response: { ...answer, body: '{"id":"p001","to":"Ada","grams":1}' },
});
const bad = JSON.stringify({
  request: { method: 'GET', url, headers },
  response: { ...answer, body: '{"id":"p001","to":"Ada"}' },
});

test('lines of JSON that hold give 0, and reports', async () => {
  const { exitCode, out } = await check('day.ndjson', `${good}\n\n${good}\n`);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^parcels: 1 held, 0 violated, .*; 2 exchanges in /);
  expect(out).toMatch(/\ncoverage: statuses 1\/\d+.*never seen: /);
  expect(written.get('reports/parcels/report.html')).toContain('npx kiln check day.ndjson');
});

test('a violation gives 1, the line it was recorded on, and no secret', async () => {
  const { exitCode, out } = await check('day.ndjson', `${good}\n${bad}\n`, '--report', 'github');
  expect(exitCode).toBe(1);
  expect(out).toContain('  from    day.ndjson:2\n');
  expect(out).toContain(`::error file=${PARCELS.replaceAll(':', '%3A')},line=107,col=`);
  expect(out).not.toContain('recorded-secret');
});

describe('what cannot be read is refused with its line', () => {
  test.for([
    { file: 'a.ndjson', text: `${good}\n{"request": oops}`, says: 'a.ndjson:2: It is not JSON' },
    { file: 'a.ndjson', text: '[]', says: 'a.ndjson:1: It is not an object' },
    { file: 'a.ndjson', text: '{"request":{"method":"GET"}}', says: 'has no absolute URL' },
    {
      file: 'a.har',
      text: '{"log":{"entries":[\n{"request":1}]}}',
      says: 'a.har:2: It has no request',
    },
    {
      file: 'a.har',
      text: '{"log":{"entries":[\n{"request":',
      says: 'a.har:2: The archive breaks off',
    },
    { file: 'a.har', text: '{"entries":[]}', says: 'a.har:1: There is no log.entries' },
    { file: 'a.har', text: '{"log":{"entries":[]}}', says: 'None of the 0 exchanges in a.har' },
  ])('$says', async ({ file, text, says }) => {
    const { exitCode, err } = await check(file, text);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
    expect(err).toContain('hint: ');
  });

  test('a file that is not there', async () => {
    const { exitCode, err } = await runKiln(['check', 'no/such.har', '--api', PARCELS]);
    expect(exitCode).toBe(2);
    expect(err).toContain('Cannot read no/such.har');
  });
});

describe('a recording that breaks off is judged as far as it goes', () => {
  const archive = `{"log":{"entries":[\n${bad},\n${good.slice(0, 80)}`;
  test.for([
    { file: 'a.ndjson', text: `${bad}\n${good.slice(0, 80)}`, at: 2 },
    { file: 'a.har', text: archive, at: 3 },
  ])('$file', async ({ file, text, at }) => {
    const { exitCode, out } = await check(file, text);
    expect(exitCode).toBe(1);
    expect(out).toContain('breaks required');
    expect(out).toContain(
      `  the recording breaks off (${file}:${at}); what was after is not known\n`,
    );
  });
});

test('a recording that breaks nothing says how much of the whole it has', async () => {
  const { out } = await check('day.ndjson', good);
  expect(out).toMatch(
    /\nparcels: the recording breaks nothing of the contract; 1 of \d+ operations were recorded\n$/,
  );
});

test('traffic of another address is found when the address is given', async () => {
  const moved = good.replace('https://parcels.test/v1', 'http://127.0.0.1:9/mounted');
  expect((await check('a.ndjson', moved)).exitCode).toBe(2);
  const { exitCode } = await check('a.ndjson', moved, '--target', 'http://127.0.0.1:9/mounted');
  expect(exitCode).toBe(0);
});

const idOf = async () => /^ {2}id +([0-9a-f]{10})$/m.exec((await check('a.ndjson', bad)).out)?.[1];
const entryOf = (fields: Readonly<Record<string, string>>) =>
  `violations:\n${Object.entries(fields)
    .map(([name, value], i) => `${i === 0 ? '  - ' : '    '}${name}: ${value}\n`)
    .join('')}`;

async function checkWith(baseline: string, text = bad) {
  return await runKiln(['check', 'a.ndjson', '--api', PARCELS, '--baseline', 'known.yaml'], {
    readChunks: () => inPieces(text, 13),
    readText: (path) => (path === 'known.yaml' ? Promise.resolve(baseline) : nodeIo.readText(path)),
    writeText: (path, content) => Promise.resolve(void written.set(path, content)),
  });
}

describe('a baseline', () => {
  const fields = {
    operation: 'getParcel',
    property: 'conformance',
    owner: 'Ada',
    reason: 'being repaired',
    expires: '2999-12-31',
  };

  test('excuses what it knows', async () => {
    const { exitCode, out } = await checkWith(entryOf({ id: `${await idOf()}`, ...fields }));
    expect(exitCode).toBe(0);
    expect(out).toContain(
      'breaks required; until 2999-12-31, Ada: being repaired (known.yaml:2)\n\n',
    );
    expect(out).toContain('baseline: known.yaml: 1 known, 0 expired, 0 fixed');
    expect(out).toMatch(/\nparcels: no new violations; 1 known one remains\n$/);
    expect(written.get('reports/parcels/junit.xml')).toContain('failures="0"');
    const { runs } = JSON.parse(written.get('reports/parcels/report.sarif') ?? '') as {
      runs: { results: object[] }[];
    };
    expect(runs[0]?.results).toMatchObject([
      { level: 'warning', baselineState: 'unchanged', suppressions: [{ kind: 'external' }] },
    ]);
  });

  test('excuses nothing when its day is over, and says so', async () => {
    const old = { ...fields, expires: '2020-01-31' };
    const { exitCode, out } = await checkWith(entryOf({ id: `${await idOf()}`, ...old }));
    expect(exitCode).toBe(1);
    expect(out).toContain('known   no longer: expired on 2020-01-31');
  });

  test('lists what no longer occurs', async () => {
    const { exitCode, out } = await checkWith(entryOf({ id: 'abcdef0123', ...fields }), good);
    expect(exitCode).toBe(0);
    expect(out).toContain('fixed: getParcel conformance abcdef0123: remove known.yaml:2');
  });

  test.for([
    {
      text: entryOf({ id: 'a', ...fields, expires: 'soon' }),
      says: 'known.yaml:7: baseline.violations.0.expires must match format "date"',
    },
    { text: entryOf({ id: 'a', operation: 'b' }), says: "must have required property 'property'" },
    {
      text: entryOf({ id: 'a', ...fields, note: 'x' }),
      says: 'known.yaml:8: baseline.violations.0 has an unknown key "note"',
    },
    {
      text:
        entryOf({ id: 'a', ...fields }) +
        entryOf({ id: 'a', ...fields }).replace('violations:\n', ''),
      says: 'known.yaml:8: a is already excused on line 2',
    },
  ])('with a bad entry is refused: $says', async ({ text, says }) => {
    const { exitCode, err } = await checkWith(text);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });
});
