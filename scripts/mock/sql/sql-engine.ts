import { constants, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { SqlAnswer, SqlCell, SqlJob, SqlTable } from './sql-job.ts';

/** Milliseconds that a statement may take: of the processor's time, and where others have the machine in all. */
const LONGEST = 2000;
const LONGEST_IN_ALL = 8000;

/** The processor's time when the statement began that runs now, 0 while none does, and the clock's; in milliseconds. */
const begun = new Float64Array(new SharedArrayBuffer(16));

// SQLite cannot be interrupted from here: a thread ends the process where a statement takes too long.
const WATCH = `
const { workerData } = require('node:worker_threads');
const begun = new Float64Array(workerData);
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const spent = (user + system) / 1000;
  const isLong = spent - begun[0] > ${LONGEST} || Date.now() - begun[1] > ${LONGEST_IN_ALL};
  if (begun[0] > 0 && isLong) process.kill(process.pid, 'SIGKILL');
}, 100);
`;

/**
 * Runs statements, each in a database of its own in memory. It is a process apart, so that one that takes too
 * long can be stopped.
 */
process.on('message', (job: SqlJob) => {
  const { user, system } = process.cpuUsage();
  begun[1] = Date.now();
  begun[0] = Math.max(1, (user + system) / 1000);
  const answer = answerTo(job);
  begun[0] = 0;
  process.send?.({ id: job.id, answer });
});
process.on('disconnect', () => process.exit());
const watch = new Worker(WATCH, { eval: true, workerData: begun.buffer });
watch.unref();

/** Rows beyond which an answer ends. */
const MOST_ROWS = 10_000;

function answerTo({ statement, tables, mayChange, now }: SqlJob): SqlAnswer {
  const database = new DatabaseSync(':memory:');
  try {
    const known = tables.map((it) => load(database, it));
    database.function('now', () => now);
    let isChange = false;
    let isForbidden = false;
    database.setAuthorizer((action, name) => {
      if (CHANGES.has(action)) {
        isChange = true;
        isForbidden = !mayChange;
        return mayChange ? constants.SQLITE_OK : constants.SQLITE_DENY;
      }
      const isSafe = READS.has(action) && name !== 'load_extension';
      return isSafe ? constants.SQLITE_OK : constants.SQLITE_DENY;
    });
    try {
      const answer = ask(database, statement);
      if (!isChange) return answer;
      database.setAuthorizer(null);
      return { ...answer, tables: known.map((it) => it && unload(database, it)) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { error: isForbidden ? 'forbidden' : reasonOf(message), message: plainly(message) };
    }
  } finally {
    database.close();
  }
}

function ask(database: DatabaseSync, statement: string) {
  const prepared = database.prepare(statement);
  prepared.setReadBigInts(true);
  const columns = prepared.columns().map(({ name, type }) => ({ name, type }));
  const rows: SqlCell[][] = [];
  for (const row of prepared.iterate()) {
    if (rows.length === MOST_ROWS) break;
    rows.push(columns.map(({ name, type }) => toCell(row[name] ?? null, type)));
  }
  return { names: columns.map(({ name }) => name), rows, tables: undefined };
}

const CHANGES: ReadonlySet<number> = new Set([
  constants.SQLITE_INSERT,
  constants.SQLITE_UPDATE,
  constants.SQLITE_DELETE,
]);
const READS: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);

function reasonOf(message: string): 'missing' | 'faulty' {
  return /^no such (table|column)/.test(message) ? 'missing' : 'faulty';
}

function plainly(message: string): string {
  return /authoriz/.test(message) ? 'only SELECT, INSERT, UPDATE and DELETE are run here' : message;
}

/** The table once it is there; undefined where SQLite cannot have it, so that the others can be asked for. */
function load(database: DatabaseSync, table: SqlTable): SqlTable | undefined {
  try {
    fill(database, table);
    return table;
  } catch {
    return undefined;
  }
}

function fill(database: DatabaseSync, { name, columns, rows }: SqlTable): void {
  const written = columns.map((it) => `${quote(it.name)} ${it.type}`).join(', ');
  database.exec(`CREATE TABLE ${quote(name)} (${written})`);
  const places = columns.map(() => '?').join(', ');
  const insert = database.prepare(
    `INSERT INTO ${quote(name)} (rowid, ${columns.map((it) => quote(it.name)).join(', ')}) VALUES (?, ${places})`,
  );
  for (const [index, row] of rows.entries()) insert.run(index + 1, ...row.map(toValue));
}

/** The table as it is now; `places` says which row each was before, and -1 of a new one. */
function unload(database: DatabaseSync, { name, columns, rows: before }: SqlTable): SqlTable {
  const names = columns.map((it) => quote(it.name)).join(', ');
  const all = database
    .prepare(`SELECT rowid AS kiln_row, ${names} FROM ${quote(name)} ORDER BY rowid`)
    .all();
  return {
    name,
    columns,
    rows: all.map((row) => columns.map((it) => toCell(row[it.name] ?? null, it.type))),
    places: all.map((row) => {
      const place = Number(row['kiln_row']) - 1;
      return place < before.length ? place : -1;
    }),
  };
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function toValue(cell: SqlCell): SQLInputValue {
  if (typeof cell === 'boolean') return Number(cell);
  if (typeof cell === 'bigint') return Number(cell);
  if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell;
  return JSON.stringify(cell);
}

function toCell(value: unknown, type: string | null): SqlCell {
  const isTruth = /^(number|bigint)$/.test(typeof value) && [0, 1].includes(Number(value));
  if (type === 'BOOLEAN' && isTruth) return Number(value) === 1;
  if (type === 'JSON' && typeof value === 'string') return parsed(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string' || value === null) return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : null;
}

function parsed(text: string): SqlCell {
  try {
    return JSON.parse(text) as SqlCell;
  } catch {
    return text;
  }
}
