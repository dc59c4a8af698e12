import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeIo } from '../../scripts/cli/io.ts';
import { provideSchemathesis } from '../../scripts/cli/schemathesis/provide-schemathesis.ts';
import { MACHINE } from './machine.ts';
import { ROOT } from './peers.ts';
import { toKey } from './servers/kept-runs.ts';
import { judgeFindings } from './servers/ledger.ts';
import { TESTERS } from './servers/outcome.ts';
import { SERVERS } from './servers/servers.ts';
import { renderServers } from './servers/servers-table.ts';
import { tryServer, type TriedServer } from './servers/try-server.ts';

/**
 * `node tests/bench/servers.ts [--only PATTERN] [--tester NAME]… [--sample] [--kept] [--out FILE]`.
 * What is known already of the same code and the same server is not tried again; with --kept nothing is
 * tried, and what is known of other code counts. It exits 1 where a finding is not in the ledger, or
 * where a run of ours ends in a bug; with --sample also where one is false.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    tester: { type: 'string', multiple: true },
    sample: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false },
    budget: { type: 'string' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '6300' },
    show: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const wanted = new RegExp(values.only);
const chosen = SERVERS.filter((it) => wanted.test(it.id) && (!values.sample || it.sample));
const testers = TESTERS.filter((it) =>
  values.tester ? values.tester.includes(it) : !values.sample || it === 'Kiln',
);
const [seed, budget] = [Number(values.seed), Number(values.budget ?? (values.sample ? 20 : 60))];

const options = {
  testers,
  keyOf: toKey(),
  isRecalled: values.kept,
  seed,
  budget,
  program: () => provideSchemathesis(nodeIo, say),
  say,
};
const tried: TriedServer[] = [];
for (const server of chosen) {
  // A port of its own, so that what a description says of its address stays the same.
  const port = Number(values.port) + SERVERS.indexOf(server);
  tried.push(await tryServer(server, { ...options, port }));
}
const isWhole = chosen.length === SERVERS.length && testers.length === TESTERS.length;
const out = values.out ?? (isWhole ? resolve(ROOT, 'reports/servers.md') : undefined);
if (out !== undefined) {
  const requirements = readFileSync(resolve(ROOT, 'scripts/schemathesis/requirements.txt'), 'utf8');
  const head = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const about = {
    node: process.versions.node,
    machine: MACHINE,
    commit: `${head}${values.kept ? ', with outcomes that are kept of the commits before it' : ''}`,
    schemathesis: /^schemathesis==(\S+)/m.exec(requirements)?.[1] ?? '',
    budget,
    seed,
  };
  await writeFile(out, renderServers(tried, about));
}
const failed = tried.filter((it) => report(it) > 0).length;
const skipped = tried.filter(({ isHere }) => !isHere);
for (const { server } of skipped) process.stdout.write(`${server.id}: not installed, skipped\n`);
const passed = tried.length - failed - skipped.length;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** Says what is open about a server, and how much that is. */
function report({ server, outcomes }: TriedServer): number {
  let open = 0;
  for (const [tester, { exitCode, findings, said }] of outcomes) {
    const told = (line: string) => void process.stdout.write(`${server.id}, ${tester}: ${line}\n`);
    if (tester === 'Kiln' && exitCode !== 0 && exitCode !== 1) {
      open += 1;
      told(`exit ${exitCode ?? 'none, it took too long'}: ${said}`);
    }
    for (const { finding, kind, verdict, reason } of judgeFindings(server.id, tester, findings)) {
      const { operation, status = '', check, message, shown } = finding;
      const isWrong = values.sample && verdict === 'false' && finding.ground === 'contract';
      if (verdict !== undefined && !isWrong && !values.show) continue;
      if (verdict === undefined || isWrong) open += 1;
      told(`${verdict ?? 'not judged'}: ${operation} ${kind} ${status} (${check}): ${message}`);
      if (reason !== '') process.stdout.write(`    ${reason}\n`);
      process.stdout.write(`${shown.replaceAll(/^/gm, '    ')}\n`);
    }
  }
  return open;
}
