import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { hostileRequests, type HostileRequest } from './requests.ts';
import type { ApiModel } from '../../../scripts/core/api-model.ts';
import type { Mount } from '../../../scripts/mock/mounts.ts';

/** What a client does to a connection, bytes as Latin-1. */
export interface Attack {
  readonly name: string;
  /** Written one after the other, with a breath between. */
  readonly pieces: readonly string[];
  /** Ends its side when all is written; without it the server is expected to answer first. */
  readonly isHalfClosed: boolean;
  /** Whether the connection may be closed without an answer. */
  readonly mayBeSilent: boolean;
}

const HOST = 'Host: hostile.example\r\n';
const HEADERS_TOO_LARGE = `X-Large: ${'x'.repeat(70_000)}\r\n`;
const MANY_HEADERS = Array.from({ length: 3000 }, (_, i) => `X-${i}: ${i}\r\n`).join('');

/** Lengths and codings of content that contradict it or themselves (RFC 9112, section 6.3). */
const FRAMINGS = [
  'Content-Length: -1',
  'Content-Length: 1e3',
  'Content-Length: +2',
  'Content-Length: 0x10',
  'Content-Length:',
  'Content-Length: 99999999999999999999',
  'Content-Length: 2\r\nContent-Length: 3',
  'Content-Length: 2, 2',
  'Content-Length: 2\r\nTransfer-Encoding: chunked',
  'Transfer-Encoding: gzip',
  'Transfer-Encoding: chunked, identity',
  'Transfer-Encoding: xchunked',
  ' Content-Length: 2',
  'Content-Length : 2',
];
const CHUNKS = [
  'z\r\n{}\r\n0\r\n\r\n',
  '-1\r\n{}\r\n0\r\n\r\n',
  'ffffffffffffffff\r\n{}\r\n',
  '2\r\n{}0\r\n\r\n',
  '2;x=y\r\n{}\r\n0\r\n\r\n',
  `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
  '2\r\n{}\r\n0\r\nX-Trailer: 1\r\n__proto__: 1\r\n\r\n',
  '2\r\n{}\r\n0\r\nbroken\r\n\r\n',
  '2\n{}\n0\n\n',
];
const TARGETS = [
  '//',
  '/./',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e',
  '/%00',
  '/%c0%ae%c0%ae/',
  '/\u0000',
  '/\u00ff\u00fe',
  '/\t',
  '*',
  '?',
  '#',
  'relative',
  'http://',
  'http://other.example/../..',
  'http://user:password@other.example:99999/',
  'hostile.example:443',
  `/${'x'.repeat(9000)}`,
  `/${'../'.repeat(500)}`,
  `/?${'a=1&'.repeat(3000)}`,
  `/${'%41'.repeat(2000)}`,
];
const HEADS = [
  'GET / HTTP/1.1\r\nno colon\r\n\r\n',
  'GET / HTTP/1.1\r\n: empty\r\n\r\n',
  'GET / HTTP/1.1\r\nA: \u0000\r\n\r\n',
  'GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n',
  'GET / HTTP/1.1\nHost: a\n\n',
  'GET / HTTP/1.1\r\r\n\r\n',
  'GET  /  HTTP/1.1\r\n\r\n',
  'GET / HTTP/2.0\r\n\r\n',
  'GET / HTTP/0.9\r\n\r\n',
  'GET /\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'BREW / HTTP/1.1\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n',
  '\u0000\u0000\u0000\u0000\r\n\r\n',
  '\r\n\r\n\r\n',
  '{"json":true}\r\n\r\n',
];
const FIELDS = [
  'Expect: 100-continue',
  'Expect: 200-maybe',
  'Connection: Upgrade\r\nUpgrade: websocket',
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk',
  'Connection: close',
  'Connection: host',
  'Keep-Alive: timeout=0',
  'TE: trailers',
  'Trailer: X-Trailer',
  'Host: second.example',
  'Host:',
  'Via: 1.1 a, 1.1 a',
  'Transfer-Encoding: identity',
];

const bomb = gzipSync(Buffer.alloc(12 * 1024 * 1024, 0x20)).toString('latin1');

/** Ways to abuse a connection, each around a request that the API would know. */
export function attacks(api: ApiModel, mounts: readonly Mount[]): fc.Arbitrary<Attack> {
  const base = mounts.find((mount) => mount.api === api.name)?.basePath ?? '';
  const written = hostileRequests(api, mounts).map((it) => toText(it));
  const post = (fields: string, body: string) =>
    `POST ${base}/x HTTP/1.1\r\n${HOST}Content-Type: application/json\r\n${fields}\r\n\r\n${body}`;
  const each = (name: string, texts: readonly string[], more: Partial<Attack> = {}) =>
    fc.constantFrom(...texts).map((text) => toAttack(name, [text], more));
  const silent = { mayBeSilent: true };
  return fc.oneof(
    { weight: 6, arbitrary: written.map((it) => toAttack('request', [it])) },
    { weight: 2, arbitrary: written.chain((it) => dripped(it)) },
    {
      weight: 1,
      arbitrary: fc
        .array(written, { minLength: 2, maxLength: 8 })
        .map((all) => toAttack('pipelined', [all.join('')])),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(written, fc.nat())
        .map(([it, cut]) => toAttack('cut off', [it.slice(0, 1 + (cut % it.length))], silent)),
    },
    {
      weight: 2,
      arbitrary: each(
        'framing',
        FRAMINGS.map((it) => post(it, '{}')),
      ),
    },
    {
      weight: 2,
      arbitrary: each(
        'chunks',
        CHUNKS.map((it) => post('Transfer-Encoding: chunked', it)),
      ),
    },
    {
      weight: 3,
      arbitrary: each(
        'target',
        TARGETS.flatMap((it) => [it, `${base}${it}`]).map(
          (it) => `GET ${it} HTTP/1.1\r\n${HOST}\r\n`,
        ),
      ),
    },
    { weight: 2, arbitrary: each('head', HEADS, silent) },
    {
      weight: 2,
      arbitrary: each(
        'field',
        FIELDS.map((it) => `GET ${base}/x HTTP/1.1\r\n${HOST}${it}\r\n\r\n`),
      ),
    },
    {
      weight: 1,
      arbitrary: each('HTTP/1.0', [
        `GET ${base}/x HTTP/1.0\r\n\r\n`,
        `HEAD ${base} HTTP/1.0\r\n\r\n`,
      ]),
    },
    {
      weight: 1,
      arbitrary: each('large head', [
        `GET ${base} HTTP/1.1\r\n${HOST}${HEADERS_TOO_LARGE}\r\n`,
        `GET ${base} HTTP/1.1\r\n${HOST}${MANY_HEADERS}\r\n`,
        post(`Content-Encoding: gzip\r\nContent-Length: ${bomb.length}`, bomb),
      ]),
    },
    { weight: 1, arbitrary: fc.constant(toAttack('nothing', [], silent)) },
  );
}

function toAttack(name: string, pieces: readonly string[], more: Partial<Attack> = {}): Attack {
  return { name, pieces, isHalfClosed: true, mayBeSilent: false, ...more };
}

/** The same text in pieces as small as a byte. */
function dripped(text: string): fc.Arbitrary<Attack> {
  return fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }).map((sizes) => {
    const pieces: string[] = [];
    let at = 0;
    for (const size of sizes) {
      pieces.push(text.slice(at, at + size));
      at += size;
    }
    return toAttack(
      'dripped',
      [...pieces, text.slice(at)].filter((it) => it !== ''),
    );
  });
}

function toText({ method, target, headers, body }: HostileRequest): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const length = body === undefined ? '' : `Content-Length: ${body.length}\r\n`;
  const content = body?.toString('latin1') ?? '';
  return `${method} ${target} HTTP/1.1\r\n${HOST}${fields}${length}\r\n${content}`;
}
