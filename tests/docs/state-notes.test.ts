import { expect, test } from 'vitest';
import { changedNote, newNote, shownNote } from '../../scripts/docs/state-notes.ts';
import { loadCabinet } from '../mock/cabinet.ts';

const { operations } = await loadCabinet();
const NOTES = { changedNote, newNote, shownNote };

test.each<[note: keyof typeof NOTES, id: string, words: string]>([
  ['newNote', 'createLamp', '`tag` is `lamp {name}`; `place` counts them from 1.'],
  ['newNote', 'createDrawer', 'values in a `card` have the types that each `field` says.'],
  ['changedNote', 'updateLamp', '`heat` is made anew; the answer leaves out `place`.'],
  ['shownNote', 'listLamps', '`since` and `until` keep it to what was made between two days.'],
  [
    'shownNote',
    'searchCards',
    '`cut` cuts long texts at so many bytes, and at 20 where it is true.',
  ],
])('%s of %s says: %s', (note, id, words) => {
  const operation = operations.find((it) => it.id === id);
  expect(operation && NOTES[note](operation)).toContain(words);
});

test('nothing is said where nothing is stated', () => {
  const operation = operations.find((it) => it.id === 'deleteLamp');
  expect(operation && [changedNote, newNote, shownNote].map((note) => note(operation))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
