import { gzipSync } from 'node:zlib';
import type { Answer } from '../../wire/answer.ts';
import { bodyJson, likelyBody, successContent, bodyText, withHeaders } from '../answer-parts.ts';
import type { Operator } from '../operator.ts';
import { onSuccess } from './spots.ts';

const ENCODINGS: readonly (readonly [
  id: string,
  title: string,
  changes: 'body' | 'headers',
  change: (answer: Answer, text: string) => Answer,
])[] = [
  [
    'utf-16-json',
    'writes JSON in UTF-16',
    'body',
    (answer, text) => ({ ...answer, body: Buffer.from(text, 'utf16le') }),
  ],
  [
    'byte-order-mark',
    'puts a byte order mark before JSON',
    'body',
    (answer, text) => ({ ...answer, body: `\uFEFF${text}` }),
  ],
  [
    'latin-1-json',
    'writes JSON in Latin-1',
    'body',
    (answer, text) => ({ ...answer, body: Buffer.from(text, 'latin1') }),
  ],
  [
    'broken-utf-8',
    'writes a byte that no text has',
    'body',
    (answer, text) => ({
      ...answer,
      body: Buffer.concat([
        Buffer.from(text.slice(0, -1)),
        Buffer.from([0xff]),
        Buffer.from(text.slice(-1)),
      ]),
    }),
  ],
  [
    'gzip-unannounced',
    'compresses without saying so',
    'body',
    (answer, text) => ({ ...answer, body: gzipSync(text) }),
  ],
  [
    'gzip-pretended',
    'says that it compresses, and does not',
    'headers',
    (answer) => withHeaders(answer, { 'content-encoding': 'gzip' }),
  ],
  [
    'wrong-charset',
    'names a charset that its content does not have',
    'headers',
    (answer) => withHeaders(answer, { 'content-type': 'application/json; charset=utf-16' }),
  ],
  [
    'unknown-coding',
    'names a content coding that nobody knows',
    'headers',
    (answer) => withHeaders(answer, { 'content-encoding': 'kiln' }),
  ],
];

/** Operators on how JSON becomes bytes (RFC 8259, section 8.1; RFC 9110, section 8.4). */
export const ENCODING_OPERATORS: readonly Operator[] = ENCODINGS.map(
  ([id, title, changes, change]) =>
    onSuccess(
      { id, class: 'encoding', difficulty: 0, title, changes },
      (api, operation) => {
        const needsLetters = id === 'latin-1-json';
        const likely = JSON.stringify(likelyBody(api, operation) ?? null);
        return needsLetters && !/[^\p{ASCII}]/u.test(likely)
          ? undefined
          : successContent(operation)?.pointer;
      },
      (answer) => (bodyJson(answer) === undefined ? answer : change(answer, bodyText(answer.body))),
    ),
);
