import * as fc from 'fast-check';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import type { Mount } from '../../../scripts/mock/mounts.ts';
import { CHUNKS, FIELDS, FRAMINGS, HEADS, LARGE, TARGETS } from './abuses.ts';
import { preferOf } from './inject.ts';
import type { RequestLine } from './judge.ts';
import { hostileRequests, type HostileRequest } from './requests.ts';

/** What a client does to a connection, bytes as Latin-1. */
export interface Attack {
  readonly name: string;
  /** Written one after the other. */
  readonly pieces: readonly string[];
  /** Milliseconds between two pieces; a breath of the event loop when left out. */
  readonly pause?: number;
  /** What the client does when all is written: it ends its side, waits for the server's end, or is gone. */
  readonly end: 'half-close' | 'wait' | 'reset';
  /** Whether the connection may be closed without an answer. */
  readonly mayBeSilent: boolean;
  /** The requests in it, as far as it is HTTP. */
  readonly lines: readonly RequestLine[];
}

/** A request as text. */
interface Written {
  readonly text: string;
  readonly line: RequestLine;
}

const HOST = 'Host: hostile.example\r\n';

/** Ways to abuse a connection, each around a request that the API would know. */
export function attacks(api: ApiModel, mounts: readonly Mount[]): fc.Arbitrary<Attack> {
  const base = mounts.find((mount) => mount.api === api.name)?.basePath ?? '';
  const written = hostileRequests(api, mounts).map((it) => toWritten(it));
  const among = (name: string, texts: readonly string[], more: Partial<Attack> = {}) =>
    fc.constantFrom(...texts).map((text) => toAttack(name, [text], [lineOf(text)], more));
  const paths = [...new Set([`${base}/x`, ...api.operations.map((it) => `${base}${it.path}`)])];
  const post = (fields: string, body: string) =>
    paths.map((path) => `POST ${path} HTTP/1.1\r\n${HOST}${TYPE}${fields}\r\n\r\n${body}`);
  const weighted: readonly (readonly [number, fc.Arbitrary<Attack>])[] = [
    [6, written.map(({ text, line }) => toAttack('request', [text], [line]))],
    [1, hostileRequests(api, mounts).map(patient)],
    [2, written.chain((it) => dripped(it))],
    [1, written.chain((it) => dribbled(it))],
    [1, fc.array(written, { minLength: 2, maxLength: 8 }).map(pipelined)],
    [2, fc.tuple(written, fc.nat()).map(cutOff)],
    [1, fc.tuple(written, fc.nat()).map((it) => ({ ...cutOff(it), name: 'gone', end: 'reset' }))],
    [
      2,
      among(
        'framing',
        FRAMINGS.flatMap((it) => post(it, '{}')),
      ),
    ],
    [
      2,
      among(
        'chunks',
        CHUNKS.flatMap((it) => post('Transfer-Encoding: chunked', it)),
      ),
    ],
    [
      3,
      among(
        'target',
        TARGETS.flatMap((it) => [it, `${base}${it}`, `${paths[1] ?? ''}${it}`]).map(
          (it) => `GET ${it} HTTP/1.1\r\n${HOST}\r\n`,
        ),
      ),
    ],
    [2, among('head', HEADS, { mayBeSilent: true })],
    [
      2,
      among(
        'field',
        FIELDS.map((it) => `GET ${base}/x HTTP/1.1\r\n${HOST}${it}\r\n\r\n`),
      ),
    ],
    [
      1,
      among('HTTP/1.0', [
        `GET ${base}/x HTTP/1.0\r\n\r\n`,
        `GET ${paths[1] ?? ''} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`,
        `HEAD ${base} HTTP/1.0\r\n\r\n`,
      ]),
    ],
    [
      1,
      among(
        'large',
        LARGE.flatMap((it) => paths.map((path) => `POST ${path} HTTP/1.1\r\n${HOST}${it}`)),
      ),
    ],
    [1, fc.constantFrom(...post('Content-Length: 1', '{}')).map(leavingOne)],
    [1, fc.constant(toAttack('nothing', [], [], { mayBeSilent: true }))],
  ];
  return fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

const TYPE = 'Content-Type: application/json\r\n';

function toAttack(
  name: string,
  pieces: readonly string[],
  lines: readonly RequestLine[],
  more: Partial<Attack> = {},
): Attack {
  return { name, pieces, lines, end: 'half-close', mayBeSilent: false, ...more };
}

/** Keeps its side open until the server is done. */
function patient(request: HostileRequest): Attack {
  const headers = [...request.headers, ['connection', 'close'] as const];
  const { text, line } = toWritten({ ...request, headers });
  return toAttack('patient', [text], [line], { end: 'wait' });
}

/** What is left over of the content begins another request. */
function leavingOne(text: string): Attack {
  return toAttack('left over', [text], [lineOf(text), { method: '', target: '' }]);
}

function pipelined(all: readonly Written[]): Attack {
  const text = all.map((it) => it.text).join('');
  return toAttack(
    'pipelined',
    [text],
    all.map(({ line }) => line),
  );
}

function cutOff([{ text, line }, at]: readonly [Written, number]): Attack {
  const rest = text.slice(0, 1 + (at % text.length));
  // Where a head breaks off nobody knows what it was to be.
  const known = rest.includes('\r\n\r\n') ? line : { method: '', target: '' };
  return toAttack('cut off', [rest], [known], { mayBeSilent: true });
}

/** The same text in pieces as small as a byte. */
function dripped({ text, line }: Written): fc.Arbitrary<Attack> {
  return fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }).map((sizes) => {
    const pieces: string[] = [];
    let at = 0;
    for (const size of sizes) {
      pieces.push(text.slice(at, at + size));
      at += size;
    }
    const all = [...pieces, text.slice(at)].filter((it) => it !== '');
    return toAttack('dripped', all, [line]);
  });
}

/** A body, or a head, that takes its time. */
function dribbled({ text, line }: Written): fc.Arbitrary<Attack> {
  const cuts = fc.array(fc.nat({ max: text.length }), { minLength: 2, maxLength: 6 });
  return fc.tuple(cuts, fc.integer({ min: 2, max: 40 })).map(([places, pause]) => {
    const sorted = [0, ...places.toSorted((left, right) => left - right), text.length];
    const pieces = sorted.slice(1).map((end, i) => text.slice(sorted[i], end));
    return toAttack(
      'dribbled',
      pieces.filter((it) => it !== ''),
      [line],
      { pause },
    );
  });
}

function toWritten(request: HostileRequest): Written {
  const { method, target, headers, body } = request;
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const length = body === undefined ? '' : `Content-Length: ${body.length}\r\n`;
  const content = body?.toString('latin1') ?? '';
  const text = `${method} ${target} HTTP/1.1\r\n${HOST}${fields}${length}\r\n${content}`;
  return { text, line: { method, target, prefer: preferOf(request) } };
}

function lineOf(text: string): RequestLine {
  const [, method = '', target = ''] = /^\s*(\S*) +(\S*)/.exec(text) ?? [];
  const prefer = /^prefer: (.*)$/im.exec(text)?.[1];
  return { method, target, prefer };
}
