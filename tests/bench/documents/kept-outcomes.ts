import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../peers.ts';
import type { ListedDocument } from './listed-documents.ts';
import { CACHE } from './packages.ts';
import { FOREIGN, type StageName, type StageOutcome } from './stages.ts';

interface Kept {
  readonly key: string;
  readonly outcome: StageOutcome;
}

/** What is known of a stage of a document, from a run of the same code on the same bytes. */
export async function recallOutcome(
  document: ListedDocument,
  stage: StageName,
  key: string | undefined,
): Promise<StageOutcome | undefined> {
  const text = await readFile(fileOf(document, stage), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as Kept;
  return key === undefined || kept.key === key ? kept.outcome : undefined;
}

export async function keepOutcome(
  document: ListedDocument,
  stage: StageName,
  key: string,
  outcome: StageOutcome,
): Promise<void> {
  const file = fileOf(document, stage);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ key, outcome } satisfies Kept));
}

/** Stages of ours depend on our code, others' on how they are asked only. */
export function toKey(): (stage: StageName, digest: string) => string {
  const asking = hashOf(globSync(join(import.meta.dirname, 'stages/*.ts')).toSorted());
  const ours = createHash('sha256')
    .update(git('rev-parse', 'HEAD:scripts', 'HEAD:package.json'))
    .update(git('diff', 'HEAD', '--', 'scripts'))
    .digest('hex');
  return (stage, digest) =>
    [digest, asking, FOREIGN.includes(stage) ? '' : ours].map((it) => it.slice(0, 12)).join('-');
}

function git(...argv: string[]): Buffer {
  return execFileSync('git', argv, { cwd: ROOT, maxBuffer: 2 ** 28 });
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function fileOf({ id }: ListedDocument, stage: StageName): string {
  return join(CACHE, 'outcomes', id.replaceAll(/[^\w.@-]+/g, '+'), `${stage}.json`);
}
