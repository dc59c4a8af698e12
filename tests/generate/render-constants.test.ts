import { expect, test } from 'vitest';
import { renderConstants } from '../../scripts/generate/render-constants.ts';
import { transpile } from '../../scripts/generate/transpile.ts';

const VALUES: readonly unknown[] = [
  { name: 'text', 'a-b': [[], {}, { k: [{ z: true, n: null, m: -1.5 }] }], 1: 2, '': '' },
  { constructor: 1, class: 1, $a_b: 'line\nbreak "quoted" \\ `${x}` \'', 'a\nb': '𝒳 é' },
  ['GET', { path: '/pets/{id}' }],
  JSON.parse('{"__proto__": {"x": 1}}'),
  {},
  'text',
];

test.each(VALUES)('is what TypeScript makes of the constant %j', (value) => {
  const literal = JSON.stringify(value, null, 2);
  const text = `/** What it is. */\nexport const it = ${literal.replace('"__proto__"', '["__proto__"]')} as const;\n`;
  const constant = { name: 'it', value, comment: 'What it is.' };
  expect(renderConstants('pets/operations', [constant], '// made\n')).toEqual(
    transpile({ path: 'pets/operations.ts', text }, '// made\n'),
  );
});
