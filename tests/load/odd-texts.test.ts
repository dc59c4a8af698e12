import { expect, test } from 'vitest';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import { refusalOf } from './load-files.ts';

test.each([
  ['a byte order mark', 'a.yaml', '\uFEFFa: 1\n', { a: 1 }],
  ['one before JSON', 'a.json', '\uFEFF{"a": 1}', { a: 1 }],
  [
    'words of YAML 1.1',
    'a.yaml',
    'a: [on, off, yes, no, y, n]\n',
    { a: ['on', 'off', 'yes', 'no', 'y', 'n'] },
  ],
  [
    'dates',
    'a.yaml',
    'a: 2020-01-01\nb: 2020-01-01T10:00:00Z\n',
    { a: '2020-01-01', b: '2020-01-01T10:00:00Z' },
  ],
  [
    'octal and sexagesimal numbers',
    'a.yaml',
    'a: [0o17, 0x1F, 010, 1:30]\n',
    { a: [15, 31, 10, '1:30'] },
  ],
  ['keys that are numbers', 'a.yaml', '200: {a: 1}\n', { 200: { a: 1 } }],
  [
    'merges',
    'a.yaml',
    'a: &a {b: 1, c: 1}\nd: {<<: *a, c: 2}\n',
    { a: { b: 1, c: 1 }, d: { b: 1, c: 2 } },
  ],
  ['large numbers', 'a.yaml', 'a: 12345678901234567890\n', { a: 12345678901234567890n }],
  ['a comma at the end', 'a.json', '{"a": [1, 2,],}', { a: [1, 2] }],
  ['an address in JSON', 'a.json', '{"a": "http://a.example//b",}', { a: 'http://a.example//b' }],
])('reads %s', (_, file, text, want) => {
  expect(parseYaml(text, file).value).toEqual(want);
});

test.each([
  ['a comment', 'a.json', '{"a": 1, // one\n"b": 2}', 'a.json:1: JSON has no comments (not-json)'],
  [
    'a comment of lines',
    'a.json',
    '{\n  /* one */\n"b": 2}',
    'a.json:2: JSON has no comments (not-json)',
  ],
  ['a key twice', 'a.json', '{"a": 1,\n"a": 2}', 'a.json:2: The key "a" is given twice (not-yaml)'],
  [
    'a quoted key twice',
    'a.yaml',
    '"a": 1\n"a": 2\n',
    'a.yaml:2: The key "a" is given twice (not-yaml)',
  ],
  ['a tab', 'a.yaml', 'a:\n\tb: 1\n', 'a.yaml:2: Tabs are not allowed'],
])('refuses %s at its line', async (_, file, text, want) => {
  expect(await refusalOf(Promise.resolve().then(() => parseYaml(text, file)))).toContain(want);
});
