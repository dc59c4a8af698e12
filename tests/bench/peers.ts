import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = resolve(ROOT, 'node_modules/.cache/kiln-bench');

/** The servers we are compared with. No dependencies of the project: nobody else needs them. */
export const PEERS = {
  '@stoplight/prism-cli': '5.16.0',
  '@scalar/mock-server': '0.14.4',
  '@hono/node-server': '1.19.19',
} as const;
export type Peer = keyof typeof PEERS;

/** Installs the peers that are not there yet, and tells which are missing all the same. */
export async function installPeers(say: (line: string) => void): Promise<readonly Peer[]> {
  const missing = missingPeers();
  if (missing.length === 0) return [];
  const wanted = missing.map((name) => `${name}@${PEERS[name]}`);
  say(`installing ${wanted.join(', ')} into ${FOLDER}`);
  mkdirSync(FOLDER, { recursive: true });
  const flags = ['--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  try {
    await promisify(execFile)('npm', ['install', ...flags, ...wanted], {
      env: { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1' },
    });
  } catch (error) {
    say(`npm install failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return missingPeers();
}

function missingPeers(): readonly Peer[] {
  return (Object.keys(PEERS) as Peer[]).filter((name) => versionOf(name) !== PEERS[name]);
}

function versionOf(name: Peer): string | undefined {
  const file = resolve(FOLDER, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return undefined;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string };
  return version;
}

const requirePeer = createRequire(`${FOLDER}/`);

/** Path of a file of a peer. */
export function peerPath(name: Peer, file: string): string {
  return resolve(FOLDER, 'node_modules', name, file);
}

export function importPeer(name: Peer): Promise<unknown> {
  return import(pathToFileURL(requirePeer.resolve(name)).href);
}
