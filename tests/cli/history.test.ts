import { describe, expect, test, vi } from 'vitest';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { toRunDocument } from '../../scripts/report/run-document.ts';
import type { CheckResult, ContractRun, Violation } from '../../scripts/result/contract-run.ts';
import { PARCELS } from '../contract/run-parcels.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';
import { runKiln } from './run-kiln.ts';

vi.setConfig({ testTimeout: 60_000 });

const OTHER: Violation = {
  ...VIOLATION,
  id: 'other',
  property: 'media.unsupported',
  message: 'odd',
};

/** A project whose files are kept in memory; descriptions are read from where they lie. */
function projectOf(given: Readonly<Record<string, string>> = {}) {
  const files = new Map(Object.entries(given));
  const below = (folder: string) => [...files.keys()].filter((it) => it.startsWith(`${folder}/`));
  const io: Partial<Io> = {
    readText: (path) => {
      const text = files.get(path);
      return text === undefined ? nodeIo.readText(path) : Promise.resolve(text);
    },
    exists: (path) =>
      files.has(path)
        ? Promise.resolve(true)
        : path.includes('runs/') || path.endsWith('run.json') || path === 'kiln.config.yaml'
          ? Promise.resolve(false)
          : nodeIo.exists(path),
    writeText: (path, text) => Promise.resolve(void files.set(path, text)),
    appendText: (path, text) => void files.set(path, (files.get(path) ?? '') + text),
    remove: (path) => {
      for (const it of [path, ...below(path)]) files.delete(it);
      return Promise.resolve();
    },
    list: (folder) =>
      Promise.resolve([
        ...new Set(below(folder).map((it) => it.slice(folder.length + 1).split('/')[0] ?? '')),
      ]),
  };
  return { io, files };
}

function runAt(day: number, violations: readonly Violation[]): ContractRun {
  const run = runOf(violations);
  const [first] = run.results;
  const held: CheckResult[] = first
    ? [{ ...first, property: 'media.unsupported', outcome: 'held', violations: [] }]
    : [];
  return {
    ...run,
    api: 'parcels',
    started: `2026-01-0${day}T00:00:00.000Z`,
    properties: [...run.properties, { id: 'media.unsupported', title: 'refuses others' }],
    results: [...run.results, ...held],
  };
}

/** Hands runs to a project one after the other, and gives what the last one said. */
async function hand(project: ReturnType<typeof projectOf>, runs: readonly ContractRun[]) {
  let said = '';
  for (const run of runs) {
    project.files.set('shard/run.json', JSON.stringify(toRunDocument(run)));
    said = (await runKiln(['merge', 'shard'], project.io)).out;
  }
  return said;
}

const CONFIG = 'outputs: {reports: out}\nhistory: {keep: 2}\n';

test('runs are kept, compared and pruned, and a page stands above them', async () => {
  const project = projectOf({ 'kiln.config.yaml': CONFIG });
  const said = await hand(project, [
    runAt(1, [VIOLATION, OTHER]),
    runAt(2, [VIOLATION, OTHER]),
    runAt(3, [VIOLATION]),
  ]);
  expect(said).toContain('since 2026-01-02 00:00 UTC: 0 new, 1 gone, 1 still there\n');
  const kept = [...project.files.keys()].filter((it) => it.startsWith('out/parcels/runs/'));
  expect(kept.toSorted()).toEqual([
    'out/parcels/runs/2026-01-02T00-00-00Z/report.html',
    'out/parcels/runs/2026-01-02T00-00-00Z/run.json',
    'out/parcels/runs/2026-01-03T00-00-00Z/report.html',
    'out/parcels/runs/2026-01-03T00-00-00Z/run.json',
    'out/parcels/runs/runs.json',
  ]);
  const page = project.files.get('out/index.html');
  expect(page).toContain('href="parcels/report.html"');
  expect(page).toContain('Findings of the last 2 runs: 2, 1');
});

test('who keeps none has no copies', async () => {
  const project = projectOf({ 'kiln.config.yaml': CONFIG.replace('2', '0') });
  await hand(project, [runAt(1, [VIOLATION]), runAt(2, [VIOLATION])]);
  const kept = [...project.files.keys()].filter((it) => it.includes('/runs/'));
  expect(kept).toEqual(['out/parcels/runs/runs.json']);
});

function replay({ io }: ReturnType<typeof projectOf>, id: string) {
  return runKiln(['test', PARCELS, '--replay', id, '--target', 'http://127.0.0.1:9'], io);
}

describe('a replay', () => {
  test('finds what only an older run had', async () => {
    const project = projectOf({ 'kiln.config.yaml': CONFIG });
    await hand(project, [runAt(1, [VIOLATION, OTHER]), runAt(2, [VIOLATION])]);
    // What it names is no operation of this description: who says so has found it.
    expect((await replay(project, 'other')).err).toContain('There is no getPet any more');
  });

  test('says what there is where no run had it', async () => {
    const project = projectOf({ 'kiln.config.yaml': CONFIG });
    await hand(project, [runAt(1, [VIOLATION])]);
    const { exitCode, err } = await replay(project, 'nobody');
    expect([exitCode, err.includes('has no violation "nobody"')]).toEqual([2, true]);
  });
});
