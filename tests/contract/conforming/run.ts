// Tries every habit of frameworks on a number of seeds: `npm run test:conforming`, or with another
// number of seeds `npm run test:conforming -- 3`.
import { newViolationsOf, notesOf, totalsOf } from '../../../scripts/result/contract-run.ts';
import { groupNotes } from '../../../scripts/result/notes.ts';
import { undecidedOf } from '../../../scripts/result/undetermined.ts';
import { renderUndecided, renderViolation } from '../../../scripts/result/violation-text.ts';
import { HABITS } from './framework.ts';
import { tryShop } from './try-shop.ts';

const SEEDS = 20;

const seeds = Number(process.argv[2] ?? SEEDS);
let found = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  for (const habits of [...HABITS.map((it) => [it]), HABITS.filter((it) => it !== 'html-errors')]) {
    const results = await tryShop(habits, seed);
    const violations = newViolationsOf({ results });
    found += violations.length;
    for (const violation of violations) process.stdout.write(`${renderViolation(violation)}\n\n`);
    const { held, requests, undetermined } = totalsOf(results);
    const notes = groupNotes(notesOf({ results })).map(({ property }) => property);
    process.stdout.write(
      `seed ${seed}, ${habits.join(' and ')}: ${held} checks held, ${violations.length} violations, ` +
        `${notes.length} by standards (${notes.join(', ')}), ${undetermined} undetermined, ${requests} requests\n`,
    );
    if (seed > 1) continue;
    for (const it of undecidedOf(results)) process.stdout.write(`  ${renderUndecided(it)}\n`);
  }
}
process.exitCode = found > 0 ? 1 : 0;
