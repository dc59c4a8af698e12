import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createProgress,
  renderState,
  withProgress,
} from '../../../scripts/cli/contract/progress.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';

let now = 0;
let said: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  [now, said] = [0, []];
});
afterEach(() => void vi.useRealTimers());

function err(text: string): void {
  said.push(text);
}

function ioOf(isTerminal: boolean, progressColumns?: number) {
  return { ...nodeIo, err, isTerminal, now: () => now, progressColumns };
}

function pass(milliseconds: number): void {
  for (let at = 0; at < milliseconds; at += 1000) {
    now += 1000;
    vi.advanceTimersByTime(1000);
  }
}

test('a terminal shows it at once, on one line, and each second how long nothing has changed', () => {
  const progress = createProgress(ioOf(true, 20));
  progress.update('0 of 400 faults, in 26 operations: getting ready');
  expect(said).toEqual(['\r\u001B[2K0 of 400 faults, i…']);
  pass(3000);
  expect(said.length).toBeGreaterThanOrEqual(3);
  const last = createProgress(ioOf(true));
  last.update('waiting');
  pass(2000);
  expect(said.at(-1)).toBe('\r\u001B[2Kwaiting (2 s)');
  last.clear();
  progress.clear();
  const count = said.length;
  pass(5000);
  expect(said).toHaveLength(count);
});

test('elsewhere there is a line after two seconds, and then every five, also where nothing changes', () => {
  const progress = createProgress(ioOf(false));
  progress.update('0 of 4 faults');
  expect(said).toEqual([]);
  pass(12_000);
  progress.clear();
  expect(said).toEqual([
    '0 of 4 faults (2 s)\n',
    '0 of 4 faults (7 s)\n',
    '0 of 4 faults (12 s)\n',
  ]);
});

test('what is said of work is gone when that is done, and only a terminal is told', async () => {
  expect(await withProgress(ioOf(true), 'reading pets', () => Promise.resolve(7))).toBe(7);
  expect(said).toEqual(['\r\u001B[2Kreading pets', '\r\u001B[2K']);
  said = [];
  await withProgress(ioOf(false), 'reading pets', () => Promise.resolve());
  expect(said).toEqual([]);
});

test('once all checks are done, what is left of the budget is used up', () => {
  const state = {
    api: 'parcels',
    operations: 3,
    reached: 3,
    done: 48,
    checks: 48,
    requests: 1240,
    violations: 1,
    elapsed: 20_000,
  };
  expect(renderState({ ...state, budget: 60_000 })).toMatch(/, 40 s left$/);
  expect(renderState({ ...state, budget: undefined })).toMatch(/, 1 violation$/);
  expect(renderState({ ...state, done: 24, budget: 60_000 })).toMatch(/, 20 s left$/);
});
