import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindPath, bindSegment } from '../../scripts/model/bind-segment.ts';

/** Few letters, so that much fits in several ways. */
const text = (most: number) => fc.string({ unit: fc.constantFrom('a', '-', '.'), maxLength: most });

test('parts a segment as the regular expressions of V8 do', () => {
  const some = fc.array(text(2), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(some, text(12), fc.constantFrom(0, 1), (literals, segment, least) => {
      const source = literals
        .map((it) => it.replaceAll('.', String.raw`\.`))
        .join(least === 0 ? '(.*)' : '(.+)');
      const want = new RegExp(`^${source}$`, 's').exec(segment)?.slice(1);
      expect(bindSegment(literals, segment, least)).toEqual(want);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

test.each([
  ['/pets/{id}', '/pets/7', ['7']],
  ['/pets/{id}', '/pets/', undefined],
  ['/pets/{id}', '/pets/7/toys', undefined],
  ['/{id}{.format}', '/neo.json', ['neo.jso', 'n']],
  ['/{from}..{to}/{file}.csv', '/a..b..c/x.csv', ['a..b', 'c', 'x']],
  ['/{}{a}', '/{}7', ['7']],
])('%s and %s', (template, path, want) => {
  expect(bindPath(template, path)).toEqual(want);
});

test('a long segment takes no longer than it is, whoever sends it', () => {
  const segment = 'a'.repeat(1_000_000);
  expect(bindSegment(['', '', '', '', '}'], segment)).toBe(undefined);
  expect(bindSegment(['', 'a', 'a', 'a', ''], segment)).toHaveLength(4);
});
