import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Json } from '../../scripts/base/json.ts';
// It makes JSON.stringify write bigints.
// oxlint-disable-next-line import/no-unassigned-import
import '../../scripts/base/json-text.ts';
import { PYTHON, SERVERS } from '../foreign/server.ts';
import type { Verdict } from './two-judges.ts';

/** A value, and the schema that it is held against. */
export interface Question {
  readonly schema: Json;
  readonly value: Json;
}

/** Milliseconds for all questions together. */
const PATIENCE = 120_000;

/**
 * What jsonschema-rs says to each question, from one process of the environment that
 * `npm run foreign:install` makes; undefined where that is not there.
 */
export async function askThirdJudge(
  questions: readonly Question[],
): Promise<readonly Verdict[] | undefined> {
  const child = spawn(PYTHON.file, [`${SERVERS}python/schema_judge.py`], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: PATIENCE,
  });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
  // A process that is not there or ends early takes no more lines; that it ended is seen below.
  child.stdin.on('error', () => undefined);
  child.stdin.end(questions.map((it) => `${JSON.stringify(it)}\n`).join(''));
  const [printed, isWhole] = await Promise.all([text(child.stdout).catch(() => ''), ended]);
  const lines = printed.split('\n').slice(0, -1);
  if (!isWhole && lines.length === 0) return undefined;
  return questions.map((_, place) => VERDICTS.get(lines[place] ?? ''));
}

const VERDICTS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
