import { isEqual } from '../../scripts/base/json.ts';
import type { Outcome, Reading } from './ask.ts';
import type { Cell } from './cell.ts';
import { CELLS } from './cells.ts';
import { gatherRequests, type Sending } from './client.ts';
import { CLIENTS } from './clients/clients.ts';
import { describeCells, type Described } from './described.ts';
import { JUDGES } from './judges/judges.ts';
import { isDefined, RANDOM_CELLS } from './random-cells.ts';
import { asRequest, readCell, type ReadableRequest } from './read-cell.ts';
import { survey, type Survey } from './survey.ts';
import { writeCell, type WrittenCell } from './write-cell.ts';

/** All that is known of the cells. */
export interface Matrix {
  readonly written: ReadonlyMap<Cell, WrittenCell>;
  /** What our reader makes of what our writer wrote. */
  readonly own: ReadonlyMap<Cell, Reading>;
  readonly judged: Survey;
  /** What others sent, and what our reader makes of it. */
  readonly sent: readonly (Sending & { readonly reading: Reading })[];
}

/** Writes every cell, has all judges read it, and reads what all clients send. */
export async function measureMatrix(): Promise<Matrix> {
  const all = await describeCells([...CELLS, ...RANDOM_CELLS]);
  const described = new Map(all.filter(isDefined).map((it) => [it.cell, it]));
  const written = new Map(
    [...described].flatMap(([cell, it]) => {
      const parts = writeCell(it);
      return parts ? [[cell, parts] as const] : [];
    }),
  );
  const own = new Map(
    [...written].map(([cell, parts]) => [cell, readOwn(described, cell, asRequest(parts))]),
  );
  const [judged, sendings] = await Promise.all([
    survey(JUDGES, written),
    gatherRequests(CLIENTS, [...described.keys()]),
  ]);
  const sent = sendings.map((it) => ({ ...it, reading: readOwn(described, it.cell, it.captured) }));
  return { written, own, judged, sent };
}

function readOwn(
  described: ReadonlyMap<Cell, Described>,
  cell: Cell,
  request: ReadableRequest,
): Reading {
  const it = described.get(cell);
  const value = it && readCell(it, request);
  if (value === undefined) return { outcome: 'refuses' };
  const outcome: Outcome = isEqual(value, cell.value) ? 'yes' : 'other';
  return { outcome, value };
}
