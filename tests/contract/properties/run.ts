// Tries every property on the mocks of all descriptions, for a number of seeds, and writes down what
// was tried: `npm run test:properties`, or with another number of seeds `npm run test:properties -- 3`.
import { writeFile } from 'node:fs/promises';
import { totalsOf, violationsOf } from '../../../scripts/result/contract-run.ts';
import { renderViolation } from '../../../scripts/result/violation-text.ts';
import { checkApis } from './check-apis.ts';
import { renderTable, RUNS, TABLE } from './table.ts';

const SEEDS = 20;

const seeds = Number(process.argv[2] ?? SEEDS);
let found = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  const checked = await checkApis({ seed, runs: RUNS });
  const results = checked.flatMap((it) => it.results);
  const violations = violationsOf(results);
  found += violations.length;
  for (const violation of violations) process.stdout.write(`${renderViolation(violation)}\n\n`);
  const { held, requests } = totalsOf(results);
  process.stdout.write(
    `seed ${seed}: ${held} checks held, ${violations.length} violations, ${requests} requests\n`,
  );
  if (seed === 1) await writeFile(TABLE, renderTable(checked));
}
process.exitCode = found > 0 ? 1 : 0;
