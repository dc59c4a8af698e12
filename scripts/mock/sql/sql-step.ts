import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { stringOf } from '../../base/json.ts';
import { UserError } from '../../base/user-error.ts';
import type { ErrorKind } from '../../model/policies.ts';
import type { SqlPolicy } from '../../model/resource-policy.ts';
import type { Operation } from '../../model/api-model.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import { withValue, type Step, type Surroundings } from '../behaviour/step.ts';
import { valueOf } from '../state/shelf.ts';
import { asSqlite } from './as-sqlite.ts';
import { heldTypes } from './held-types.ts';
import { holdsStatements, runStatement } from './run-statement.ts';
import type { SqlAnswer } from './sql-job.ts';
import { keepChanges, tablesAround } from './tables.ts';

type Failure = Extract<SqlAnswer, { readonly error: unknown }>;

const KINDS: Readonly<Record<Failure['error'], ErrorKind>> = {
  missing: 'notFound',
  faulty: 'invalid',
  forbidden: 'forbidden',
  slow: 'invalid',
};

/**
 * Runs the statement of a request on what is remembered, and answers with its rows (`x-sql`). Throws a UserError on a
 * Node whose SQLite would let a statement reach files.
 */
export function toSqlStep(
  surroundings: Surroundings,
  operation: Operation,
  policy: SqlPolicy,
): Step {
  const refused = (kind: ErrorKind, message: string): Refusal =>
    refuse(kind, message, {
      ...(kind === 'invalid' && { path: [policy.statement.split('/').at(-1) ?? ''] }),
      constraint: append(operation.pointer, 'x-sql'),
      stage: 'behaviour',
    });
  const { node } = process.versions;
  if (!holdsStatements(node)) {
    const message = `${operation.id} runs statements (x-sql), which Node ${node} cannot hold to what they may do`;
    throw new UserError('node-too-old', message, {
      at: surroundings.api.locate(append(operation.pointer, 'x-sql')),
      hint: 'Run kiln mock with Node 24.10 or newer.',
    });
  }
  return async (asked, draft) => {
    const text = stringOf(valueOf(asked, policy.statement));
    if (text === undefined) return draft;
    const statement = asSqlite(text);
    if (statement === undefined) return refused('invalid', 'The query is not one SQL statement.');
    const tables = await tablesAround(surroundings, policy, asked);
    const mayChange = policy.changes === undefined || asked.principal?.access !== 'read';
    const sent = tables.map(({ table }) => table);
    const answer = await runStatement({
      statement,
      tables: sent,
      mayChange,
      now: new Date(surroundings.clock.now()).toISOString(),
    });
    if ('error' in answer) {
      const message =
        answer.error === 'forbidden'
          ? 'This credential may only read, and the statement changes data.'
          : `The query cannot be run: ${answer.message}.`.replace(/\.\.$/, '.');
      return refused(KINDS[answer.error], message);
    }
    const held = answer.tables && (await heldTypes(surroundings, asked, tables, answer.tables));
    if (held && isRefusal(held)) return held;
    if (held) await keepChanges(surroundings, asked, tables, held);
    const rows = answer.rows.map((row) =>
      Object.fromEntries(answer.names.map((name, index) => [name, row[index] ?? null])),
    );
    const whole = withValueAt(draft.value, policy.rows, rows);
    const isCounted = policy.count !== undefined && valueAt(whole, policy.count) !== undefined;
    const counted =
      isCounted && policy.count !== undefined
        ? withValueAt(whole, policy.count, rows.length)
        : whole;
    return withValue(surroundings.api, draft, counted);
  };
}
