import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { installPrograms } from './install.ts';
import { measureMatrix } from './matrix.ts';
import { renderMatrix } from './matrix-report.ts';

// `run.ts install` ends once the programs are there; without it, reports/wire-matrix.md is written anew.
const say = (line: string) => void process.stdout.write(`${line}\n`);
const isWhole = await installPrograms(say);
if (!isWhole) process.exitCode = 1;
else if (process.argv[2] !== 'install') {
  const report = fileURLToPath(new URL('../../reports/wire-matrix.md', import.meta.url));
  await writeFile(report, await renderMatrix(await measureMatrix()));
  say(`written: ${report}`);
}
