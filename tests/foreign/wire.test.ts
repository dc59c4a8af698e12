import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import { undefinedBody } from '../../scripts/wire/undefined-body.ts';
import { undefinedSerialization } from '../../scripts/wire/undefined-serialization.ts';
import { titleOf } from './cell.ts';
import { CELLS } from './cells.ts';
import { isThere } from './client.ts';
import { CLIENTS } from './clients/clients.ts';
import { describeCells } from './described.ts';
import { claimOf } from './judge.ts';
import { JUDGES } from './judges/judges.ts';
import { measureMatrix, type Matrix } from './matrix.ts';
import { renderMatrix } from './matrix-report.ts';
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

test('of what the specification leaves undefined, the cells hold cookies that repeat and nothing else', async () => {
  const described = await describeCells(CELLS);
  const reasons = described.map(({ cell: { value }, document, parameter, media }) =>
    media
      ? undefinedBody(describeBody(document, media), { p: value })
      : parameter && undefinedSerialization(parameter, value),
  );
  expect(new Set(reasons)).toEqual(new Set([undefined, 'repeated-cookie']));
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
});

test('the report says what they do', async ({ skip }) => {
  skip(!PROGRAMS.every(isInstalled) || !CLIENTS.every(isThere), 'some are not installed');
  expect(await readFile(REPORT, 'utf8')).toBe(await renderMatrix(matrix));
});
