import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { renderCalling, renderFailures } from '../../scripts/generate/readme-failures.ts';
import { POLICIES } from './policies.ts';

const PLAIN = { servers: [], schemes: {}, operations: {} };

test('every code of an error is told', () => {
  const path = resolve(import.meta.dirname, '../../scripts/generate/runtime/errors.ts');
  const [union = ''] = /export type ClientErrorCode =[^;]+;/.exec(readFileSync(path, 'utf8')) ?? [];
  const codes = [...union.matchAll(/'([^']+)'/g)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(10);
  const told = renderFailures(POLICIES);
  expect(codes.filter((code) => !told.includes(`\`${code}\``))).toEqual([]);
});

test('what a description does not declare is not told', () => {
  expect(renderFailures(PLAIN)).not.toMatch(/quota|session|pages|work|access/);
  expect(renderCalling(PLAIN)).not.toMatch(/quota|session|pages|inBatches|submitAndWait/);
});

test('methods that have more beside themselves are named', () => {
  const told = renderCalling(POLICIES);
  expect(told).toContain('`listByPage`, `listByOffset`, `listByCursor`, `listByLink`.');
  expect(told).toContain('as are taken: `addThings`.');
});
