import { CELLS } from './cells.ts';
import { titleOf } from './cell.ts';
import { JUDGES } from './judges/judges.ts';
import { claimOf } from './judge.ts';
import { survey } from './survey.ts';
import { writeCell } from './write-cell.ts';
const t = Date.now();
const all = await survey(JUDGES, CELLS, writeCell);
const marks = { yes: 'Y', text: 't', refuses: 'R', other: 'o', none: '-' };
for (const cell of CELLS) {
  const w = writeCell(cell);
  if (!w) {
    console.log(titleOf(cell), 'NOT WRITTEN');
    continue;
  }
  console.log(
    [...all.values()].map((m) => marks[m.get(cell)!.outcome]).join(' '),
    titleOf(cell),
    JSON.stringify({ ...w, body: w.body && Buffer.from(w.body).toString() }),
  );
}
for (const [judge, m] of all)
  for (const [cell, r] of m) {
    const c = claimOf(judge, cell);
    if (c && c !== r.outcome)
      console.log('CLAIM', judge.name, titleOf(cell), c, r.outcome, JSON.stringify(r.value));
  }
console.log(Date.now() - t);
