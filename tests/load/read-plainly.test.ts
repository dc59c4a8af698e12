import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isObject, type Json } from '../../scripts/base/json.ts';
import { readPlainly } from '../../scripts/load/read-plainly.ts';
import { parseAnyYaml, parseYaml } from '../../scripts/load/yaml-source.ts';

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['lines that end as on Windows', 'a: 1\r\nb:\r\n  - "x": |\r\n      hi\r\n    c: 0o17\r\n'],
  ['a mark of byte order', '\uFEFFa: 1\nb: [1, {c: 2}]\n'],
  [
    'JSON',
    '{"a": [1, {"b\\n": "}", "c": -12345678901234567890}],\n "__proto__": {"d": []}, "e": ""}',
  ],
  ['numbers', 'a: .inf\nb: 0x1F\nc: -0\nd: 1_000\ne: +7\nf: 1.0\ng: 0123\nh: -9007199254740993\n'],
  ['words', 'a: yes\nb: 2001-01-01\nc: ~\nd:\ne: !!str 12\nf: &x 5\n200: z\n__proto__: {x: 1}\n'],
  [
    'texts of every kind',
    'a: \'b\'\'c\'\n? |\n  key\n: >-\n  x\n\n  y\n"d\\te": "f\n  g"\nh: i\n  j # k\n',
  ],
  ['the marks of a document', '---\na: 1\n...\n'],
  ['lists in lists', '- - a\n  - b: c\n    d: [e, {f: g}]\n-\n  - h\n'],
];
const DESCRIPTIONS = globSync('specs/**/*.yaml').map(
  (file) => [file, readFileSync(file, 'utf8')] as const,
);

describe('what is read fast is what is read slowly, and stands at the same places', () => {
  test.each([...TEXTS, ...DESCRIPTIONS])('%s', (file, text) => {
    expect(readPlainly(text)).toBeDefined();
    const [fast, slow] = [parseYaml(text, file), parseAnyYaml(text, file)];
    expect(fast.value).toEqual(slow.value);
    for (const tokens of placesIn(slow.value)) {
      expect([tokens, fast.locate(tokens)]).toEqual([tokens, slow.locate(tokens)]);
    }
  });
});

test.each([
  ['a member that is told twice', '{"a": {"b": 1, "b": 1}}'],
  ['a key that is told twice', 'a: 1\na: 2\n'],
  ['an alias', 'a: &a [1]\nb: *a\n'],
  ['a merge', 'a: {<<: {b: 1}}\n'],
  ['a comment in JSON', '{"a": 1, // b\n "c": 2}'],
  ['a tab before an item', 'a:\n\t- 1\n'],
  ['a tag that nobody knows', 'a: !b 1\n'],
  ['what is nested too deep', `${'['.repeat(501)}${']'.repeat(501)}`],
])('leaves %s to who can tell what is wrong', (_, text) => {
  expect(readPlainly(text)).toBeUndefined();
});

function placesIn(value: Json, tokens: readonly string[] = []): (readonly string[])[] {
  const below = isObject(value) || Array.isArray(value) ? Object.entries(value) : [];
  return [
    tokens,
    [...tokens, 'nothing'],
    ...below.flatMap(([key, child]: [string, Json]) => placesIn(child, [...tokens, key])),
  ];
}
