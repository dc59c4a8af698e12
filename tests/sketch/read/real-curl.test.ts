import { execFile, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleHeader } from '../../../scripts/sketch/sample.ts';
import { readCurl } from '../../../scripts/sketch/read/read-curl.ts';

/** What curl itself sends is what its command means: the judge of our reading. */
const COMMANDS = [
  'curl HOST/papers',
  "curl 'HOST/papers?limit=10&kind=a%20b'",
  'curl -sS -XDELETE HOST/papers/17',
  'curl --request PUT HOST/papers/17 --data a=1 -d b=2',
  `curl HOST/papers -H 'Content-Type: application/json' -d '{"title": "It'\\''s noon"}'`,
  `curl HOST/papers --json '{"a": 1}' -H "X-Note: say \\"no\\""`,
  "curl -G HOST/papers -d limit=10 --data 'kind=daily'",
  'curl HOST/papers -d $\'{"a": "b\\tc"}\' -H \'content-type: application/json\'',
  'curl -I HOST/papers',
  'curl -u ada:hush HOST/papers -b "sid=12; theme=dark"',
  'curl \\\n  -H "X-A: 1" \\\n  HOST/papers \\\n  --data-raw @not-a-file',
  'curl -o /dev/null -m 20 --url HOST/papers -A agent',
];

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method: method.toLowerCase(), url, headers, body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => void server.close());

test.skipIf(!hasCurl || process.platform === 'win32').for(COMMANDS)('%s', async (written) => {
  const { port } = server.address() as AddressInfo;
  const command = written.replace('HOST', `http://127.0.0.1:${port}`);
  seen.length = 0;
  await new Promise((resolve) => void execFile('bash', ['-c', command], resolve));
  const [sent] = seen;
  const [read] = readCurl(command, 'a.txt');
  expect(seen).toHaveLength(1);
  expect(read?.method).toBe(sent?.method);
  expect(new URL(read?.url ?? '').pathname + new URL(read?.url ?? '').search).toBe(sent?.url);
  for (const [name, value] of read?.headers ?? []) {
    const isBasic = value.startsWith('Basic ');
    const told = isBasic ? `Basic ${btoa(value.slice(6))}` : value;
    expect([name, sent?.headers[name.toLowerCase()]]).toEqual([name, told]);
  }
  expect(read?.body?.text ?? '').toBe(sent?.body);
  const type = sent?.headers['content-type'] ?? sampleHeader(read?.headers ?? [], 'content-type');
  expect(read?.body?.mediaType).toBe(type);
});
