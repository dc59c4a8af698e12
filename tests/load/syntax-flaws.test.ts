import { expect, test } from 'vitest';
import { UserError } from '../../scripts/base/user-error.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';

test.each([
  ['{"a": 1,\n "b": {', 2, "Expected property name or '}'"],
  ['{"a": 1,\n "b"', 2, "Expected ':' after property name"],
  ['{"a": [1 2}', 1, "Expected ',' or ']' after array element"],
])('%j is told in words of JSON', (text, line, message) => {
  const error = errorOf(() => parseYaml(text, 'pets.json'));
  expect(error).toMatchObject({ code: 'not-json', message: `pets.json:${line}: ${message}` });
  expect(error).toMatchObject({ hint: 'Fix the JSON syntax at that line.' });
});

test('a member that is given twice is told as that in JSON too', () => {
  const error = errorOf(() => parseYaml('{"a": 1,\n"a": 2}', 'pets.json'));
  expect(error).toMatchObject({ message: 'pets.json:2: The key "a" is given twice' });
});

test.each<[text: string, line: number, what: string, value: unknown]>([
  ['a: 1\nb: !!timestamp 2020-01-01', 2, 'tag !!timestamp', { a: 1, b: '2020-01-01' }],
  ['b: !!binary aGk=', 1, 'tag !!binary', { b: 'aGk=' }],
  ['b: !!set {x, y}', 1, 'tag !!set', { b: { x: null, y: null } }],
  ['b: !!omap [x: 1]', 1, 'tag !!omap', { b: [{ x: 1 }] }],
  ['%TAG !e! tag:e.test,2000:\n---\nb: !e!x {c: 3}', 3, 'tag !e!x', { b: { c: 3 } }],
  ['a: 1\n? {b: 2}\n: 3', 2, 'key {b: 2}', { a: 1, '{ b: 2 }': 3 }],
  ['a: 1\n? [b, c]\n: 3', 2, 'key [b, c]', { a: 1, '[ b, c ]': 3 }],
  ['a: 1\nb: caf\uFFFD', 2, 'character U+FFFD', { a: 1, b: 'caf\uFFFD' }],
])('%j is read, and what other programs refuse in it is told', (text, line, what, value) => {
  const source = parseYaml(text, 'pets.yaml');
  expect(source.value).toEqual(value);
  const { looseness } = source;
  expect([looseness?.at.line, `${looseness?.what} ${looseness?.name}`]).toEqual([line, what]);
});

test('what JSON says in YAML is told of nothing', () => {
  const text = 'a: !!str 1\nb: !!int "2"\nc: &c {d: 1}\ne: *c\n"f": 2020-01-01';
  expect(parseYaml(text, 'pets.yaml').looseness).toBeUndefined();
});

function errorOf(act: () => unknown): UserError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return undefined;
}
