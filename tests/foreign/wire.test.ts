import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { titleOf } from './cell.ts';
import { CELLS } from './cells.ts';
import { isThere } from './client.ts';
import { CLIENTS } from './clients/clients.ts';
import { describeCells } from './described.ts';
import { claimOf } from './judge.ts';
import { JUDGES } from './judges/judges.ts';
import { measureMatrix, type Matrix } from './matrix.ts';
import { renderMatrix } from './matrix-report.ts';
import { isDefined, RANDOM_CELLS } from './random-cells.ts';
import { GO, isInstalled, JAVA, PYTHON } from './server.ts';

const PROGRAMS = [PYTHON, GO, JAVA];
const REPORT = fileURLToPath(new URL('../../reports/wire-matrix.md', import.meta.url));
const INSTALL = 'node tests/foreign/run.ts install';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await measureMatrix();
}, 120_000);

test.for(PROGRAMS)('$name is installed for its judges', (program, { skip }) => {
  const isDemanded = process.env['CI'] === 'true';
  skip(!isDemanded && !isInstalled(program), `${program.name} is not asked: ${INSTALL}`);
  expect(program).toSatisfy(isInstalled);
});

test.for(CELLS.map((cell) => [titleOf(cell), cell] as const))(
  'our reader reads what our writer wrote: %s',
  ([, cell]) => {
    expect(matrix.own.get(cell)).toEqual({ outcome: 'yes', value: cell.value });
  },
);

test('the specification says how each cell is written', async () => {
  const described = await describeCells(CELLS);
  expect(described.filter((it) => !isDefined(it))).toEqual([]);
});

test('our reader reads every text that our writer wrote', () => {
  const read = RANDOM_CELLS.filter((cell) => matrix.own.has(cell));
  expect(read.length).toBeGreaterThan(RANDOM_CELLS.length / 2);
  expect(read.filter((cell) => matrix.own.get(cell)?.outcome !== 'yes')).toEqual([]);
});

describe.for(JUDGES)('$name', (judge) => {
  const claimed = CELLS.filter((cell) => claimOf(judge, cell) !== undefined);
  test.for(claimed.map((cell) => [titleOf(cell), cell] as const))(
    'reads as it promises: %s',
    ([, cell], { skip }) => {
      const reading = matrix.judged.get(judge)?.get(cell);
      if (!reading) return skip('it is not installed');
      // Where there are texts only, nothing tells typed from untyped.
      const kept = claimOf(judge, cell) === 'text' ? ['yes', 'text'] : ['yes'];
      expect(kept).toContain(reading.outcome);
    },
  );
  test('reads any text where it promises to', () => {
    const readings = RANDOM_CELLS.flatMap((cell) => {
      const reading = matrix.judged.get(judge)?.get(cell);
      return reading && claimOf(judge, cell) ? [{ title: titleOf(cell), cell, reading }] : [];
    });
    expect(readings.filter(({ reading }) => reading.outcome !== 'yes')).toEqual([]);
  });
});

describe.for(CLIENTS)('$name', (client) => {
  const cells = CELLS.filter(client.writes);
  test.for(cells.map((cell) => [titleOf(cell), cell] as const))(
    'sends what our reader reads: %s',
    ([, cell], { skip }) => {
      const sending = matrix.sent.find((it) => it.client === client && it.cell === cell);
      if (!sending) return skip('it is not installed');
      expect(sending.reading).toEqual({ outcome: 'yes', value: cell.value });
    },
  );
  test('sends any text as our reader reads it', () => {
    const random = new Set(RANDOM_CELLS);
    const sent = matrix.sent.filter((it) => it.client === client && random.has(it.cell));
    expect(sent.filter(({ reading }) => reading.outcome !== 'yes')).toEqual([]);
  });
});

test('the report says what they do', async ({ skip }) => {
  skip(!PROGRAMS.every(isInstalled) || !CLIENTS.every(isThere), 'some are not installed');
  expect(await readFile(REPORT, 'utf8')).toBe(await renderMatrix(matrix));
});
