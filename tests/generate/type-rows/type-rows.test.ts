import { beforeAll, expect, test } from 'vitest';
import { renderTypes } from '../../../scripts/generate/render-types.ts';
import { loadText } from '../../mock/pets.ts';
import { problemsOf } from '../type-problems.ts';
import { renderRow, TYPE_ROWS, TYPE_ROWS_DOCUMENT } from './type-rows.ts';

let problems: readonly string[];

beforeAll(async () => {
  const types = renderTypes(await loadText(JSON.stringify(TYPE_ROWS_DOCUMENT)));
  const uses = Object.entries(TYPE_ROWS).map(
    ([name, row]) => [placeOf(name), renderRow(row, './types.ts')] as const,
  );
  // The compiler takes its time, so that it runs once.
  problems = problemsOf(new Map([['/rows/types.ts', types], ...uses]), '/rows');
}, 120_000);

function placeOf(name: string): string {
  return `/rows/${name.replaceAll(/\W/g, '-')}.ts`;
}

test.for(Object.keys(TYPE_ROWS))('%s', (name) => {
  expect(problems.filter((it) => it.startsWith(placeOf(name)))).toEqual([]);
});

test('nothing else is wrong with the types', () => {
  expect(problems).toEqual([]);
});
