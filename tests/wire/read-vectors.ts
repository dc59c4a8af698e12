import type { Json } from '../../scripts/base/json.ts';

/** Bytes as somebody sends them, and what they say by a Media Type Object. */
export interface ReadVector {
  readonly what: string;
  readonly type: string;
  /** Where it differs from the documented one. */
  readonly sentAs?: string;
  readonly media?: string;
  readonly components?: string;
  readonly sent: string | Buffer;
  /** A value, a part of the reason why it is none, or that nothing is known of it. */
  readonly want: { readonly value: Json } | { readonly reason: string } | 'opaque';
}

const value = (it: Json) => ({ value: it });

export const PLAIN_READINGS: readonly ReadVector[] = [
  {
    what: 'JSON',
    type: 'application/json',
    sent: '{"a":9007199254740993}',
    want: value({ a: 9007199254740993n }),
  },
  {
    what: 'JSON behind a byte order mark',
    type: 'application/json',
    sent: '\uFEFF1',
    want: value(1),
  },
  {
    what: 'a suffix',
    type: 'application/*',
    sentAs: 'application/vnd.a+json; v=1',
    sent: '"a"',
    want: value('a'),
  },
  { what: 'no JSON', type: 'application/json', sent: '{', want: { reason: 'JSON' } },
  {
    what: 'JSON that is not UTF-8',
    type: 'application/json',
    sent: Buffer.from([0x22, 0xe4, 0x22]),
    want: { reason: 'UTF-8' },
  },
  {
    what: 'JSON that is too deep',
    type: 'application/json',
    sent: '['.repeat(9_000) + ']'.repeat(9_000),
    want: { reason: 'deeper' },
  },
  {
    what: 'lines',
    type: 'application/x-ndjson',
    sent: '{"a":1}\r\n\n2',
    want: value([{ a: 1 }, 2]),
  },
  {
    what: 'one line of what the schema describes',
    type: 'application/jsonl',
    media: 'schema: {type: object}',
    sent: '{}\n',
    want: value({}),
  },
  {
    what: 'lines that a schema cannot be about',
    type: 'application/jsonl',
    media: 'schema: {type: object}',
    sent: '{}\n{}',
    want: 'opaque',
  },
  {
    what: 'a line that is none',
    type: 'application/x-ndjson',
    sent: '1\n{\n',
    want: { reason: 'line 2' },
  },
  {
    what: 'a sequence',
    type: 'application/json-seq',
    sent: '\u001E1\n\u001E"a"\n',
    want: value([1, 'a']),
  },
  { what: 'text', type: 'text/plain', sent: 'ä', want: value('ä') },
  {
    what: 'text in another charset',
    type: 'text/plain',
    sentAs: 'text/plain; charset="ISO-8859-1"',
    sent: Buffer.from([0xe4]),
    want: value('ä'),
  },
  {
    what: 'text in no charset',
    type: 'text/plain',
    sentAs: 'text/plain; charset=x-none',
    sent: 'a',
    want: 'opaque',
  },
  {
    what: 'a number as text',
    type: 'text/plain',
    media: 'schema: {type: integer}',
    sent: '7',
    want: value(7),
  },
  { what: 'a table', type: 'text/csv', media: 'schema: {type: array}', sent: 'a', want: 'opaque' },
  {
    what: 'octets',
    type: 'application/octet-stream',
    sent: Buffer.from([0, 255]),
    want: value('\0ÿ'),
  },
  {
    what: 'octets by their number',
    type: 'application/octet-stream',
    media: 'schema: {type: string, minLength: 2}',
    sent: 'ä',
    want: value('Ã¤'),
  },
  {
    what: 'what no schema knows the rules of',
    type: 'image/png',
    media: 'schema: {type: string}',
    sent: 'a',
    want: 'opaque',
  },
  {
    what: 'what is broken by the schema all the same',
    type: 'image/png',
    media: 'schema: {type: string, maxLength: 1}',
    sent: 'ab',
    want: value('ab'),
  },
  {
    what: 'a structure in octets',
    type: 'application/cbor',
    media: 'schema: {type: object}',
    sent: 'a',
    want: 'opaque',
  },
];
