import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { ROOT } from './peers.ts';
import type { TargetReport } from './processes/contract-target.ts';

/** A server to test, in a process of its own. */
export interface Target {
  readonly targets: TargetReport['targets'];
  readonly answered: () => Promise<number>;
  readonly stop: () => void;
}

/** What one process sent, and what it cost. */
export interface Sent {
  readonly exchanges: number;
  /** Wall-clock time of the whole process, its start included. */
  readonly seconds: number;
  /** Processor time of the process and its children, in seconds. */
  readonly cpu: number;
}

export async function startTarget(name: string, kind: 'bare' | 'mock'): Promise<Target> {
  const script = resolve(import.meta.dirname, 'processes/contract-target.ts');
  const child = spawn(process.execPath, [script, name, kind], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { targets } = await hear(child);
  return {
    targets,
    async answered() {
      const heard = hear(child);
      child.send('tell');
      return (await heard).answered;
    },
    stop: () => void child.kill(),
  };
}

async function hear(child: ChildProcess): Promise<TargetReport> {
  const [report] = (await once(child, 'message')) as [TargetReport];
  return report;
}

/** A program and its arguments; `variables` are added to its environment. */
export interface Contender {
  readonly argv: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Only the parent of a process is told its processor time, and Python can ask for it. */
const TIMER = `
import json, os, resource, subprocess, sys, time
began = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": time.monotonic() - began, "cpu": used.ru_utime + used.ru_stime, "code": code}))
`;

/** Lets a program test a target, and tells what it sent. Exit codes of 2 and more are failures. */
export async function measureSent(
  python: string,
  target: Target,
  { argv, variables }: Contender,
): Promise<Sent> {
  const before = await target.answered();
  const child = spawn(python, ['-c', TIMER, ...argv], {
    cwd: ROOT,
    env: { ...process.env, ...variables, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  const { seconds, cpu, code } = JSON.parse(said) as Sent & { readonly code: number };
  if (code > 1) throw new Error(`${argv.join(' ')} exits ${code}`);
  return { exchanges: (await target.answered()) - before, seconds, cpu };
}
