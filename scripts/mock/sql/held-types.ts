import { isEqual, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { converted, describedBy, fitsType, schemaOf, type Described } from '../state/members.ts';
import { isBegunWithin } from '../state/owners.ts';
import { shelfWithin } from '../state/shelf.ts';
import type { SqlCell, SqlTable } from './sql-job.ts';
import type { KnownTable } from './tables.ts';

/**
 * Tables as a statement leaves them, with each value that it has written as one of its column's type
 * (`holds.members`); else why one is none, or is there twice where it may be once. What examples show is held
 * against no column.
 */
export async function heldTypes(
  surroundings: Surroundings,
  asked: Asked,
  before: readonly KnownTable[],
  after: readonly (SqlTable | undefined)[],
): Promise<readonly (SqlTable | undefined)[] | Refusal> {
  const held: (SqlTable | undefined)[] = [];
  for (const [index, known] of before.entries()) {
    const now = after[index];
    const columns = now && (await columnsOf(surroundings, asked, known));
    const table = now && columns ? heldTable(surroundings, columns, known.table, now) : now;
    if (table && isRefusal(table)) return table;
    held.push(table);
  }
  return held;
}

interface Columns {
  readonly described: Described;
  readonly members: ReadonlyMap<string, JsonObject>;
}

/** What columns say of themselves; undefined where examples show the table, or nothing describes its rows. */
async function columnsOf(
  surroundings: Surroundings,
  { namespace }: Asked,
  { policy, owners }: KnownTable,
): Promise<Columns | undefined> {
  const described = describedBy(surroundings.api, (it) => it === policy.name);
  if (!described) return undefined;
  if (!(await isBegunWithin(surroundings, namespace, described.maker, owners))) return undefined;
  const kept = await shelfWithin(surroundings, namespace, described.members.of, owners).list();
  const there = kept.filter((it) => !it.isDeleted);
  return { described, members: new Map(there.map((it) => [textOf(it.id), it.fields])) };
}

function heldTable(
  { api }: Surroundings,
  { described, members }: Columns,
  before: SqlTable,
  after: SqlTable,
): SqlTable | Refusal {
  const rows: SqlCell[][] = after.rows.map((row) => [...row]);
  for (const [place, { name }] of after.columns.entries()) {
    const member = members.get(name);
    if (!member) continue;
    const schema = schemaOf(described, member);
    const written = rows.flatMap((row, at) => {
      const old = before.rows[after.places?.[at] ?? -1];
      const isWritten = !old || !isEqual(old[place] ?? null, row[place] ?? null);
      return isWritten && (row[place] ?? null) !== null ? [row] : [];
    });
    const facts = { path: [name], stage: 'behaviour' } as const;
    for (const row of written) {
      const value = row[place] ?? null;
      const fit =
        asTyped(value, (it) => fitsType(api, schema, it)) ?? converted(api, schema, value);
      if (fit === undefined) {
        const type = textOf(valueAt(member, described.members.type) ?? null);
        return refuse('invalid', `"${name}" is ${type}, and the value is none.`, {
          ...facts,
          value,
          constraint: schema ?? described.pointer,
        });
      }
      row[place] = fit;
    }
    const { distinct } = described.members;
    const isOnce = distinct !== undefined && valueAt(member, distinct) === true;
    const isTwice = (row: readonly SqlCell[]) =>
      rows.some((it) => it !== row && isEqual(it[place] ?? null, row[place] ?? null));
    if (isOnce && written.some(isTwice)) {
      return refuse('invalid', `No two may have the same "${name}".`, {
        ...facts,
        constraint: append(described.pointer, 'distinct'),
      });
    }
  }
  return { ...after, rows };
}

/** A value as SQL writes one of a type: true and false are 1 and 0 to SQLite, and lists are written as text. */
function asTyped(value: SqlCell, isFit: (it: Json) => boolean): Json | undefined {
  const others: (Json | undefined)[] = [
    value === 0 || value === 1 ? value === 1 : undefined,
    typeof value === 'string' ? jsonOrNone(value) : undefined,
  ];
  return [value, ...others].find((it) => it !== undefined && isFit(it));
}
