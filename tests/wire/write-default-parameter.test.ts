import { anything, assert, constantFrom, date, oneof, property, string, bigInt } from 'fast-check';
import { expect, test } from 'vitest';
import { writeDefaultParameter } from '../../scripts/wire/write-default-parameter.ts';
import { writeParameter } from '../../scripts/wire/write-parameter.ts';

const STYLES = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const;

test('default styles are written as by the writer of all styles, whatever the value', () => {
  const place = constantFrom('path', 'query', 'header', 'cookie');
  const value = oneof(
    anything({ maxDepth: 2 }),
    string({ unit: 'binary' }),
    date({ noInvalidDate: true }),
    bigInt(),
  );
  assert(
    property(
      place,
      oneof(string(), constantFrom('a b', 'a[]', '__proto__')),
      value,
      (at, name, it) => {
        const style = STYLES[at];
        const parameter = { name, in: at, style, explode: style === 'form' };
        const [all, own] = [writeParameter, writeDefaultParameter].map((write) => {
          try {
            return write(parameter, it);
          } catch (error) {
            return String(error);
          }
        });
        expect(own).toBe(all);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
