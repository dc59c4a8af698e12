import { describe, expect, test } from 'vitest';
import {
  newViolationsOf,
  notesOf,
  totalsOf,
  type CheckResult,
  type Violation,
} from '../../scripts/result/contract-run.ts';
import type { Ground } from '../../scripts/result/ground.ts';
import { groupNotes } from '../../scripts/result/notes.ts';
import { undecidedOf } from '../../scripts/result/undetermined.ts';
import { renderNote, renderUndecided } from '../../scripts/result/violation-text.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';

function violation(id: string, ground: Ground, operation = 'getPet'): Violation {
  return { ...VIOLATION, id, ground, operation };
}

const BOTH = [violation('a', 'contract'), violation('b', 'standard')];

describe('what a violation rests on', () => {
  test('decides whether it counts: a standard alone does not', () => {
    expect(newViolationsOf(runOf(BOTH)).map(({ id }) => id)).toEqual(['a']);
    expect(notesOf(runOf(BOTH)).map(({ id }) => id)).toEqual(['b']);
  });

  test('makes no difference to a strict run', () => {
    const run = { ...runOf(BOTH), isStrict: true } as const;
    expect(newViolationsOf(run).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(notesOf(run)).toEqual([]);
  });

  test('counts checks apart that found a breach of a standard alone', () => {
    const { results } = runOf([violation('b', 'standard')]);
    expect(totalsOf(results)).toMatchObject({ violated: 0, noted: 1 });
    expect(totalsOf(runOf(BOTH).results)).toMatchObject({ violated: 1, noted: 0 });
  });
});

test('what a server does against a standard is one line, however many operations show it', () => {
  const operations = ['a', 'b', 'c', 'd', 'd'];
  const notes = groupNotes(operations.map((it, at) => violation(`${at}`, 'standard', it)));
  expect(notes).toMatchObject([{ operations: ['a', 'b', 'c', 'd'], message: VIOLATION.message }]);
  expect(notes.map(renderNote)[0]).toContain('4 operations: a, b, c, …');
});

test('what nobody can tell is one line for each reason, with its operations and exchanges', () => {
  const [result] = runOf([]).results;
  const open = (operation: string, reason: string, exchanges: number): CheckResult[] =>
    result === undefined
      ? []
      : [
          {
            ...result,
            operation,
            undetermined: [{ operation, property: 'path.unknown', reason, exchanges }],
          },
        ];
  const results = [...open('a', 'a catch-all', 2), ...open('b', 'a catch-all', 1)];
  const other = open('c', 'a quota', 9);
  expect(undecidedOf([...results, ...other]).map(renderUndecided)).toEqual([
    'path.unknown  a quota  9 times, c',
    'path.unknown  a catch-all  3 times, 2 operations: a, b',
  ]);
  expect(totalsOf(results).undetermined).toBe(3);
});
