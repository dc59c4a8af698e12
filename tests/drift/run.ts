import { newTally, renderTally, tryChanges, tryRewordings } from './campaign.ts';
import { inventedSubjects, realSubjects } from './subjects.ts';

/** `npm run test:drift -- 20 PART`: 60 changes for each seed in each document; says what was named, kind by kind. */
const [seeds = '20', part = ''] = process.argv.slice(2);
const all = [...inventedSubjects(), ...realSubjects()];
let failures = 0;
for (const subject of all.filter(({ name, ledger }) => `${ledger.file} ${name}`.includes(part))) {
  const tally = newTally();
  tryRewordings(subject, 1, tally);
  for (let seed = 1; seed <= Number(seeds); seed += 1) tryChanges(subject, seed, 60, tally);
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
