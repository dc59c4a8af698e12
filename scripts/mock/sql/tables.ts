import { isObject, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { inTurn, whenThere } from '../../base/eventual.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { SqlPolicy } from '../../model/resource-policy.ts';
import { newId } from '../behaviour/new-id.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { keyProperty } from '../../model/named.ts';
import { listerOf, presentWithin } from '../state/present.ts';
import { shelfWithin, valueOf, type StoredThing } from '../state/shelf.ts';
import type { SqlCell, SqlTable } from './sql-job.ts';

/** A table, and the things that are its rows. */
export interface KnownTable {
  readonly table: SqlTable;
  readonly policy: ResourcePolicy;
  readonly owners: readonly string[];
  readonly things: readonly StoredThing[];
}

/** The tables of what a request is about, with all that they hold now. */
export async function tablesAround(
  surroundings: Surroundings,
  { tables, columns, records, type = '#/type' }: SqlPolicy,
  asked: Asked,
): Promise<readonly KnownTable[]> {
  const { api } = surroundings;
  const list = listerOf(api, tables)?.policy;
  const rows = listerOf(api, records)?.policy;
  const around = (list?.within ?? []).map((place) => textOf(valueOf(asked, place)));
  if (!list || !rows) return [];
  const known = await presentWithin(surroundings, asked.namespace, list, around);
  const made = await inTurn(known, async ({ id }): Promise<KnownTable> => {
    const owners = [...around, textOf(id)];
    const things = await presentWithin(surroundings, asked.namespace, rows, owners);
    const described = columns === undefined ? undefined : listerOf(api, columns)?.policy;
    const own = described
      ? await presentWithin(surroundings, asked.namespace, described, owners)
      : [];
    return {
      table: toTable(textOf(id), typesOf(own, type), things, rows),
      policy: rows,
      owners,
      things,
    };
  });
  return made;
}

function toTable(
  name: string,
  types: ReadonlyMap<string, string>,
  things: readonly StoredThing[],
  policy: ResourcePolicy,
): SqlTable {
  const fields = things.map((it) => withId(it, policy));
  const named = [
    ...types.keys(),
    keyProperty(policy) ?? 'id',
    ...fields.flatMap((it) => Object.keys(it)),
  ];
  // Names that differ in case alone are one to SQL; the first counts.
  const first = new Map(
    named
      .filter(isName)
      .toReversed()
      .map((it) => [it.toLowerCase(), it]),
  );
  const names = named
    .filter((it, at) => first.get(it.toLowerCase()) === it && named.indexOf(it) === at)
    .slice(0, MOST_COLUMNS);
  return {
    name,
    columns: names.map((it) => ({
      name: it,
      type: typeOf(
        fields.map((own) => own[it] ?? null),
        types.get(it),
      ),
    })),
    rows: fields.map((own) => names.map((it) => own[it] ?? null)),
  };
}

function typesOf(columns: readonly StoredThing[], type: Pointer): ReadonlyMap<string, string> {
  return new Map(
    columns.map(({ id, fields }) => [textOf(id), textOf(valueAt(fields, type) ?? '')]),
  );
}

/** Columns that a table has at most; SQLite allows 2000. */
const MOST_COLUMNS = 500;

/** Whether a column can be called so: not as SQLite calls the rows themselves, nor what ends a text. */
function isName(name: string): boolean {
  return name !== '' && !name.includes('\0') && !/^(rowid|_rowid_|oid|kiln_row)$/i.test(name);
}

function withId({ id, fields }: StoredThing, policy: ResourcePolicy): JsonObject {
  const property = keyProperty(policy);
  return property === undefined ? fields : { ...fields, [property]: id };
}

function typeOf(
  values: readonly Json[],
  said: string | undefined,
): SqlTable['columns'][number]['type'] {
  const present = values.filter((it) => it !== null);
  if (present.some((it) => Array.isArray(it) || isObject(it))) return 'JSON';
  if (present.length === 0) return /^(bool|checkbox)/i.test(said ?? '') ? 'BOOLEAN' : '';
  return present.every((it) => typeof it === 'boolean') ? 'BOOLEAN' : '';
}

/** Remembers what a statement has changed. */
export async function keepChanges(
  surroundings: Surroundings,
  asked: Asked,
  before: readonly KnownTable[],
  after: readonly (SqlTable | undefined)[],
): Promise<void> {
  await inTurn(before, async ({ table, policy, owners, things }, index) => {
    const now = after[index];
    if (!now) return;
    const shelf = shelfWithin(surroundings, asked.namespace, policy.name, owners);
    const kept = new Set(now.places);
    await inTurn(
      things.filter((_, place) => !kept.has(place)),
      (it) => shelf.put({ ...it, fields: {}, isDeleted: true }),
    );
    await inTurn(now.rows, async (row, at) => {
      const place = now.places?.[at] ?? -1;
      const old = things[place];
      const fields = toFields(table, row, old);
      if (
        old &&
        JSON.stringify(toFields(table, table.rows[place] ?? [], old)) === JSON.stringify(fields)
      )
        return;
      const property = keyProperty(policy);
      const given = property === undefined ? undefined : fields[property];
      const id =
        old?.id ??
        (given === null || given === undefined ? await idFor(surroundings, asked, policy) : given);
      await shelf.put({
        id,
        fields: property === undefined ? fields : { ...fields, [property]: id },
        isDeleted: false,
        isMade: true,
      });
    });
  });
}

/** An id like those of other rows. */
function idFor(surroundings: Surroundings, asked: Asked, policy: ResourcePolicy): Promise<Json> {
  const maker = surroundings.api.operations.find(
    ({ resource }) => resource?.name === policy.name && resource.action === 'create',
  );
  return Promise.resolve(
    whenThere(
      newId(surroundings, { ...asked, operation: maker ?? asked.operation }, 1000),
      (it) => it,
    ),
  );
}

/** A row as a thing: what was never said of it and is null is not there. */
function toFields(
  { columns }: SqlTable,
  row: readonly SqlCell[],
  old: StoredThing | undefined,
): JsonObject {
  const cells = columns.map(({ name }, index) => [name, row[index] ?? null] as const);
  return Object.fromEntries(
    cells.filter(([name, value]) => value !== null || (old && Object.hasOwn(old.fields, name))),
  );
}
