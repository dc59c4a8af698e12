import { expect, test, vi } from 'vitest';
import { nodeIo, type Io } from '../../../scripts/cli/io.ts';
import { violationsOf, type ContractRun } from '../../../scripts/result/contract-run.ts';
import { runKiln } from '../../cli/run-kiln.ts';
import { serveBookings, type Way } from './bookings-server.ts';

vi.setConfig({ testTimeout: 120_000 });

const DESCRIPTION = 'tests/contract/replay/openapi.yaml';
const isReport = (path: string) => path.includes('reports/');

/** Reports in memory, as one project has them; all else is read from where it lies. */
function projectOf() {
  const files = new Map<string, string>();
  const below = (folder: string) => [...files.keys()].filter((it) => it.startsWith(`${folder}/`));
  const io: Partial<Io> = {
    readText: (path) => {
      const text = files.get(path);
      return text === undefined ? nodeIo.readText(path) : Promise.resolve(text);
    },
    exists: (path) => (isReport(path) ? Promise.resolve(files.has(path)) : nodeIo.exists(path)),
    writeText: (path, text) => Promise.resolve(void files.set(path, text)),
    appendText: (path, text) => void files.set(path, (files.get(path) ?? '') + text),
    remove: (path) => {
      for (const it of [path, ...below(path)]) files.delete(it);
      return Promise.resolve();
    },
    list: (folder) =>
      Promise.resolve([
        ...new Set(below(folder).map((it) => it.slice(folder.length + 1).split('/')[0] ?? '')),
      ]),
  };
  return { io, files };
}

const project = projectOf();

/** Runs conformance against a hotel, and gives what was said and is reported. */
async function tested(way: Way) {
  const hotel = await serveBookings(way);
  const argv = ['--target', hotel.target, '--grep', 'conformance', '--runs', '5', '--seed', '1'];
  const { out } = await runKiln(['test', DESCRIPTION, ...argv], project.io);
  const left = hotel.there();
  await hotel.close();
  const [path = ''] = [...project.files.keys()].filter((it) => it.endsWith('replay/run.json'));
  const run = JSON.parse(project.files.get(path) ?? '{}') as ContractRun;
  const ids = new Map(violationsOf(run.results).map((it) => [it.operation, it.id]));
  return { out, ids, run, left, target: hotel.target };
}

/** Replays a finding against another hotel, whose ids are others. */
async function replayed(id: string, way: Way, argv: readonly string[] = []) {
  const hotel = await serveBookings(way, 500);
  const own = ['--replay', id, '--target', hotel.target, ...argv];
  const { exitCode, out, err } = await runKiln(['test', DESCRIPTION, ...own], project.io);
  const [left, asked] = [hotel.there(), hotel.asked];
  await hotel.close();
  return { exitCode, out, err, left, asked };
}

const FOUND = await tested('unconfirmed');
const LIST = FOUND.ids.get('listBookings') ?? '';
const ONE = FOUND.ids.get('getBooking') ?? '';

test('what a finding shows and the run has made is kept with it, with what that was made of', () => {
  expect(FOUND.left).toBe(0);
  const [list] = violationsOf(FOUND.run.results).filter(({ id }) => id === LIST);
  expect(list?.premise?.makings.map((it) => it.request)).toEqual([
    'POST /guests',
    'POST /bookings',
  ]);
  expect(list?.premise?.answer).toMatch(/^#\/\d+\/confirmed_at$/);
  expect(FOUND.out).toMatch(
    /\n {2}first {3}curl .*'{"name":"Ada"}'\n {2}then {4}curl .*"guest_id":"(guest-\d+)".*\n {2}ids {5}\1 is of that run: .*\n {2}again /,
  );
});

test.for<[id: string, way: Way, exitCode: number, said: RegExp]>([
  [LIST, 'unconfirmed', 1, /is still violated/],
  [ONE, 'unconfirmed', 1, /is still violated/],
  [LIST, 'mended', 0, /holds now/],
  [ONE, 'mended', 0, /holds now/],
  [
    LIST,
    'full',
    2,
    /Not decided: POST \/bookings made what .* and is answered 400 now \(not-decided\)/,
  ],
  [ONE, 'full', 2, /Not decided: POST \/bookings made what .* and is answered 400 now/],
  [LIST, 'hidden', 2, /Not decided: no answer to GET \/bookings has anything at body\/0 now/],
  [LIST, 'refuses', 2, /Not decided: GET \/bookings is answered 403 now; it was answered 200 then/],
])('%s is replayed on a hotel that is %s: exit %i', async ([id, way, exitCode, said]) => {
  const seen = await replayed(id, way);
  expect(`${seen.out}${seen.err}`).toMatch(said);
  expect(seen.exitCode).toBe(exitCode);
  // Nothing that was made for it stays.
  expect(seen.left).toBe(0);
});

test('what was made is asked for by its new id', async () => {
  const { asked } = await replayed(ONE, 'mended');
  expect(asked.slice(1, 3)).toEqual(['POST /guests', 'POST /bookings']);
  expect(asked.find((it) => it.startsWith('GET /bookings/'))).toBe('GET /bookings/502');
});

test('a finding of a run that is kept is replayed in the same way', async () => {
  const { ids } = await tested('mended');
  expect([...ids]).toEqual([]);
  expect(await replayed(LIST, 'unconfirmed')).toMatchObject({ exitCode: 1, left: 0 });
  expect(await replayed(LIST, 'full')).toMatchObject({ exitCode: 2 });
});
