import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { curlOf } from '../../../scripts/contract/wire/curl.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { createRedactor } from '../../../scripts/contract/wire/redact.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { violationsOf } from '../../../scripts/result/contract-run.ts';
import type { WireRequest } from '../../../scripts/wire/exchange.ts';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { serveParcels, type Fault } from '../parcels-server.ts';
import { PARCELS, resultsOf } from '../run-parcels.ts';

const run = promisify(execFile);
const { send, close } = createSender({ timeout: 5000, largest: 1e6 });
afterAll(close);

/** What a shell prints for a line. */
async function shell(line: string, variables: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run('sh', ['-c', line], { env: { ...process.env, ...variables } });
  return stdout;
}

describe('the curl line of a violation shows it again', () => {
  test.for<[Fault, string]>([
    ['accepts-empty-name', 'input.rejected'],
    ['refuses-valid', 'input.accepted'],
    ['drops-property', 'conformance'],
    ['ignores-key', 'auth.missing'],
    ['takes-an-empty-key', 'auth.malformed'],
    ['takes-half-a-pair', 'auth.partial'],
    ['answers-html-404', 'envelope'],
    ['takes-any-media-type', 'media.unsupported'],
  ])('%s, found by %s', { timeout: 20_000 }, async ([fault, property]) => {
    const { target, close: closeServer } = await serveParcels(fault);
    const violations = violationsOf(await resultsOf(target, send));
    const violation = violations.find((it) => it.property === property);
    const output = await shell(violation?.curl ?? 'false', {
      KILN_KEY: 'parcels_test_key',
      KILN_ACCOUNT: 'parcels_test_account',
      KILN_PIN: 'parcels_test_pin',
    });
    closeServer();
    const { status, body } = violation?.exchange.response ?? {};
    expect(output).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(output.slice(output.lastIndexOf('\r\n\r\n') + 4)).toBe(body);
  });
});

describe('a curl line sends the very octets', () => {
  let target = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, rawHeaders } = request;
      const seen = { method, url, rawHeaders, body: Buffer.concat(chunks).toString('base64') };
      response.setHeader('x-seen', Buffer.from(JSON.stringify(seen)).toString('base64'));
      response.end();
    });
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test.for<[string, Partial<WireRequest>]>([
    ['quotes, variables and file names', { body: `'"$HOME \`id\` \\ @/etc/hosts !` }],
    ['a file name first', { body: '@package.json' }],
    ['line ends', { body: 'a\r\nb\n\n' }],
    ['letters of all kinds', { body: '{"name":"Zo\u00eb \u{1F600}"}' }],
    ['a secret between quotes', { body: `it's 's3cret-key' $KEY` }],
    ['a body without a media type', { body: 'plain', headers: [] }],
    ['an empty body', { body: '' }],
    ['brackets and braces', { path: '/a[b]{c}?d[e]=1&f={g,h}' } as Partial<WireRequest>],
    ['dots in a path', { path: '/a/../b/./c' } as Partial<WireRequest>],
    [
      'a field without a value',
      {
        headers: [
          ['x-key', ''],
          ['accept', '*/*'],
        ],
      },
    ],
    ['HEAD', { method: 'HEAD', body: undefined }],
    ['no body', { method: 'DELETE', body: undefined }],
    ['octets that are no text', { body: '?', bytes: new Uint8Array([0, 255, 10, 39, 0]) }],
  ])('%s', async ([, given]) => {
    const { path = '/pets', ...own } = given as Partial<WireRequest> & { path?: string };
    const request: WireRequest = {
      method: 'POST',
      url: `${target}${path}`,
      headers: [['content-type', 'application/json']],
      body: undefined,
      ...own,
    };
    const api = await loadDescription(nodeIo, PARCELS);
    const good = new Map([['key', 's3cret-key']]);
    const { pieces } = createRedactor(api, { ...NO_PROFILES, good });
    const line = curlOf(request, undefined, pieces);
    expect(line).not.toContain('s3cret-key');
    const output = await shell(line, { KILN_KEY: 's3cret-key' });
    const [, encoded = ''] = /^x-seen: (\S+)/im.exec(output) ?? [];
    const seen = JSON.parse(Buffer.from(encoded, 'base64').toString()) as {
      method: string;
      url: string;
      rawHeaders: string[];
      body: string;
    };
    const octets = Buffer.from(request.bytes ?? request.body ?? '');
    expect(seen).toMatchObject({
      method: request.method,
      url: path,
      body: octets.toString('base64'),
    });
    const lower = seen.rawHeaders.map((it) => it.toLowerCase());
    for (const [name, value] of request.headers) {
      expect(lower[lower.indexOf(name) + 1]).toBe(value);
    }
    expect(lower.includes('content-type')).toBe(request.headers[0]?.[0] === 'content-type');
  });
});
