import { expect, test } from 'vitest';
import {
  AMBIGUOUS_BODIES,
  ENDLESS_BODIES,
} from '../../../scripts/contract/generation/hostile-bodies.ts';

const HOSTILE_BODIES = [...AMBIGUOUS_BODIES, ...ENDLESS_BODIES];

const made = (what: string, body: string): string =>
  HOSTILE_BODIES.find((it) => it.what === what)?.make(body) ?? '';

test.for<[body: string, wanted: string]>([
  ['{"a":1,"b":"x"}', '{"a":1,"b":"x","a":1,"b":"x"}'],
  ['{"a":{"b":[1]}}', '{"a":{"b":[1]},"a":{"b":[1]}}'],
  ['{"a":9007199254740993}', '{"a":9007199254740993,"a":9007199254740993}'],
  ['{}', '{"kiln":1,"kiln":1}'],
  ['[1]', '{"kiln":1,"kiln":1}'],
  ['', '{"kiln":1,"kiln":1}'],
])('the members of %s are named twice', ([body, wanted]) => {
  expect(made('a body that names its members twice', body)).toBe(wanted);
});

test.for<[body: string, wanted: string]>([
  ['{"a":1,"b":2}', '{"a":NaN,"b":2}'],
  ['{"a":"1","b":[{"c":2.5}]}', '{"a":"1","b":[{"c":NaN}]}'],
  ['{"a":"x"}', '{"a":"x","kiln":NaN}'],
  ['[3]', '[NaN]'],
  ['4', 'NaN'],
  ['"x"', '{"kiln":NaN}'],
  ['', 'NaN'],
])('the first number of %s is none', ([body, wanted]) => {
  expect(made('NaN in place of a number', body)).toBe(wanted);
});

test('all but NaN is JSON, whatever it is made of', () => {
  for (const body of ['{"a":1}', '{}', '[]', 'null', '"x"', '']) {
    const read = HOSTILE_BODIES.map(({ what, make }) => [what, 'value' in parse(make(body))]);
    expect(read).toEqual(HOSTILE_BODIES.map(({ what }) => [what, !what.startsWith('NaN')]));
  }
});

function parse(text: string): { value: unknown } | { error: unknown } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error };
  }
}
