import { expect, test } from 'vitest';
import { isPackage, moduleBeside, sourceFolder } from '../../scripts/base/beside.ts';

test.each([
  { from: 'file:///kiln/scripts/cli/redocly.ts', want: 'file:///kiln/scripts/cli/worker.ts' },
  { from: 'file:///kiln/dist/cli/redocly.js', want: 'file:///kiln/dist/cli/worker.js' },
])('a module beside $from is $want', ({ from, want }) => {
  expect(moduleBeside('./worker.ts', from).href).toBe(want);
  expect(isPackage(from)).toBe(from.includes('/dist/'));
});

test.each([
  { from: 'file:///kiln/scripts/cli/generated.ts', want: 'file:///kiln/scripts/wire' },
  { from: 'file:///kiln/dist/cli/generated.js', want: 'file:///kiln/dist/source/wire' },
])('the sources that $from hands on are in $want', ({ from, want }) => {
  expect(sourceFolder('wire', from).href).toBe(want);
});
