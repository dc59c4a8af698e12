import { expect, test } from 'vitest';
import { runtimeModules } from '../../scripts/generate/runtime-modules.ts';

const FLOORS = [
  { path: 'base/a.ts', text: 'export const a = 1;' },
  { path: 'wire/b.ts', text: "import { a } from '../base/a.ts';\nimport { c } from './c.ts';" },
  { path: 'wire/c.ts', text: "import { b } from './b.ts';" },
  { path: 'wire/unused.ts', text: "import { readFile } from 'node:fs';" },
];

function modulesOf(text: string): readonly string[] {
  return runtimeModules([{ path: 'main.ts', text }], FLOORS).map(({ path }) => path);
}

test('the runtime takes along what it imports, and what that imports', () => {
  expect(modulesOf("import { b } from '../../wire/b.ts';")).toEqual([
    'main.ts',
    'base/a.ts',
    'wire/b.ts',
    'wire/c.ts',
  ]);
  expect(modulesOf("import { a } from '../../base/a.ts';")).toEqual(['main.ts', 'base/a.ts']);
  expect(modulesOf('')).toEqual(['main.ts']);
});

test('and imports it from where it stands then', () => {
  const [main] = runtimeModules(
    [
      {
        path: 'main.ts',
        text: "import { a } from '../../base/a.ts';\nimport { d } from './d.ts';",
      },
    ],
    FLOORS,
  );
  expect(main?.text).toBe("import { a } from './base/a.ts';\nimport { d } from './d.ts';");
});

test.for(['../../wire/unused.ts', '../../wire/none.ts'])('%s cannot be in it', (source) => {
  expect(() => modulesOf(`import { x } from '${source}';`)).toThrow('the runtime cannot have');
});
