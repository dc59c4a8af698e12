import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchText } from '../../scripts/cli/fetch-text.ts';
import { runKiln } from './run-kiln.ts';

const HEAD = `openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: /v1}]
`;
const PATHS = `paths:
  /pets:
    get:
      operationId: listPets
      security: []
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'SCHEMA'}}}}}
`;

type Answer = (response: ServerResponse) => void;

const answer =
  (text: string, headers: Record<string, string> = {}, status = 200): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(text);

const YAML = { 'content-type': 'application/yaml' };
const PET = 'type: object\nproperties: {name: {type: string, maxLength: 3}}\n';

let origin = '';
const answers: Record<string, Answer> = {
  '/openapi.json': answer(
    JSON.stringify({ swagger: '2.0', info: { title: 'T', version: '1' }, paths: {} }),
    {
      'content-type': 'application/json',
    },
  ),
  '/many/openapi.yaml': answer(HEAD + PATHS.replace('SCHEMA', '../pet.yaml'), YAML),
  '/kept/openapi.yaml?token=s3cret': answer(
    `openapi: 3.0.3\n${HEAD.replace(/.*\n/, '')}${PATHS.replace('SCHEMA', '../pet.yaml')}`,
    YAML,
  ),
  '/led': answer('', { location: '/kept/openapi.yaml?token=s3cret' }, 302),
  '/moved': answer('', { location: '/many/openapi.yaml' }, 301),
  '/pet.yaml': answer(PET, { 'content-type': 'text/plain; charset=utf-8' }),
  '/abroad.yaml': answer(HEAD + PATHS.replace('SCHEMA', 'http://127.0.0.1:1/a.yaml'), YAML),
  '/away.yaml': answer('', { location: 'http://localhost:1/openapi.yaml' }, 302),
  '/round.yaml': answer('', { location: '/round.yaml' }, 302),
  '/named.yaml': (response) =>
    void response
      .writeHead(302, { location: `${origin.replace('//', '//user:word@')}/many/openapi.yaml` })
      .end(),
  '/endless.yaml': answer(HEAD + PATHS.replace('SCHEMA', '/next/1.yaml'), YAML),
  '/page': answer('<html>', { 'content-type': 'text/html' }),
  '/large.yaml': answer('a'.repeat(2000), YAML),
  '/slow.yaml': (response) => void response.writeHead(200, YAML).write('openapi: '),
};
const server = createServer((request, response) => {
  const known = answers[request.url ?? ''];
  const [, number] = /^\/next\/(\d+)/.exec(request.url ?? '') ?? [];
  if (number !== undefined) {
    const [one, other] = [0, 1].map((it) => 2 * Number(number) + it);
    return answer(`{allOf: [{$ref: ${one}.yaml}, {$ref: ${other}.yaml}]}`, YAML)(response);
  }
  if (known) known(response);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an address is linted, and findings stand at its lines', async () => {
  const { err, out } = await runKiln(['lint', `${origin}/many/openapi.yaml`]);
  expect(err).toBe('');
  expect(out).toContain(`${origin}/many/openapi.yaml`);
  expect(out).toMatch(/^ +9:7 .*Operation must have at least one `4XX` response/m);
}, 30_000);

test('an older one is upgraded', async () => {
  const { err, out } = await runKiln(['lint', `${origin}/openapi.json`]);
  expect(err).toBe(`${origin}/openapi.json is Swagger 2.0; Kiln reads it as OpenAPI 3.1.\n`);
  expect(out).toContain('openapi.json');
}, 30_000);

test.for(['/many/openapi.yaml', '/moved', '/named.yaml'])(
  '%s is bundled with what it refers to',
  async (path) => {
    const written = new Map<string, string>();
    const writeText = (file: string, text: string) => Promise.resolve(void written.set(file, text));
    const { exitCode } = await runKiln(['bundle', `${origin}${path}`], { writeText });
    expect(exitCode).toBe(0);
    expect([...written.values()].join('')).toContain('maxLength: 3');
    for (const file of written.keys())
      expect(file).toMatch(/^generated\/[\w.-]+\/openapi\.(?:json|yaml)$/);
  },
);

test('what it refers to on another host is left aside', async () => {
  const { exitCode, err } = await runKiln(['bundle', `${origin}/abroad.yaml`, '--strict']);
  expect(err).toContain(`${origin}/abroad.yaml:9  `);
  expect(err).toContain('$ref leads to another host');
  expect(exitCode).toBe(2);
});

test.for([
  ['/away.yaml', 'it leads to another host: http://localhost:1/openapi.yaml'],
  ['/round.yaml', 'it leads from one address to the next'],
  ['/page', 'the answer is text/html'],
  ['/none.yaml', 'the answer is 404'],
])('%s is refused: %s', async ([path, want]) => {
  const { exitCode, err } = await runKiln(['lint', `${origin}${path}`]);
  expect(err).toContain(want);
  expect(exitCode).toBe(2);
});

test.for([
  ['/large.yaml', { largest: 1024 }, 'it has more than'],
  ['/slow.yaml', { patience: 50 }, 'no answer within 0.05 s'],
] as const)('%s is given up: %s', async ([path, limits, want]) => {
  await expect(fetchText(`${origin}${path}`, limits)).rejects.toThrow(want);
});

test('files that lead to others without an end are given up', async () => {
  const { exitCode, err } = await runKiln(['bundle', `${origin}/endless.yaml`]);
  expect(err).toContain('it leads to more than 500 files');
  expect(exitCode).toBe(2);
}, 60_000);

test.for([
  ['http://user:secret@127.0.0.1:1/openapi.yaml', 'a user or a password is not asked'],
  ['http://user:secret@127.0.0.1:99999/openapi.yaml', 'it is no address'],
])('an address with a password is neither asked nor shown: %s', async ([address = '', want]) => {
  const { exitCode, err } = await runKiln(['lint', address]);
  expect(err).toContain(want);
  expect(err).not.toContain('secret');
  expect(exitCode).toBe(2);
});

test('what an address asks with is not shown where it cannot be read', async () => {
  const { err } = await runKiln(['lint', 'http://127.0.0.1:9/openapi.yaml?token=secret']);
  expect(err).toContain('Cannot read http://127.0.0.1:9/openapi.yaml?…: ');
  expect(err).not.toContain('secret');
});

test.for([
  ['ftp://user:secret@host/openapi.yaml', 'begins with ftp:'],
  ['https:user:secret@host/openapi.yaml', 'begins with https:'],
])('what is no address of the web is named by its scheme: %s', async ([name = '', want]) => {
  const { exitCode, err } = await runKiln(['lint', name]);
  expect(err).toContain(want);
  expect(err).not.toContain('secret');
  expect(exitCode).toBe(2);
});

test.for(['/kept/openapi.yaml?token=s3cret', '/led'])(
  'the key of an address stands nowhere in what is printed and written of %s',
  { timeout: 180_000 },
  async (path) => {
    const folder = mkdtempSync(join(tmpdir(), 'kiln-'));
    try {
      const argv = [resolve('scripts/cli/kiln.mjs'), 'run', `${origin}${path}`, '--runs', '3'];
      const { exitCode, said } = await new Promise<{ exitCode: number; said: string }>((done) => {
        const node = resolve('node_modules/node/bin/node');
        execFile(node, argv, { cwd: folder }, (error, out, err) =>
          done({ exitCode: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
        );
      });
      expect(said).toContain(`${origin}/kept/openapi.yaml is OpenAPI 3.0.3`);
      expect([0, 1]).toContain(exitCode);
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((it) => it.isFile())
        .map((it) => join(it.parentPath, it.name));
      const telling = files.filter((it) => readFileSync(it).includes('s3cret'));
      expect(files.some((it) => it.endsWith('run.json'))).toBe(true);
      expect([said.includes('s3cret'), telling]).toEqual([false, []]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('two that differ in what they ask with only are two of one name', async () => {
  const names = ['/many/openapi.yaml', '/kept/openapi.yaml?token=s3cret'];
  const io = { writeText: () => Promise.resolve() };
  const { exitCode, err } = await runKiln(['bundle', ...names.map((it) => `${origin}${it}`)], io);
  expect(exitCode).toBe(0);
  const twice = ['/kept/openapi.yaml?token=s3cret', '/led'].map((it) => `${origin}${it}`);
  const refused = await runKiln(['bundle', ...twice], io);
  expect([refused.exitCode, refused.err.includes('are both called kept')]).toEqual([2, true]);
  expect(err + refused.err).not.toContain('s3cret');
});

test('nobody who does not answer is waited for', async () => {
  const { exitCode, err } = await runKiln(['lint', 'http://127.0.0.1:9/openapi.yaml']);
  expect(err).toContain('Cannot read http://127.0.0.1:9/openapi.yaml: ');
  expect(exitCode).toBe(2);
});
