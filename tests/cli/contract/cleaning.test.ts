import { expect, test } from 'vitest';
import { renderCleaning } from '../../../scripts/cli/contract/cleaning.ts';

const paths = (letter: string, length: number) =>
  Array.from({ length }, (_, at) => `/${letter}${at}`);

test.for<[left: number, kept: number, said: string]>([
  [0, 0, ''],
  [0, 1, 'The run made 1 thing that no documented operation deletes; it is still there: /k0\n'],
  [
    0,
    7,
    'The run made 7 things that no documented operation deletes; they are still there: ' +
      '/k0, /k1, /k2, /k3, /k4, …\n',
  ],
  [1, 0, 'The run made 1 thing and could not delete it: /l0\n'],
  [
    2,
    1,
    'The run made 2 things and could not delete them: /l0, /l1\n' +
      'The run made 1 thing that no documented operation deletes; it is still there: /k0\n',
  ],
])('%i that could not be deleted, %i that nothing deletes', ([left, kept, said]) => {
  expect(renderCleaning({ deleted: 3, left: paths('l', left), kept: paths('k', kept) })).toBe(said);
});
