import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fastifyPackage from 'fastify/package.json' with { type: 'json' };
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { toMounts } from '../../scripts/mock/mounts.ts';
import { measureBatches, measureHeap, measureStarts } from './endurance.ts';
import { MACHINE, pin, takeTurns } from './machine.ts';
import { installPeers, ROOT } from './peers.ts';
import { measureDescriptions, measureFlatness, measureGenerated } from './scenarios.ts';
import { startKiln, SUBJECTS } from './subjects.ts';
import { renderReport } from './table.ts';
import { chooseWorkloads } from './workloads.ts';

/** `node tests/bench/mock.ts [--starts N] [--rounds N] [--milliseconds N] [--out FILE]`. */
const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '9' },
    milliseconds: { type: 'string', default: '400' },
    requests: { type: 'string', default: '200000' },
    out: { type: 'string', default: resolve(ROOT, 'reports/bench-mock.md') },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);

process.chdir(ROOT);
const missing = await installPeers(say);
const subjects = SUBJECTS.filter((it) => {
  if (it.startsWith('Prism')) return !missing.includes('@stoplight/prism-cli');
  return it !== 'Scalar' || missing.every((name) => name === '@stoplight/prism-cli');
});

const folder = await mkdtemp(join(tmpdir(), 'kiln-bench-'));
try {
  const [starts, rounds] = [Number(values.starts), Number(values.rounds)];
  const milliseconds = Number(values.milliseconds);
  const loads = [loadavg()[0] ?? 0];
  const ready = await measureStarts(5);
  say(`ready after ${ready.median.toFixed(0)} ms`);
  const pinned = pin();
  const inTurns = takeTurns();
  const options = { starts, rounds, milliseconds, folder, subjects, say };
  const apis = await loadApis(nodeIo, []);
  const mounts = toMounts(apis);
  const fresh = await startKiln([]);
  const own = await Promise.all(
    apis.map(async (api) => ({ api, workloads: await chooseWorkloads(api, mounts, fresh.port) })),
  );
  await fresh.stop();
  const flatness = await measureFlatness([10, 100, 1000], options);
  const generated = await measureGenerated([10, 100, 1000], options);
  loads.push(loadavg()[0] ?? 0);
  const rows = [...generated, ...(await measureDescriptions(own, options))];
  const workloads = own.flatMap((it) => it.workloads.map(({ workload }) => workload));
  const heap = await measureHeap(workloads, Number(values.requests));
  const batch = await measureBatches(300);
  loads.push(loadavg()[0] ?? 0);
  const report = renderReport(
    rows,
    { ready, flatness, heap, batch },
    {
      node: process.versions.node,
      fastify: fastifyPackage.version,
      machine: MACHINE,
      load: loads.map((it) => it.toFixed(1)).join(' to '),
      pinned,
      inTurns,
      starts,
      rounds,
      milliseconds,
      missing: SUBJECTS.filter((it) => !subjects.includes(it)),
    },
  );
  await writeFile(values.out, report);
  process.stdout.write(report);
} finally {
  await rm(folder, { recursive: true });
}
