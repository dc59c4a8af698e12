import { describe, expect, test } from 'vitest';
import { newViolationsOf, notesOf, totalsOf } from '../../../scripts/result/contract-run.ts';
import { groupNotes } from '../../../scripts/result/notes.ts';
import { undecidedOf } from '../../../scripts/result/undetermined.ts';
import { renderViolation } from '../../../scripts/result/violation-text.ts';
import { HABITS, type Habit } from './framework.ts';
import { tryShop } from './try-shop.ts';

/** Every habit, on seeds 1 to 8; `run.ts` beside tries each of them on 20. */
const TRIED: readonly (readonly [seed: number, habits: readonly Habit[]])[] = [
  [1, ['plain']],
  [2, ['web-page', 'decodes-slashes', 'drops-connections']],
  [3, ['redirects-slashes', 'knows-other-methods']],
  [4, ['html-errors', 'few-requests']],
  [6, ['one-refusal']],
  [7, ['compares-members', 'refuses-at-times']],
  [8, ['quota-as-refusal']],
  [5, HABITS.filter((it) => it !== 'html-errors')],
];

describe('a conforming server as frameworks write them', () => {
  test.for(TRIED)(
    'breaks nothing that its description says, seed %i: %s',
    { timeout: 120_000 },
    async ([seed, habits]) => {
      const results = await tryShop(habits, seed);
      expect(newViolationsOf({ results }).map(renderViolation)).toEqual([]);
      expect(results.filter(({ outcome }) => outcome === 'unchecked')).toEqual([]);
      expect(totalsOf(results).held).toBeGreaterThan(50);
      const notes = groupNotes(notesOf({ results })).map(({ property }) => property);
      expect(notes).toContain('method.head');
      expect(undecidedOf(results).length).toBeGreaterThan(3);
    },
  );
});
