import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mockCommand } from './mock-command.ts';
import { loadText, startMock } from './pets.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'kiln-tls-'));
afterAll(() => rm(FOLDER, { recursive: true, force: true }));

/** A certificate that its own key has signed. */
function makePair(name: string) {
  const [key, cert] = [join(FOLDER, `${name}.key`), join(FOLDER, `${name}.pem`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  return {
    keyFile: key,
    certFile: cert,
    key: readFileSync(key, 'utf8'),
    cert: readFileSync(cert, 'utf8'),
  };
}

const server = makePair('server');
const known = makePair('known');
const stranger = makePair('stranger');

const guarded = await loadText(`
openapi: 3.2.0
info: {title: Pets, version: '1'}
servers: [{url: /}]
components: {securitySchemes: {mutual: {type: mutualTLS}}}
paths:
  /guarded: {get: {security: [{mutual: []}], responses: {'200': {description: Ok., content: {application/json: {example: 1}}}}}}
  /guarded/moves: {additionalOperations: {SYNC: {security: [{mutual: []}], responses: {'204': {description: Ok.}}}}}
  /open: {get: {responses: {'204': {description: Ok.}}}}
`);

/** The status of an answer over HTTPS to a client that trusts the server. */
function ask(
  url: string,
  client: { readonly key?: string; readonly cert?: string } = {},
  method = 'GET',
) {
  const { key, cert } = client;
  const options = { method, ca: server.cert, ...(key && cert && { key, cert }) };
  return new Promise<number | undefined>((resolve, reject) => {
    request(url, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['any certificate', undefined, [401, 200, 200]],
  ['one that a CA has signed', known.cert, [401, 200, 401]],
] as const)('an operation is open to a client with %s', async (_, clientCa, want) => {
  const mock = await startMock([guarded], { tls: { ...server, clientCa } });
  const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  expect(origin).toMatch(/^https:/);
  expect(await ask(`${origin}/pets/open`)).toBe(204);
  const guardedUrl = `${origin}/pets/guarded`;
  const told = [
    await ask(guardedUrl),
    await ask(guardedUrl, known),
    await ask(guardedUrl, stranger),
  ];
  expect(told).toEqual(want);
  const moves = `${guardedUrl}/moves`;
  const moved = [await ask(moves, {}, 'SYNC'), await ask(moves, known, 'SYNC')];
  expect(moved).toEqual([401, 204]);
  await mock.close();
});

test.each([
  ['a certificate of its own', ['--https']],
  ['a certificate that is given', ['--cert', server.certFile, '--key', server.keyFile]],
])('kiln mock speaks HTTPS with %s', async (_, argv) => {
  const { exitCode } = await mockCommand(['clayva', '--no-control', ...argv], async (out) => {
    const [base = ''] = /https:\/\/127\.0\.0\.1:\d+\/\S*/.exec(out) ?? [];
    expect(out).toContain(`curl -i`);
    const status = await new Promise((resolve, reject) => {
      request(base, { rejectUnauthorized: false }, (it) => resolve(it.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
  expect(exitCode).toBe(0);
});

test.each([
  [['--cert', server.certFile], '--key is missing (certificate-incomplete)'],
  [['--cert', server.certFile, '--key', known.keyFile], '(certificate-unusable)'],
  [['--cert', 'nowhere.pem', '--key', known.keyFile], 'Cannot read nowhere.pem'],
])('explains %j', async (argv, want) => {
  const { exitCode, err } = await mockCommand(['clayva', ...argv]);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(want)]);
});
