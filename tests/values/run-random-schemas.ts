import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tryRandomSchemas } from './random-schemas.ts';
import { renderCase, renderFigures, renderRandomSchemas } from './random-schemas-report.ts';
import { askThirdJudge } from './third-judge.ts';
import type { Figures } from './trials.ts';

// [COUNT [SEED...]] [--report]: with --report, reports/random-schemas.md is written anew, for one seed: a judge keeps
// every schema of the process, so that several of 20,000 want more memory than Node gives.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'boolean', default: false } },
});
const [count = 20_000, ...given] = positionals.map(Number);
const otherwise = values.report ? [1] : [Date.now() % 1_000_000];
const runs: Figures[] = [];
for (const seed of given.length > 0 ? given : otherwise) {
  // One after the other: they share the registry of a judge, and the seconds count.
  // oxlint-disable-next-line no-await-in-loop
  const run = await tryRandomSchemas(count, seed, askThirdJudge);
  runs.push(run);
  process.stdout.write(`${renderFigures(run)}\n`);
}
if (values.report) await writeFile('reports/random-schemas.md', renderRandomSchemas(runs));
else
  for (const { open, seed } of runs) {
    for (const it of open) process.stdout.write(`${renderCase(it, seed)}\n`);
  }
if (runs.some((it) => it.wrong.length > 0)) process.exitCode = 1;
