import { withBody, yamlWith, nested, type Hostile } from './describe.ts';

/** What must be refused as a whole, with the line where it stands. */
export const UNUSABLE: readonly Hostile[] = [
  {
    what: 'JSON nested 10,000 levels',
    text: withBody('SCHEMA').replaceAll('"SCHEMA"', nested(5000)),
  },
  {
    what: 'YAML nested 10,000 levels',
    text: yamlWith(`x-deep: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  },
  {
    what: 'YAML nested 3,000 levels by lines',
    text: yamlWith(
      `x-deep:\n${Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')} 1`,
    ),
  },
  { what: 'an alias inside of what it stands for', text: yamlWith('x-a: &a [*a]') },
  {
    what: 'an alias inside of what it stands for, deeper',
    text: yamlWith('x-a: &a { b: { c: *a } }'),
  },
  {
    what: 'aliases that multiply',
    text: yamlWith(
      [
        'x-a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
        ...Array.from({ length: 9 }, (_, i) => {
          const own = Array.from({ length: 10 }, () => `*a${i}`).join(', ');
          return `x-a${i + 1}: &a${i + 1} [${own}]`;
        }),
      ].join('\n'),
    ),
  },
  { what: 'an alias of nothing', text: yamlWith('x-a: *nothing') },
  { what: 'nothing at all', text: '' },
  { what: 'a list', text: '- openapi: 3.1.0' },
  { what: 'a scalar', text: 'openapi' },
  { what: 'NUL bytes', text: '\u0000\u0000\u0000' },
  { what: 'text that is no YAML', text: '{"openapi": "3.1.0", ' },
];
