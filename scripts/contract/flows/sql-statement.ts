import type { ApiModel, Operation } from '../../model/api-model.ts';
import { textOf } from '../../base/json.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { placeIn, withPlace } from './places.ts';
import type { Acting, Thing } from './things.ts';

/** The operation that makes rows of the tables that an operation runs statements on. */
export function rowMakerOf({ operations }: ApiModel, { sql }: Operation): Acting | undefined {
  const operation = operations.find(
    ({ resource }) => resource?.name === sql?.records && resource?.action === 'create',
  );
  return operation?.resource && { operation, policy: operation.resource };
}

/** Why no statement can be tried; undefined where one can. */
export function needsRows(api: ApiModel, operation: Operation): string | undefined {
  if (!operation.sql) return 'the operation runs no statement in SQL';
  const maker = rowMakerOf(api, operation);
  return maker?.policy.within
    ? undefined
    : `no operation creates a ${operation.sql.records} in a table`;
}

/** A statement about the table that a row is in, where the row is. */
export function statementOn(
  api: ApiModel,
  operation: Operation,
  { policy: { within = [] } }: Acting,
  about: Thing | Draft,
  toStatement: (table: string) => string,
): Draft | undefined {
  const [example] = exampleDrafts(api, operation);
  const values = 'within' in about ? about.within : within.map((place) => placeIn(about, place));
  const table = values.at(-1);
  if (!example || !operation.sql || table === undefined) return undefined;
  const around = within
    .slice(0, -1)
    .reduce((it, place, i) => withPlace(it, operation, place, values[i] ?? null), example);
  const quoted = `"${textOf(table).replaceAll('"', '""')}"`;
  return withPlace(around, operation, operation.sql.statement, toStatement(quoted));
}
