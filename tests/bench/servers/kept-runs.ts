import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from '../peers.ts';
import type { ListedServer } from './listed-server.ts';
import type { Outcome, TesterName } from './outcome.ts';
import { CACHE, digestOf } from './provide-server.ts';

interface Kept {
  readonly key: string;
  readonly outcome: Outcome;
}

/** What is known of a tester on a server; with a key only from a run of the same code. */
export async function recallRun(
  server: ListedServer,
  tester: TesterName,
  { settings, key }: { readonly settings: string; readonly key: string | undefined },
): Promise<Outcome | undefined> {
  const text = await readFile(fileOf(server, tester, settings), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as Kept;
  return key === undefined || kept.key === key ? kept.outcome : undefined;
}

export async function keepRun(
  server: ListedServer,
  tester: TesterName,
  { settings, key, outcome }: Kept & { readonly settings: string },
): Promise<void> {
  const file = fileOf(server, tester, settings);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ key, outcome }, undefined, 1));
}

/** Names a run: ours depends on our code, Schemathesis' on its version, both on the server. */
export function toKey(): (server: ListedServer, tester: TesterName) => string {
  const ours = createHash('sha256')
    .update(git('rev-parse', 'HEAD:scripts', 'HEAD:package.json'))
    .update(git('diff', 'HEAD', '--', 'scripts'))
    .digest('hex')
    .slice(0, 12);
  const theirs = createHash('sha256')
    .update(readFileSync(resolve(ROOT, 'scripts/schemathesis/requirements.txt')))
    .digest('hex')
    .slice(0, 12);
  return (server, tester) =>
    [digestOf(server), detailsOf(server), tester === 'Kiln' ? ours : theirs].join(' ');
}

/** What testers are told of a server. */
function detailsOf({ description, base, credentials, left }: ListedServer): string {
  const told = JSON.stringify({ description, base, credentials, left });
  return createHash('sha256').update(told).digest('hex').slice(0, 12);
}

function git(...argv: string[]): Buffer {
  return execFileSync('git', argv, { cwd: ROOT, maxBuffer: 2 ** 28 });
}

/** Runs of other settings, such as the sample's, are kept apart. */
function fileOf({ id }: ListedServer, tester: TesterName, settings: string): string {
  return join(
    CACHE,
    'outcomes',
    settings,
    id,
    `${tester.replaceAll(/\W+/g, '-').toLowerCase()}.json`,
  );
}
