import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPassiveRun } from '../../../scripts/contract/passive/passive.ts';
import { readRecorded } from '../../../scripts/contract/passive/recorded.ts';
import { lineSlices } from '../../../scripts/contract/passive/slices.ts';
import { violationsOf } from '../../../scripts/result/contract-run.ts';
import { renderViolation } from '../../../scripts/result/violation-text.ts';
import { drive, type Ask } from './drive.ts';
import { loadSubject, serveSubject } from './subject.ts';

/** `node tests/contract/recordings/faithful.ts [--exchanges N] [--beside N]`: a server without a fault, and many clients at once. */
const { values } = parseArgs({
  options: {
    exchanges: { type: 'string', default: '100000' },
    beside: { type: 'string', default: '24' },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);
const api = await loadSubject();
const [documented = ''] = api.servers.map(({ url }) => url);
const { mock } = await serveSubject(api, undefined);
const mount = mock.mounts[0]?.basePath ?? '';
const folder = await mkdtemp(join(tmpdir(), 'kiln-faithful-'));
const file = join(folder, 'day.ndjson');
try {
  await record(Number(values.exchanges));
  const run = createPassiveRun(api, { file, targets: new Map(), now: Date.now });
  const began = performance.now();
  let most = 0;
  for await (const slice of lineSlices(createReadStream(file, 'utf8'))) {
    await run.take(readRecorded(slice, file));
    if (slice.line % 100 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  const { results, traffic } = await run.end();
  const found = violationsOf(results);
  for (const it of found) say(renderViolation(it));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const megabytes = Math.round(most / 1024 / 1024);
  say(
    `${traffic?.matched} exchanges: ${found.length} findings, ${seconds} s, at most ${megabytes} MB`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
} finally {
  await mock.close();
  await rm(folder, { recursive: true });
}

async function record(wanted: number): Promise<void> {
  const stream = createWriteStream(file);
  const recorded = { count: 0 };
  const ask: Ask = async (method, path, headers = {}, body) => {
    const at = Date.now();
    const answer = await mock.inject({
      method,
      url: `${mount}${path}`,
      headers,
      ...(body !== undefined && { payload: body }),
    });
    const fields = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((it) => [name, String(it)]),
    );
    const request = { method, url: `${documented}${path}`, headers, body };
    const response = { status: answer.statusCode, headers: fields, body: answer.body };
    stream.write(`${JSON.stringify({ request, response, at, milliseconds: Date.now() - at })}\n`);
    recorded.count += 1;
    const header = (name: string) => fields.find(([field]) => field === name)?.[1];
    return { status: answer.statusCode, header, body: answer.body };
  };
  const work = async (_: unknown, nth: number): Promise<void> => {
    while (recorded.count < wanted) await drive(ask, nth % 6 === 0);
  };
  await Promise.all(Array.from({ length: Number(values.beside) }, work));
  await new Promise<void>((done) => void stream.end(done));
  say(`${recorded.count} exchanges recorded`);
}
