import { describe, expect, test } from 'vitest';
import { newTally, tryChanges, tryEdits, tryRewordings, keptOf, compare } from './campaign.ts';
import { REWORDINGS } from './rewordings.ts';
import { inventedSubjects, realSubjects } from './subjects.ts';

/** `KILN_SEEDS=20` tries as many, and half of them in the documents of the descriptions, which are long. */
const SEEDS = Number(process.env['KILN_SEEDS'] ?? 2);
const CHANGES = 60;

const invented = inventedSubjects();
const real = realSubjects();

test('there are at least thirty ways to say the same', () => {
  expect(Object.keys(REWORDINGS).length).toBeGreaterThanOrEqual(30);
});

describe.each(invented)('$name', (subject) => {
  test('says nothing where nothing has changed, nor where it is only said otherwise', () => {
    const tally = newTally();
    tryRewordings(subject, 1, tally);
    expect(tally.invented).toEqual([]);
    expect(tally.kinds.get('rewording')?.tried).toBeGreaterThan(4);
  });
  test('names each changed fact by its claim, and nothing else', () => {
    const tally = newTally();
    for (let seed = 1; seed <= SEEDS; seed += 1) tryChanges(subject, seed, CHANGES, tally);
    expect({ missed: tally.missed, invented: tally.invented }).toEqual({
      missed: [],
      invented: [],
    });
  });
});

describe.each(invented)('$name', (subject) => {
  test('names values that change places, other units, lines that are gone and sentences more', () => {
    const tally = newTally();
    for (let seed = 1; seed <= SEEDS; seed += 1) tryEdits(subject, seed, 1, tally);
    expect({ missed: tally.missed, invented: tally.invented }).toEqual({
      missed: [],
      invented: [],
    });
    expect([...tally.kinds.keys()].toSorted()).toEqual([
      'line gone',
      'other period',
      'other unit',
      'sentence more',
      'swapped',
    ]);
  });
});

describe.skipIf(real.length === 0).each(real)('the document of $ledger.file', (subject) => {
  test('states all that is kept of it', () => {
    const { claims, unclaimed, news } = compare(subject, keptOf(subject), subject.text);
    expect(claims.filter(({ changes }) => changes.length > 0)).toEqual([]);
    expect([unclaimed, news]).toEqual([[], []]);
  });
  test('is silent about other words', () => {
    const tally = newTally();
    tryRewordings(subject, 1, tally);
    expect(tally.invented).toEqual([]);
  });
  test('names each changed fact by its claim, and nothing else', () => {
    const tally = newTally();
    for (let seed = 1; seed <= SEEDS / 2; seed += 1) tryChanges(subject, seed, CHANGES, tally);
    expect({ missed: tally.missed, invented: tally.invented }).toEqual({
      missed: [],
      invented: [],
    });
  });
});
