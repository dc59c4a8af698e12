import { Busboy } from '@fastify/busboy';
import * as fc from 'fast-check';
import { FormData, Response } from 'undici';
import { expect, test } from 'vitest';
import { readBody } from '../../scripts/wire/read-body.ts';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import type { WrittenBody } from '../../scripts/wire/wire-body.ts';
import { writeBody } from '../../scripts/wire/write-body.ts';
import { describeMedia } from '../wire/describe.ts';

const FORM = `
schema:
  type: object
  properties:
    id: {type: string}
    count: {type: integer}
    meta: {type: object}
    tags: {type: array, items: {type: string}}
    file: {type: string, format: binary}
    csv: {type: string}
encoding: {csv: {contentType: text/csv}, file: {contentType: image/png}}`;
const OCTETS = Uint8Array.of(0, 255, 13, 10, 45, 45);
const VALUE = {
  id: 'ä😀 "x"\r\n--',
  count: 7,
  meta: { a: [1, null] },
  tags: ['a', '', 'a'],
  file: { bytes: OCTETS, name: 'ü"\r\n.png', contentType: 'image/png' },
  csv: 'a,b\r\n1,2\r\n',
};
const { document, media } = await describeMedia('multipart/form-data', FORM);

/** What a reader of other people makes of a body: text, or the name, type and octets of a file. */
type Heard = readonly [name: string, value: unknown][];
const asFile = (name: string, type: string, octets: Uint8Array) => [name, type, [...octets]];

async function undici({ contentType, bytes }: WrittenBody): Promise<Heard> {
  const headers = { 'content-type': contentType };
  const form = await new Response(bytes, { headers }).formData();
  return await Promise.all(
    [...form].map(async ([name, value]): Promise<[string, unknown]> => {
      if (typeof value === 'string') return [name, value];
      return [name, asFile(value.name, value.type, new Uint8Array(await value.arrayBuffer()))];
    }),
  );
}

function busboy({ contentType, bytes }: WrittenBody): Promise<Heard> {
  const { promise, resolve, reject } = Promise.withResolvers<Heard>();
  const heard: [string, unknown][] = [];
  const parser = new Busboy({ headers: { 'content-type': contentType } });
  parser.on('field', (name, value) => heard.push([name, value]));
  parser.on('file', (name, stream, fileName, _, type) => {
    const chunks: Buffer[] = [];
    const place = heard.push([name, undefined]) - 1;
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      heard[place] = [name, asFile(fileName, type, Buffer.concat(chunks))];
    });
  });
  parser.on('finish', () => resolve(heard));
  parser.on('error', reject);
  parser.end(Buffer.from(bytes));
  return promise;
}

test.for([
  ['undici', undici, 'ü"\r\n.png'],
  // It leaves the escapes of a file's name as they are.
  ['busboy', busboy, 'ü%22%0D%0A.png'],
] as const)('%s reads the parts that are written', async ([, read, fileName]) => {
  expect(await read(writeBody(describeBody(document, media), VALUE))).toEqual([
    ['id', VALUE.id],
    ['count', '7'],
    ['meta', '{"a":[1,null]}'],
    ['tags', 'a'],
    ['tags', ''],
    ['tags', 'a'],
    ['file', asFile(fileName, 'image/png', OCTETS)],
    ['csv', VALUE.csv],
  ]);
});

async function readForm(form: FormData): Promise<unknown> {
  const sent = new Response(form);
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const contract = { document, media, breachesOf: () => 0 };
  return readBody(contract, sent.headers.get('content-type') ?? '', bytes);
}

test('the parts that undici writes are read', async () => {
  const form = new FormData();
  form.append('id', 'ä😀\r\n"');
  form.append('count', '7');
  form.append('meta', new Blob(['{"a":1}'], { type: 'application/json' }), 'meta.json');
  form.append('tags', 'a');
  form.append('file', new Blob([OCTETS], { type: 'image/png' }), 'a"\r\n.png');
  form.append('a"\r\nb', 'x');
  expect(await readForm(form)).toEqual({
    value: {
      id: 'ä😀\r\n"',
      count: 7,
      meta: { a: 1 },
      tags: ['a'],
      file: '\0ÿ\r\n--',
      'a"\r\nb': 'x',
    },
  });
  expect(await readForm(new FormData())).toEqual({ value: {} });
});

const word = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed());
/** The platform makes each line break in a name CR LF. */
const name = word.filter((text) => !/[\r\n]/.test(text) && !/%(22|0D|0A)/i.test(text));

test('whatever is said, undici hears it and is heard', async () => {
  const any = await describeMedia(
    'multipart/form-data',
    '{schema: {additionalProperties: {type: string}}}',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, word, { maxKeys: 4, noNullPrototype: true }),
      async (value) => {
        const written = writeBody(describeBody(any.document, any.media), value);
        expect(await undici(written)).toEqual(Object.entries(value));
        const contract = { ...any, breachesOf: () => 0 };
        expect(readBody(contract, written.contentType, written.bytes)).toEqual({ value });
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever comes, reading it ends with a value, a reason or nothing', () => {
  const types = ['multipart/form-data; boundary=b', 'application/xml', 'text/plain'].concat([
    'application/x-www-form-urlencoded',
    'application/jsonl',
    'multipart/form-data; ',
  ]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, more) => {
      const contract = { document, media, breachesOf: () => 0 };
      const framed = Buffer.concat([Buffer.from('--b\r\n'), bytes, Buffer.from('\r\n--b--')]);
      for (const type of [...types, more, `multipart/form-data; ${more}`]) {
        for (const sent of [bytes, framed]) {
          const found = Object.keys(readBody(contract, type, sent) ?? { none: true });
          expect(['value', 'reason', 'none']).toContain(found.join());
        }
      }
    }),
    { numRuns: 300 },
  );
});
