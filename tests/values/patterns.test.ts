import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickLengthOf } from '../../scripts/values/quick-length.ts';
import { matchesPattern, toPattern, type Pattern } from '../../scripts/values/patterns.ts';

function patternOf(source: string): Pattern {
  const pattern = toPattern(source);
  if ('reason' in pattern) throw new Error(pattern.reason);
  return pattern;
}

describe.for([
  { source: '^(?=(a+)+$)', text: `${'a'.repeat(60_000)}!` },
  { source: '(?<=^(a|aa)+)b', text: `c${'a'.repeat(100)}b` },
  { source: '^(?!x)(\\w+\\s?)*$', text: `${'word '.repeat(40)}!` },
  { source: '^(a+)+(b)\\2$', text: `${'a'.repeat(60_000)}!` },
  { source: '^(a+)+$', text: `${'a'.repeat(900_000)}!` },
])('$source', ({ source, text }) => {
  test('is undecided in time on what it would take for ever', { retry: 2 }, () => {
    const began = performance.now();
    expect(matchesPattern(source, text)).toBe('undecided');
    // What comes before the deadline is the start of a thread, on a machine that may be busy.
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('is remembered: the same text costs nothing again, and after three no other does', () => {
    const texts = ['', '1', '2', '3'].map((it) => text + it);
    for (const it of texts) matchesPattern(source, it);
    const began = performance.now();
    for (const it of [...texts, `${text}4`]) expect(matchesPattern(source, it)).toBe('undecided');
    expect(performance.now() - began).toBeLessThan(50);
  });
});

test.for([
  { source: '^(a+)+$', text: `${'a'.repeat(60_000)}!` },
  { source: '^(a|a)*$', text: `${'a'.repeat(40)}!` },
  { source: '^(a|ab|b)*c$', text: `${'ab'.repeat(40)}!` },
  { source: '^(\\w+\\s?)*$', text: `${'word '.repeat(40)}!` },
  { source: 'a*a*a*b', text: 'a'.repeat(60_000) },
  { source: '(.*),(.*),(.*)x', text: ','.repeat(60_000) },
  { source: '^(a+)+\\@$', text: `${'a'.repeat(60_000)}!` },
])('is decided in time, though the engine would go back for ever: $source', { retry: 2 }, (it) => {
  const began = performance.now();
  expect(matchesPattern(it.source, it.text)).toBe(false);
  expect(performance.now() - began).toBeLessThan(1000);
});

test.for([
  { source: '^(b+)+$', text: 'b'.repeat(2000), want: true },
  { source: '^(b+)+$', text: 'c'.repeat(2000), want: false },
  { source: '^(\\w+ ?)+$', text: 'several words in a row', want: true },
  { source: '^\\p{L}+(\\p{L}|-)*$', text: 'naïve-Grüße', want: true },
])('a pattern that can be slow decides all the same: $source', ({ source, text, want }) => {
  expect(matchesPattern(source, text)).toBe(want);
});

test.for([
  '^[a-z]+$',
  '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$',
  '^(foo|bar|baz)(,(foo|bar|baz))*$',
  '^([a-z0-9]+(-[a-z0-9]+)*\\.)+[a-z]{2,}$',
  '^(?=.*\\d)(?=.*[a-z]).{8,}$',
  '^\\d{4}-(0[1-9]|1[0-2])-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$',
  '^#([0-9a-f]{3}|[0-9a-f]{6})$',
  '^(?!-)[a-z-]{1,63}(?<!-)$',
  '^https?://\\S+$',
  '^\\s*\\S+\\s*$',
  '\\S',
])('what people write runs at once on a text of a hundred characters: %s', (source) => {
  expect(quickLengthOf(source, 'u')).toBeGreaterThan(100);
});

test.for([
  { source: '^[\\w\\-\\.]+\\@\\w+$', text: 'a-b.c@d' },
  { source: '^a\\_b$', text: 'a_b' },
  { source: '^a{,5}$', text: 'a{,5}' },
  { source: '^[\\w-.]$', text: '-' },
])('$source is taken although the flag u forbids it, and that is named', ({ source, text }) => {
  expect(matchesPattern(source, text)).toBe(true);
  expect(patternOf(source).note).toMatch(/; it is read without the flag u$/);
});

test.for([
  { source: '(', reason: 'Unterminated group' },
  { source: '[b-a]', reason: 'Range out of order in character class' },
  { source: '(?P<year>\\d+)', reason: 'Invalid group' },
  { source: '('.repeat(100_000), reason: 'Too many captures' },
])('no regular expression at all: $reason', ({ source, reason }) => {
  expect(toPattern(source)).toEqual({ reason });
  expect(matchesPattern(source, 'x')).toBe('undecided');
});

test.for([
  { source: '(((a{100}){100}){100}){100}', text: 'a' },
  { source: `${'(?:'.repeat(500)}a${')'.repeat(500)}`, text: 'ba' },
  { source: 'a'.repeat(100_000), text: 'a'.repeat(100_000) },
  { source: '^(?:a|b)*$', text: 'ab'.repeat(5_000_000) },
])('what is large ends in time: case %#', ({ source, text }) => {
  const began = performance.now();
  expect([true, false, 'undecided']).toContain(matchesPattern(source, text));
  expect(performance.now() - began).toBeLessThan(3000);
});

/** Patterns made of what decides about cost. */
const { pattern: anyPattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\S', '\\s', '\\b', '^', '$', 'é', '😀'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}${other}`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,3}', '{2,}', '*?'))
      .map(([body, times]) => `(?:${body})${times}`),
    tie('pattern').map((body) => `(${body})`),
    fc
      .tuple(fc.constantFrom('=', '!', '<=', '<!'), tie('pattern'))
      .map(([kind, body]) => `(?${kind}${body})`),
  ),
}));
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀'), maxLength: 12 });

test('agrees with the engine, whatever the pattern and the text', () => {
  fc.assert(
    fc.property(anyPattern, anyText, (source, text) => {
      expect(matchesPattern(source, text)).toBe(new RegExp(source, 'u').test(text));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('what is called quick is quick, on texts that lead astray', () => {
  const repeated = fc.tuple(anyText, fc.nat(2000)).map(([it, times]) => `${it.repeat(times)}!`);
  fc.assert(
    fc.property(anyPattern, repeated, (source, text) => {
      const cut = text.slice(0, Math.max(quickLengthOf(source, 'u'), 0));
      const matcher = new RegExp(source, 'u');
      const began = performance.now();
      matcher.test(cut);
      expect(performance.now() - began).toBeLessThan(1000);
    }),
    { numRuns: 1000, seed: 11 },
  );
});
