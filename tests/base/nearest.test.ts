import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../scripts/base/nearest.ts';

test.each([
  { word: 'clavya', known: ['clayva', 'claravine'], want: 'clayva' },
  { word: 'CLAYVA', known: ['clayva'], want: 'clayva' },
  { word: 'sylish', known: ['stylish', 'json'], want: 'stylish' },
  { word: 'xy', known: ['ab'], want: undefined },
  { word: 'weather', known: ['clayva'], want: undefined },
  { word: 'pets', known: [], want: undefined },
  { word: '', known: ['a', 'ab'], want: undefined },
])('$word among $known means $want', ({ word, known, want }) => {
  expect(nearest(word, known)).toBe(want);
});

test('a known word means itself, whatever stands beside it', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.nat(), (known, choice) => {
      const word = known[choice % known.length] ?? '';
      expect(nearest(word, known)).toBe(word);
    }),
  );
});

test('one letter left out of a word of three or more is understood', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.nat(), (word, choice) => {
      const at = choice % word.length;
      expect(nearest(word.slice(0, at) + word.slice(at + 1), [word])).toBe(word);
    }),
  );
});
