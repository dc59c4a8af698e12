import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interrupt } from './interrupt.ts';
import { ODD } from './odd.ts';
import { isAlive, watchKiln } from './watch-process.ts';
import { startHostileServer } from './hostile-server.ts';
import { UNUSABLE } from './unusable.ts';
import { WILD } from './wild.ts';

/**
 * `npm run test:hostile-commands -- [what] [command]`: every hostile description through every command, in
 * processes of their own: none works or grows without a bound, none ends with a bug of ours, and Ctrl-C
 * ends each at once.
 */
const [, , what = '', only = ''] = process.argv;
/** Milliseconds that a command may work. */
const DEADLINE = 120_000;
/** MiB. */
const MOST = 1500;

const server = await startHostileServer();
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  lint: [],
  bundle: [],
  generate: [],
  docs: [],
  mock: ['--port', '0'],
  test: ['--target', server.origin, '--runs', '5'],
  prove: ['--sample', '3', '--runs', '3', '--jobs', '1'],
};

/** Commands that are run once more, to be interrupted; a mock is each time. */
const INTERRUPTED: ReadonlySet<string> = new Set(['lint', 'test', 'prove']);

let failures = 0;
for (const { what: name, text, isVast } of [...UNUSABLE, ...ODD, ...WILD]) {
  if (!new RegExp(what).test(name)) continue;
  for (const [command, usual] of Object.entries(COMMANDS)) {
    if (!new RegExp(only).test(command)) continue;
    const options = isVast && command === 'test' ? [...usual, '--budget', '60s'] : usual;
    const folder = await mkdtemp(join(tmpdir(), 'kiln-'));
    const file = join(folder, 'hostile.yaml');
    await writeFile(file, text);
    const watched = watchKiln([command, file, ...options], folder, DEADLINE);
    const families: number[] = [];
    let note = '';
    if (command === 'mock') {
      await watched.says('Ctrl-C stops');
      note = await attack(watched);
    }
    const { exitCode, out, err, milliseconds, work, peak } = await watched.ended;
    if (INTERRUPTED.has(command)) {
      const again = watchKiln([command, file, ...options], folder, DEADLINE);
      note = await interrupt(again);
      families.push(...again.family());
    }
    const orphans = [...watched.family(), ...families].filter(isAlive);
    const isBad =
      ![0, 1, 2].includes(exitCode ?? -1) ||
      peak > MOST ||
      orphans.length > 0 ||
      /FAILED/.test(note) ||
      // What was left aside may be listed before it.
      (exitCode === 2 && !/^error: |so nothing is proven$/m.test(err)) ||
      /bug in kiln|internal|RangeError|TypeError|out of memory/.test(out + err);
    if (isBad) failures += 1;
    const [seconds, worked] = [milliseconds, work].map((it) => (it / 1000).toFixed(1).padStart(6));
    process.stdout.write(
      `${seconds} s, ${worked} s of work ${peak.toFixed(0).padStart(5)} MiB exit ${exitCode} ${isBad ? 'BAD ' : ''}${command}: ${name} ${note}\n`,
    );
    if (isBad)
      process.stdout.write(`    ${(err || out).slice(0, 1500).replaceAll('\n', '\n    ')}\n`);
    else if (exitCode === 2)
      process.stdout.write(`    ${/^error: .*/m.exec(err)?.[0].slice(0, 200)}\n`);
    await rm(folder, { recursive: true, force: true });
  }
}
await server.close();
process.stdout.write(`${failures} failures\n`);
process.exitCode = failures > 0 ? 1 : 0;

async function attack(watched: ReturnType<typeof watchKiln>): Promise<string> {
  const { attackMock } = await import('./attack-mock.ts');
  return attackMock(watched);
}
