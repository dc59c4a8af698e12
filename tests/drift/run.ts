import { newTally, renderTally, tryChanges, tryEdits, tryRewordings } from './campaign.ts';
import { inventedSubjects, realSubjects } from './subjects.ts';

/**
 * `npm run test:drift -- 20 PART`: 60 changes and ten larger ones for each seed in each document; says what
 * was named, kind by kind. `21-60` begins with another seed.
 */
const [seeds = '20', part = ''] = process.argv.slice(2);
const [first = '1', last = seeds] = seeds.includes('-') ? seeds.split('-') : [];
const all = [...inventedSubjects(), ...realSubjects()];
let failures = 0;
for (const subject of all.filter(({ name, ledger }) => `${ledger.file} ${name}`.includes(part))) {
  const tally = newTally();
  tryRewordings(subject, 1, tally);
  for (let seed = Number(first); seed <= Number(last); seed += 1) {
    tryChanges(subject, seed, 60, tally);
    tryEdits(subject, seed, 2, tally);
  }
  const { missed, invented } = tally;
  failures += missed.length + invented.length;
  const lines = [
    `${subject.ledger.file} ${subject.name}`,
    renderTally(tally),
    `not named ${missed.length}`,
    ...missed,
    `named without a change ${invented.length}`,
    ...invented,
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
process.exitCode = failures === 0 ? 0 : 1;
