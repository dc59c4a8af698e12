import { expect, test } from 'vitest';
import { holdsStatements } from '../../scripts/mock/sql/run-statement.ts';

test.each([
  { version: '22.23.3', want: false },
  { version: '24.9.0', want: false },
  { version: '24.10.0', want: true },
  { version: '25.0.0', want: true },
])('statements are run on Node $version: $want', ({ version, want }) => {
  expect(holdsStatements(version)).toBe(want);
});
