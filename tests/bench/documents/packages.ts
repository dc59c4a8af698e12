import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../peers.ts';
import type { DocumentPackage } from './listed-documents.ts';

const execute = promisify(execFile);

/** What the bench installs and finds out is kept here. */
export const CACHE = resolve(ROOT, 'node_modules/.cache/kiln-documents');
/** Milliseconds for one package. */
const PATIENCE = 400_000;

/**
 * The folder of a package's files; undefined where it cannot be installed, which is said. Nothing that
 * is in a package runs, and none of its dependencies is installed.
 */
export async function installPackage(
  wanted: DocumentPackage,
  say: (line: string) => void,
): Promise<string | undefined> {
  const { ecosystem, package: name, version } = wanted;
  const folder = join(CACHE, 'packages', ecosystem, `${name.replaceAll('/', '+')}@${version}`);
  if (ecosystem !== 'go' && existsSync(folder)) return folder;
  try {
    if (ecosystem === 'go') return await goModule(name, version);
    const draft = `${folder}.draft`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    await (ecosystem === 'npm' ? unpackNpm : unpackPython)(name, version, draft);
    await rename(draft, folder);
    say(`installed ${name} ${version}`);
    return folder;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 2).join(': ') : String(error);
    say(`not installed: ${name} ${version} (${reason})`);
    return undefined;
  }
}

async function unpackNpm(name: string, version: string, folder: string): Promise<void> {
  const pack = ['pack', `${name}@${version}`, '--ignore-scripts', '--silent'];
  await execute('npm', [...pack, '--pack-destination', folder], { timeout: PATIENCE });
  const archive = await onlyFile(folder);
  await execute('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  await rm(archive);
}

async function unpackPython(name: string, version: string, folder: string): Promise<void> {
  const download = ['-m', 'pip', 'download', '--quiet', '--no-deps', `${name}==${version}`];
  await execute('python3', [...download, '--dest', folder], { timeout: PATIENCE });
  const archive = await onlyFile(folder);
  if (archive.endsWith('.whl')) {
    await execute('python3', ['-m', 'zipfile', '-e', archive, folder]);
  } else await execute('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  await rm(archive);
}

async function onlyFile(folder: string): Promise<string> {
  const [name] = await readdir(folder);
  if (name === undefined) throw new Error('nothing was downloaded');
  return join(folder, name);
}

/** Go keeps modules in a folder of its own. */
async function goModule(name: string, version: string): Promise<string> {
  const download = ['mod', 'download', '-json', `${name}@${version}`];
  const { stdout } = await execute('go', download, { timeout: PATIENCE });
  const { Dir: folder, Error: reason } = JSON.parse(stdout) as { Dir?: string; Error?: string };
  if (folder === undefined) throw new Error(reason ?? 'go tells no folder');
  return folder;
}
