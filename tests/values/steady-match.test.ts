import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { steadyMatcher } from '../../scripts/values/steady-match.ts';

const ATOMS =
  'a b . é 😀 [ab] [^a] [😀] \\w \\s \\. \\u0061 \\x62 (a|b) (?:ab) (?:^a|b) (a*) (a|b*) (?:a|) () ^ $ \\b \\B'.split(
    ' ',
  );
const TIMES = ['', '', '', '*', '+', '?', '{2}', '{0}', '{1,}', '{0,2}', '{2,3}', '*?', '+?'];
const atom = fc.constantFrom(...ATOMS);
const item = fc
  .tuple(atom, fc.constantFrom(...TIMES))
  .map(([it, times]) => (/^(?:[$^]|\\[bB])$/.test(it) ? it : `${it}${times}`));
const row = fc.array(item, { maxLength: 4 }).map((items) => items.join(''));
const group = fc.tuple(row, fc.constantFrom(...TIMES)).map(([it, times]) => `(?:${it})${times}`);
const source = fc
  .array(fc.oneof(row, group), { minLength: 1, maxLength: 3 })
  .chain((rows) => fc.constantFrom('', '|').map((joint) => rows.join(joint)));
const character = fc.constantFrom('a', 'b', ' ', '.', 'é', '😀', '\ud83d', '\n', '1');
const text = fc.array(character, { maxLength: 7 }).map((characters) => characters.join(''));

test('it says what the engine says, whatever the pattern and the text', () => {
  const flags = fc.constantFrom('u' as const, '' as const);
  fc.assert(
    fc.property(source, flags, fc.array(text, { minLength: 5, maxLength: 5 }), (it, how, texts) => {
      const steady = steadyMatcher(it, how);
      if (!steady) return;
      const engine = new RegExp(it, how);
      for (const one of texts) expect([one, steady.test(one)]).toEqual([one, engine.test(one)]);
    }),
    { numRuns: 2000, seed: 5 },
  );
});

test.for([
  ['looks ahead', '^(?=a)a', 'u'],
  ['looks behind', 'b(?<!a)', 'u'],
  ['repeats a group', '(a)\\1', 'u'],
  ['has modifiers', '(?i:a)', 'u'],
  ['has more places than are followed', '(a{1000}){1000}', 'u'],
  ['writes a character that is two without the flag u', '^😀+$', ''],
  ['means a u, several times', '^\\u{3}$', ''],
] as const)('a pattern that %s is left to the engine', ([, it, flags]) => {
  expect(steadyMatcher(it, flags)).toBeUndefined();
});

test('a text costs as much for each of its characters', () => {
  const steady = steadyMatcher('^(a+)+$', 'u');
  expect(steady?.test('a'.repeat(100_000))).toBe(true);
  expect(steady?.test(`${'a'.repeat(100_000)}!`)).toBe(false);
});
