import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { provideSchemathesis } from '../../scripts/cli/schemathesis/provide-schemathesis.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { toAuthentication } from '../../scripts/schemathesis/authentication.ts';
import { retarget } from '../../scripts/schemathesis/retarget.ts';
import { renderToml } from '../../scripts/schemathesis/toml.ts';
import { measureSent, startTarget, type Contender, type Target } from './contract-measure.ts';
import { CONTENDERS, renderReport, type ContenderName, type Row } from './contract-table.ts';
import { MACHINE, pin } from './machine.ts';
import { ROOT } from './peers.ts';

/** `node tests/bench/contract.ts [--api NAME] [--rounds N] [--budget SECONDS] [--runs N] [--out FILE]`. */
const { values } = parseArgs({
  options: {
    api: { type: 'string', default: 'clayva' },
    rounds: { type: 'string', default: '3' },
    budget: { type: 'string', default: '20' },
    runs: { type: 'string', default: '1000' },
    out: { type: 'string', default: resolve(ROOT, 'reports/bench-contract.md') },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const [rounds, budget] = [Number(values.rounds), Number(values.budget)];

process.chdir(ROOT);
const [api] = await loadApis(nodeIo, [values.api]);
if (!api) throw new Error(`there is no description ${values.api}`);
const program = await provideSchemathesis(nodeIo, say);
const python = join(dirname(program), 'python');
const versionOf = (command: string) =>
  execFileSync(command, ['--version'], { encoding: 'utf8' }).trim().split(' ').at(-1) ?? '';
const folder = await mkdtemp(join(tmpdir(), 'kiln-bench-'));
const pinned = pin();
const loads = [loadavg()[0] ?? 0];
const rows: Row[] = [];
try {
  for (const kind of ['bare', 'mock'] as const) {
    const target = await startTarget(values.api, kind);
    const seen = new Map(CONTENDERS.map((name) => [name, [] as Row['rounds'][number][]]));
    try {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const contenders = await prepare(kind, target, seed);
        for (const name of CONTENDERS) {
          const sent = await measureSent(python, target, contenders[name]);
          seen.get(name)?.push(sent);
          const rate = (sent.exchanges / sent.seconds).toFixed(0);
          say(`${kind}, seed ${seed}, ${name}: ${sent.exchanges} exchanges, ${rate} a second`);
        }
      }
    } finally {
      target.stop();
    }
    const label = kind === 'bare' ? 'a bare server' : 'our mock';
    for (const [contender, own] of seen) rows.push({ target: label, contender, rounds: own });
  }
  loads.push(loadavg()[0] ?? 0);
  const report = renderReport(rows, {
    node: process.versions.node,
    schemathesis: versionOf(program),
    python: versionOf(python),
    machine: MACHINE,
    load: loads.map((it) => it.toFixed(1)).join(' to '),
    pinned,
    description: `${api.title}, ${api.operations.length} operations`,
    budget,
    runs: Number(values.runs),
    rounds,
  });
  await writeFile(values.out, report);
  process.stdout.write(report);
} finally {
  await rm(folder, { recursive: true });
}

/** What each tester is started as; the requests that the bare loop sends are recorded first. */
async function prepare(
  kind: string,
  { targets }: Target,
  seed: number,
): Promise<Record<ContenderName, Contender>> {
  if (!api) throw new Error('there is no description');
  const at = (name: string) => join(folder, `${kind}-${seed}-${name}`);
  const kiln = (record: string): string[] => [
    process.execPath,
    resolve(import.meta.dirname, 'contract-kiln.ts'),
    values.api,
    String(seed),
    values.runs,
    record,
    ...targets.flat(),
  ];
  const [command = '', ...argv] = kiln(at('requests.ndjson'));
  execFileSync(command, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  const addresses = new Map(targets);
  const profiles = fixtureProfiles(api, Date.now());
  const { schemes, environment } = toAuthentication(api, profiles.good);
  const configuration = renderToml({
    'base-url': [...addresses.values()][0] ?? '',
    seed,
    workers: 1,
    'max-time': budget,
    'continue-on-failure': true,
    cache: { enabled: false },
    generation: { database: 'none' },
    auth: { openapi: schemes },
  });
  await writeFile(at('schemathesis.toml'), configuration);
  await writeFile(at('openapi.json'), JSON.stringify(retarget(api, addresses)));
  return {
    'bare fetch': {
      argv: [
        process.execPath,
        resolve(import.meta.dirname, 'contract-bare.ts'),
        at('requests.ndjson'),
      ],
    },
    Kiln: { argv: kiln('') },
    Schemathesis: {
      argv: [program, '--config-file', at('schemathesis.toml'), 'run', at('openapi.json')],
      variables: environment,
    },
  };
}
