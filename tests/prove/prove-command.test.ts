import { expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runKiln } from '../cli/run-kiln.ts';

/** Milliseconds for a command that loads everything, on a machine that does something else as well. */
const SLOW = { timeout: 60_000 };
const KENNELS = 'tests/mock/cases/kennels/openapi.yaml';
const FEW = [
  '--operator',
  'teapot',
  'null-etag',
  'undocumented-path-accepted',
  '--operation',
  'listDogs',
];
const prove = (...argv: readonly string[]) => runKiln(['prove', KENNELS, ...argv, '--jobs', '1']);

test('finds what is broken on purpose, and says nothing of what is allowed', SLOW, async () => {
  const { exitCode, out } = await prove(...FEW);
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^kennels: 1 of 1 faults found \(100%\), 0 of 1 null faults reported, 1 not admitted, \d+ requests/,
  );
});

test('gives the same figures in threads, and with a seed the same requests', SLOW, async () => {
  const few = [...FEW, 'createDog', '--seed', '5'];
  const alone = await prove(...few);
  const threads = await runKiln(['prove', KENNELS, ...few, '--jobs', '2']);
  expect(figures(threads)).toBe(figures(alone));
});

test(
  'writes the page, holds later runs to it, and exits 1 for what it does not list',
  SLOW,
  async () => {
    const files = new Map<string, string>();
    const io = {
      writeText: (path: string, text: string) => Promise.resolve(void files.set(path, text)),
      exists: (path: string) => Promise.resolve(files.has(path)),
      readText: (path: string) => {
        const own = files.get(path);
        return own === undefined ? nodeIo.readText(path) : Promise.resolve(own);
      },
    };
    const argv = ['prove', KENNELS, ...FEW, '--jobs', '1'];
    expect(await runKiln([...argv, '--check'], io)).toMatchObject({ exitCode: 2 });
    expect(await runKiln([...argv, '--report'], io)).toMatchObject({ exitCode: 0 });
    const page = files.get('.kiln/reports/faults.md') ?? '';
    expect(page).toContain('| `undocumented-path-accepted` | 1 |');
    expect(await runKiln([...argv, '--check'], io)).toMatchObject({ exitCode: 0 });
    files.set(
      '.kiln/reports/faults.md',
      page.replaceAll('`undocumented-path-accepted`', '`another`'),
    );
    const { exitCode, out } = await runKiln([...argv, '--check'], io);
    expect([exitCode, out]).toEqual([1, expect.stringContaining('has no witness any more')]);
  },
);

test.each([
  [['--operator', 'teapod'], 'There is no operator "teapod"', 'Did you mean teapot?'],
  [['--operation', 'readMo'], 'There is no operation "readMo"', 'Did you mean readMe?'],
  [['--share', '2'], 'above 0 and up to 1', ''],
])('refuses %j with a reason', async (options, reason, hint) => {
  const { exitCode, err } = await prove(...options);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(reason)]);
  expect(err).toContain(hint);
});

/** What is printed, without how long it took. */
function figures({ out }: { readonly out: string }): string {
  return out.replaceAll(/ in \d+ s/g, '');
}
