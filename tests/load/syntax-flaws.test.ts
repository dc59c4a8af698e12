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

function errorOf(act: () => unknown): UserError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return undefined;
}
