import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createStopper, listenForStop } from '../../scripts/cli/contract/stop.ts';
import { answers } from '../../scripts/cli/contract/probe.ts';
import { ODD } from '../hostile/odd.ts';

// Real processes take seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

/** Milliseconds in which a process is gone, and what a busy machine adds. */
const PROMPTLY = 1000 + 500;

const FOLDER = mkdtempSync(join(tmpdir(), 'kiln-'));
const FILE = join(FOLDER, 'signals.yaml');
writeFileSync(FILE, ODD.find(({ what }) => what === 'tags of null')?.text ?? '');
afterAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await rm('generated/signals', { recursive: true, force: true });
});

/** What a process at work does besides: it tells its number and, where wanted, computes without an end. */
function besides(isBusy: boolean): string {
  const code = `
    if (process.argv[2] === '--at-work')
      setTimeout(() => {
        process.stderr.write('at work: ' + process.pid + '\\n');
        ${isBusy ? 'for (;;);' : ''}
      }, 0);`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

interface Started {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  /** Resolves with the number of the process that does the work when it says so. */
  readonly worker: Promise<number>;
}

function start(flag: string, ...argv: readonly string[]): Started {
  const child = spawn(process.execPath, [flag, 'scripts/cli/kiln.mjs', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.resume();
  const worker = new Promise<number>((resolve) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const [, pid] = /at work: (\d+)/.exec(said) ?? [];
      if (pid !== undefined) resolve(Number(pid));
    });
  });
  return { child, worker, stderr: () => said };
}

/** How a process ends that is told of a signal, and how long it takes. */
async function endBy(child: ChildProcess, signal: NodeJS.Signals) {
  const began = performance.now();
  child.kill(signal);
  const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { end: code ?? by, milliseconds: performance.now() - began };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const MOCK = ['mock', FILE, '--port', '0', '--no-control'];

describe.for([
  { signal: 'SIGINT', code: 130 },
  { signal: 'SIGTERM', code: 143 },
] as const)('$signal', ({ signal, code }) => {
  test.for([
    ['lint', FILE],
    ['bundle', FILE],
    ['generate', FILE],
    MOCK,
    ['docs', FILE],
    ['prove', FILE],
    ['check', 'traffic.ndjson', '--api', FILE],
  ])('ends kiln %s in the middle of a computation', async (argv) => {
    const { child, worker } = start(besides(true), ...argv);
    const pid = await worker;
    const { end, milliseconds } = await endBy(child, signal);
    expect(end).toBe(code);
    expect(milliseconds).toBeLessThan(PROMPTLY);
    expect(isThere(pid)).toBe(false);
  });

  test('ends a mock that waits for requests, in order', async () => {
    const { child } = start(besides(false), ...MOCK);
    await new Promise((resolve) => child.stdout?.on('data', resolve));
    const { end, milliseconds } = await endBy(child, signal);
    expect(end).toBe(0);
    expect(milliseconds).toBeLessThan(PROMPTLY);
  });
});

describe('checks that are told to stop', () => {
  test('are waited for where they hear it', async () => {
    const { channel, stop, givenUp: late, close } = createStopper();
    const { signal, close: closeListener } = listenForStop(channel);
    const givenUp = vi.fn<() => void>();
    void late.then(givenUp);
    await vi.waitFor(() => {
      stop('it was interrupted', false);
      expect(signal.aborted).toBe(true);
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(givenUp).not.toHaveBeenCalled();
    close();
    closeListener();
  });

  test('are waited for where the processor does other work, and so they hear it late', async () => {
    const { channel, stop, givenUp: late, close } = createStopper();
    const givenUp = vi.fn<() => void>();
    void late.then(givenUp);
    stop('the time is over', true);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const { signal, close: closeListener } = listenForStop(channel);
    await vi.waitFor(() => expect(signal.aborted).toBe(true), { timeout: 1500 });
    expect(givenUp).not.toHaveBeenCalled();
    close();
    closeListener();
  });

  test('are heard to the end while they say what they have found', async () => {
    const { channel, stop, hear, givenUp: late, close } = createStopper();
    const { signal, close: closeListener } = listenForStop(channel);
    const givenUp = vi.fn<() => void>();
    void late.then(givenUp);
    await vi.waitFor(() => {
      stop('the time is over', true);
      expect(signal.aborted).toBe(true);
    });
    // They and who hears them work all the time.
    const began = performance.now();
    while (performance.now() - began < 1800) {
      const pause = performance.now();
      while (performance.now() - pause < 100);
      hear();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(givenUp).not.toHaveBeenCalled();
    close();
    closeListener();
  });

  test('are given up where they compute without an end', async () => {
    const { stop, givenUp, end, close } = createStopper();
    stop('it was interrupted', false);
    await givenUp;
    expect(end()).toEqual({ reason: 'it was interrupted', isLimit: false });
    close();
  });
});

test('who does the work does not outlive who started it', async () => {
  const { child, worker } = start(besides(false), ...MOCK);
  const pid = await worker;
  await endBy(child, 'SIGKILL');
  await vi.waitFor(() => expect(isThere(pid)).toBe(false), { timeout: 5000 });
});

test.for(['SIGTERM', 'SIGKILL'] as const)('a mock ends with npm on %s', async (signal) => {
  const command = ['node', 'scripts/cli/kiln.mjs', ...MOCK].join(' ');
  const child = spawn('npm', ['exec', '-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const [, address] = /listening on (\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  expect(await answers(origin, 5000)).toBe(true);
  child.kill(signal);
  await vi.waitFor(async () => expect(await answers(origin, 500)).toBe(false), { timeout: 10_000 });
});

test('who reads only the beginning gets it, and no stack', async () => {
  const { child, stderr } = start(besides(false), 'lint', FILE);
  child.stdout?.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(stderr().replace(/at work: \d+\n/, '')).toBe('');
});
