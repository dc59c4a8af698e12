import { expect, test } from 'vitest';
import { tryRandomSchemas } from './random-schemas.ts';

const SEED = 20_240_115;
const COUNT = 1_500;

test(`of ${COUNT} random schemas each that is satisfiable gets a value that two validators accept`, async () => {
  const figures = await tryRandomSchemas(COUNT, SEED);
  expect([SEED, figures.wrong]).toEqual([SEED, []]);
  // Most are known to be satisfiable, and the judges seldom differ.
  expect(figures.satisfiable).toBeGreaterThan(COUNT / 2);
  expect(figures.disputed).toBeLessThan(COUNT / 50);
  expect(figures.notFound).toBeLessThan(COUNT / 100);
  expect(figures.slowest).toBeLessThan(10_000);
}, 240_000);
