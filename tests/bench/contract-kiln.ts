import { appendFileSync } from 'node:fs';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { planOf } from '../../scripts/contract/run/plan.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';

/**
 * `contract-kiln.ts DESCRIPTION SEED RUNS [RECORD] SERVER ADDRESS…`: `kiln test` whole, but for the
 * reports that it writes. With a file to record to, it sends the same requests and keeps them.
 */
const [, , name = '', seed = '', runs = '', record = '', ...pairs] = process.argv;
const targets = new Map<string, string>();
for (let i = 0; i + 1 < pairs.length; i += 2) targets.set(pairs[i] ?? '', pairs[i + 1] ?? '');

if (record === '') {
  const [first, ...others] = targets;
  const servers = others.flatMap(([server, address]) => ['--server', `${server}=${address}`]);
  const argv = [
    'test',
    name,
    '--target',
    first?.[1] ?? '',
    ...servers,
    '--seed',
    seed,
    '--runs',
    runs,
  ];
  const exitCode = await run([...argv, '--report', 'json'], {
    ...nodeIo,
    out: () => undefined,
    isTerminal: false,
    writeText: writeNothing,
    remove: writeNothing,
    appendText: () => undefined,
  });
  // Findings are expected of a server that gives one answer to all.
  process.exit(exitCode > 1 ? exitCode : 0);
}

const [api] = await loadApis(nodeIo, [name]);
if (!api) throw new Error(`there is no description ${name}`);
const { send, close } = createSender({ timeout: 10_000, largest: 1024 * 1024 });
for (const { operation, property } of planOf(api)) {
  const options = {
    api,
    targets,
    profiles: fixtureProfiles(api, Date.now()),
    seed: Number(seed),
    runs: Number(runs),
    writes: true,
    now: Date.now,
    send: (request: Parameters<typeof send>[0]) => {
      const { bytes, ...rest } = request;
      const octets = bytes && Buffer.from(bytes).toString('base64');
      appendFileSync(record, `${JSON.stringify({ ...rest, octets })}\n`);
      return send(request);
    },
  };
  await runCheck(options, operation, property);
}
close();

function writeNothing(): Promise<void> {
  return Promise.resolve();
}
