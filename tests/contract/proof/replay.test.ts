import { rm } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { run } from '../../../scripts/cli/main.ts';
import { violationsOf, type ContractRun } from '../../../scripts/result/contract-run.ts';
import { renderReports } from '../../../scripts/report/report.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { runOf } from '../../report/sample-run.ts';
import { serveParcels, type Fault } from '../parcels-server.ts';
import { PARCELS, resultsOf } from '../run-parcels.ts';

// Loading a description takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const REPORT = 'reports/parcels/run.json';
const { send, close } = createSender({ timeout: 5000, largest: 1e6 });
afterAll(close);
afterAll(() => rm('reports/parcels', { recursive: true, force: true }));

/** What `kiln test --replay` prints, after a run against a server with a fault. */
async function replayed(fault: Fault | undefined, recorded: ContractRun, argv: readonly string[]) {
  const { target, close: closeServer } = await serveParcels(fault);
  const out: string[] = [];
  const err: string[] = [];
  const [report] = renderReports({ ...recorded, api: 'parcels', target }, ['json']);
  const exitCode = await run(['test', PARCELS, ...argv], {
    ...nodeIo,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    exists: (path) => (path === REPORT ? Promise.resolve(true) : nodeIo.exists(path)),
    readText: (path) =>
      path === REPORT ? Promise.resolve(report?.text ?? '') : nodeIo.readText(path),
  });
  closeServer();
  return { exitCode, out: out.join(''), err: err.join('') };
}

async function recordedRun(fault: Fault): Promise<ContractRun> {
  const { target, close: closeServer } = await serveParcels(fault);
  const results = await resultsOf(target, send);
  closeServer();
  return { ...runOf([]), seed: 1, runs: 10, results };
}

const RUN = await recordedRun('accepts-empty-name');
const [VIOLATION] = violationsOf(RUN.results);
const ID = VIOLATION?.id ?? '';

test('a violation that is still there is shown again, and ends with 1', async () => {
  const { exitCode, out } = await replayed('accepts-empty-name', RUN, ['--replay', ID]);
  expect(out).toMatch(/^createParcel {2}input\.rejected .* breaks minLength is answered 200\n/);
  expect(out).toContain(`--replay ${ID}\n\n${ID} is still violated\n`);
  expect(exitCode).toBe(1);
});

test('a violation that is gone ends with 0', async () => {
  const { exitCode, out } = await replayed(undefined, RUN, ['--replay', ID]);
  expect(out).toBe(
    `${ID} holds now: createParcel input.rejected, the same requests (--seed 1 --runs 10)\n`,
  );
  expect(exitCode).toBe(0);
});

test('a mistyped id is answered with the nearest, and with all there are', async () => {
  const { exitCode, err } = await replayed(undefined, RUN, ['--replay', `${ID.slice(0, -1)}_`]);
  expect(exitCode).toBe(2);
  expect(err).toContain(`has no violation "${ID.slice(0, -1)}_" (unknown-violation)`);
  expect(err).toContain(`Did you mean ${ID}? It has: ${ID} createParcel input.rejected`);
});

test('what was only recorded cannot be sent again', async () => {
  const { exitCode, err } = await replayed(undefined, { ...RUN, mode: 'passive' }, [
    '--replay',
    ID,
  ]);
  expect(exitCode).toBe(2);
  expect(err).toContain('is about recorded traffic: we did not send it (not-sent)');
});

test('a replay is of one API', async () => {
  const { exitCode, err } = await replayed(undefined, RUN, [PARCELS, '--replay', ID]);
  expect(exitCode).toBe(2);
  expect(err).toContain('A --replay is of one API (one-replay)');
});
