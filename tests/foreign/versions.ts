import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SERVERS } from './server.ts';

const PACKAGES = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The pinned version of a package, from the file that pins it; empty where none does. */
export async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(`${PACKAGES}${name}/package.json`, 'utf8').catch(() => '{}');
  const { version } = JSON.parse(manifest) as { version?: string };
  if (version !== undefined) return version;
  const files = ['python/requirements.txt', 'go/go.mod', 'spring/pom.xml'];
  const [python = '', go = '', java = ''] = await Promise.all(
    files.map((file) => readFile(`${SERVERS}${file}`, 'utf8')),
  );
  const escaped = RegExp.escape(name);
  const found =
    new RegExp(`^${escaped}==(\\S+)`, 'm').exec(python) ??
    new RegExp(`^\\s*${escaped} v?(\\S+)`, 'm').exec(go) ??
    new RegExp(`<artifactId>${escaped}</artifactId>\\s*<version>([^<]+)`).exec(java);
  return found?.[1] ?? '';
}
