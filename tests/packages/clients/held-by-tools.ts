import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../packed/processes.ts';

/** Exact versions of other people's checkers of packages. */
const TOOLS = { '@arethetypeswrong/cli': '0.18.5', publint: '0.3.25' } as const;

/**
 * Holds a packed package against other people's checkers: that its types are found wherever its modules are, and that
 * its package.json says what is in it. Throws with what they say where they find anything.
 */
export async function isHeldByTools(tarball: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const wanted = Object.entries(TOOLS).map(([name, version]) => `${name}@${version}`);
  await execute('npm', ['install', '--no-audit', '--no-fund', ...wanted], { cwd: folder });
  const bin = (name: string) => join(folder, 'node_modules/.bin', name);
  await execute(
    bin('attw'),
    [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color'],
    { cwd: folder },
  );
  process.stdout.write('attw: no problem in the profile of ES modules\n');
  const { stdout } = await execute(bin('publint'), ['run', tarball, '--strict'], { cwd: folder });
  if (!/All good/.test(stdout)) throw new Error(`publint: ${stdout}`);
  process.stdout.write('publint: nothing to suggest\n');
}
