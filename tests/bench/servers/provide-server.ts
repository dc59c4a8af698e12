import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../peers.ts';
import type { ListedServer } from './listed-server.ts';

const execute = promisify(execFile);

/** What the bench installs and finds out is kept here. */
export const CACHE = resolve(ROOT, 'node_modules/.cache/kiln-servers');
const APPS = resolve(import.meta.dirname, 'apps');
/** Milliseconds for one command. */
const PATIENCE = 3_000_000;
/** Written last: what has it is whole. */
const STAMP = 'kiln-installed';

/** The server's own files; undefined where it has none. */
export function filesOf({ id }: ListedServer): string | undefined {
  const folder = join(APPS, id);
  return existsSync(folder) ? folder : undefined;
}

/** Names what is installed: another version, or other files, is another. */
export function digestOf(server: ListedServer): string {
  const hash = createHash('sha256').update(JSON.stringify(server.install('.')));
  const folder = filesOf(server);
  if (folder !== undefined) {
    for (const name of globSync('**/*', { cwd: folder }).toSorted()) {
      const file = join(folder, name);
      if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** The folder that a server is installed in; undefined where it cannot be, which is said. */
export async function provideServer(
  server: ListedServer,
  say: (line: string) => void,
): Promise<string | undefined> {
  const folder = join(CACHE, 'installed', `${server.id}-${digestOf(server)}`);
  if (existsSync(join(folder, STAMP))) return folder;
  const began = performance.now();
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const files = filesOf(server);
    if (files !== undefined) await cp(files, folder, { recursive: true });
    for (const [program, ...argv] of server.install(folder)) {
      await execute(program, argv, {
        cwd: folder,
        timeout: PATIENCE,
        maxBuffer: 2 ** 28,
        env: environment(),
      });
    }
    await writeFile(join(folder, STAMP), '');
    say(`installed ${server.id} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message.split('\n', 3).join(': ') : String(error);
    say(`not installed: ${server.id} (${reason})`);
    return undefined;
  }
}

/** Ours, but for what keeps Python from compiling once: its servers would then compile at each start. */
export function environment(
  variables: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const { PYTHONDONTWRITEBYTECODE: _, NODE_OPTIONS: __, ...others } = process.env;
  return { ...others, DO_NOT_TRACK: '1', SCARF_ANALYTICS: 'false', ...variables };
}
