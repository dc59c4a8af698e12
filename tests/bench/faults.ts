import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { provideSchemathesis } from '../../scripts/cli/schemathesis/provide-schemathesis.ts';
import { measureFaults } from './faults-measure.ts';
import { drawSubjects } from './faults-sample.ts';
import { renderReport } from './faults-table.ts';
import { createKiln, createSchemathesis } from './faults-testers.ts';
import { MACHINE } from './machine.ts';
import { ROOT } from './peers.ts';

/** `node tests/bench/faults.ts [--api NAME…] [--sample N] [--nulls N] [--operations N] [--seeds N] [--runs N] [--budget SECONDS] [--out FILE]`. */
const { values } = parseArgs({
  options: {
    api: { type: 'string', multiple: true, default: ['claravine', 'clayva'] },
    sample: { type: 'string', default: '10' },
    nulls: { type: 'string', default: '4' },
    operations: { type: 'string', default: '2' },
    seeds: { type: 'string', default: '5' },
    runs: { type: 'string', default: '10' },
    budget: { type: 'string', default: '60' },
    out: { type: 'string', default: resolve(ROOT, 'reports/bench-faults.md') },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const [runs, budget] = [Number(values.runs), Number(values.budget)];
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1);

process.chdir(ROOT);
const began = performance.now();
const apis = await loadApis(nodeIo, values.api);
const program = await provideSchemathesis(nodeIo, say);
const folder = await mkdtemp(join(tmpdir(), 'kiln-bench-'));
try {
  const share = (text: string) => Math.ceil(Number(text) / apis.length);
  const [faults, nulls] = [share(values.sample), share(values.nulls)];
  const subjects = [];
  for (const api of apis) {
    const options = { faults, nulls, operations: Number(values.operations), seed: 1 };
    subjects.push(...(await drawSubjects(api, options)));
  }
  const testers = {
    Kiln: createKiln(runs),
    'Schemathesis, default': createSchemathesis({ program, folder, budget, isBest: false }),
    'Schemathesis, best': createSchemathesis({ program, folder, budget, isBest: true }),
  };
  const rows = await measureFaults(subjects, testers, seeds, say);
  const own = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  const given = ['sample', 'nulls', 'operations', 'seeds', 'runs'] as const;
  const report = renderReport(rows, {
    versions: `Kiln ${own.version}, Node ${process.versions.node}, ${version.replace(', version', '')}`,
    machine: MACHINE,
    command: [
      'npm run bench:faults --',
      ...values.api.map((it) => `--api ${it}`),
      ...given.map((it) => `--${it} ${values[it]}`),
    ].join(' '),
    minutes: (performance.now() - began) / 60_000,
    apis: apis.map(({ name }) => name),
    seeds,
    runs,
  });
  await writeFile(values.out, report);
  process.stdout.write(report);
} finally {
  await rm(folder, { recursive: true });
}
