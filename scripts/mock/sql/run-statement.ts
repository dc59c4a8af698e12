// oxlint-disable-next-line no-restricted-imports -- SQLite cannot be interrupted in a thread
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { moduleBeside } from '../../base/beside.ts';
import type { SqlAnswer, SqlJob } from './sql-job.ts';

interface Engine {
  readonly child: ChildProcess;
  readonly waiting: Map<number, (answer: SqlAnswer) => void>;
}

/** What the engine says of a job. */
interface Said {
  readonly id: number;
  readonly answer: SqlAnswer;
}

/** Whether the SQLite of a Node can be told what a statement may do: since 24.10. */
export function holdsStatements(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 10);
}

let engine: Engine | undefined;
let count = 0;

/**
 * Runs a statement in SQLite, which Node brings: in a process of its own, which ends itself where one takes too
 * long. Statements wait for each other.
 */
export function runStatement(job: Omit<SqlJob, 'id'>): Promise<SqlAnswer> {
  const { child, waiting } = (engine ??= startEngine());
  count += 1;
  const id = count;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    hold(child, true);
    child.send({ ...job, id });
  });
}

function startEngine(): Engine {
  const path = fileURLToPath(moduleBeside('./sql-engine.ts', import.meta.url));
  const child = fork(path, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const waiting: Engine['waiting'] = new Map();
  child.on('message', (said) => {
    const { id, answer } = said as Said;
    waiting.get(id)?.(answer);
    waiting.delete(id);
    if (waiting.size === 0) hold(child, false);
  });
  const end = (): void => {
    if (engine?.child === child) engine = undefined;
    const answer = { error: 'slow', message: 'it takes too long' } as const;
    for (const tell of waiting.values()) tell(answer);
    waiting.clear();
  };
  child.on('exit', end);
  child.on('error', end);
  return { child, waiting };
}

/** While somebody waits the process that started it stays, and no longer. */
function hold(child: ChildProcess, isNeeded: boolean): void {
  const how = isNeeded ? 'ref' : 'unref';
  child[how]();
  child.channel?.[how]();
}
