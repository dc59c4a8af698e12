import { createHash } from 'node:crypto';
import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { withValueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import {
  bodyJson,
  successContent,
  bodyText,
  toRefused,
  withHeaders,
  withJson,
} from '../answer-parts.ts';
import type { SeenExchange } from '../operator.ts';
import type { AnswerChange, NullChange } from './schema-nulls.ts';

const onAnswer =
  (change: (answer: Answer) => Answer): AnswerChange =>
  ({ answer }) =>
    change(answer);
const onText = (change: (text: string) => string): AnswerChange =>
  onAnswer((answer) => {
    const text = bodyText(answer.body);
    const changed = bodyJson(answer) === undefined ? text : change(text);
    return changed === text ? answer : { ...answer, body: changed };
  });
const adding = (name: string, value: string): AnswerChange =>
  onAnswer((answer) => (name in answer.headers ? answer : withHeaders(answer, { [name]: value })));
const rewriting = (name: string, change: (value: string) => string): AnswerChange =>
  onAnswer((answer) => {
    const value = answer.headers[name];
    return value === undefined ? answer : withHeaders(answer, { [name]: change(value) });
  });

/** What each null fault does to an answer: nothing that a contract forbids. */
export const NULL_CHANGES: readonly NullChange[] = [
  [
    'null-property-order',
    'writes properties in another order',
    'body',
    onText((text) => rewritten(text, (value) => JSON.stringify(reversed(value)))),
  ],
  [
    'null-pretty-json',
    'writes JSON over many lines',
    'body',
    onText((text) => rewritten(text, (value) => JSON.stringify(value, undefined, 2))),
  ],
  ['null-trailing-newline', 'ends its JSON with a line', 'body', onText((text) => `${text}\n`)],
  ['null-escaped-letters', 'writes letters of JSON texts as escapes', 'body', onText(escaped)],
  [
    'null-decimal-integer',
    'writes integers with a decimal point',
    'body',
    onText((text) => numbered(text, (digits) => `${digits}.0`)),
  ],
  [
    'null-exponent',
    'writes integers with an exponent',
    'body',
    onText((text) => numbered(text, (digits) => `${digits}e0`)),
  ],
  [
    'null-date-offset',
    'writes instants with an offset',
    'body',
    onText((text) => text.replaceAll(/(T\d\d:\d\d:\d\d(\.\d+)?)Z"/g, '$1+00:00"')),
  ],
  [
    'null-date-fraction',
    'writes instants with fractions of a second',
    'body',
    onText((text) => text.replaceAll(/(T\d\d:\d\d:\d\d)Z"/g, '$1.000Z"')),
  ],
  [
    'null-extra-header',
    'sends a header that nobody documented',
    'headers',
    adding('x-kiln-extra', 'yes'),
  ],
  ['null-etag', 'sends an entity tag, and knows it again', 'headers', tagged],
  [
    'null-cache-control',
    'says that nothing is to be cached',
    'headers',
    adding('cache-control', 'no-store'),
  ],
  [
    'null-vary',
    'says what its answer varies with',
    'headers',
    adding('vary', 'Accept, Authorization'),
  ],
  [
    'null-content-language',
    'says which language it speaks',
    'headers',
    adding('content-language', 'en'),
  ],
  ['null-server', 'says who it is', 'headers', adding('server', 'kiln')],
  [
    'null-charset',
    'names the charset of its content',
    'headers',
    rewriting('content-type', (type) =>
      type.includes('charset') ? type : `${type}; charset=utf-8`,
    ),
  ],
  [
    'null-media-type-case',
    'writes its media type in other letters',
    'headers',
    rewriting('content-type', (type) =>
      type.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    ),
  ],
  [
    'null-challenge',
    'names a second way to authenticate',
    'headers',
    rewriting('www-authenticate', (value) => `${value}, Kiln realm="kiln"`),
  ],
  [
    'null-retry-later',
    'asks to try again a second later than needed',
    'headers',
    rewriting('retry-after', (value) => String(Number(value) + 1)),
  ],
  [
    'null-connection-close',
    'closes the connection after each answer',
    'headers',
    adding('connection', 'close'),
  ],
  [
    'null-header-case',
    'writes the names of headers in upper case',
    'delivery',
    onAnswer((answer) => ({ ...answer, delivery: { manner: 'upper-case' } })),
  ],
  [
    'null-chunked',
    'sends its content in chunks',
    'delivery',
    onAnswer((answer) => ({ ...answer, delivery: { manner: 'chunked' } })),
  ],
  [
    'null-slow',
    'answers 200 ms later',
    'delivery',
    onAnswer((answer) => ({ ...answer, delivery: { delay: 200 } })),
  ],
  [
    'null-other-example',
    'answers with another example of the same response',
    'body',
    ({ answer }, _, operation) => {
      const other = successContent(operation)?.examples[1];
      return other && bodyJson(answer) !== undefined && answer.status < 300
        ? { ...answer, body: JSON.stringify(other.value) }
        : answer;
    },
  ],
  [
    'null-other-message',
    'words its refusals otherwise',
    'body',
    ({ answer, refused }, _, { errors }) => {
      const at = refused && errors[refused]?.detail?.message;
      return at === undefined ? answer : withJson(answer, (body) => withValueAt(body, at, 'Nope.'));
    },
  ],
  [
    'null-options-refused',
    'refuses OPTIONS',
    'verdict',
    (seen, api, operation) =>
      seen.sent.method === 'OPTIONS' && seen.answer.status === 204
        ? toRefused(api, operation, seen, 'methodNotAllowed', {
            headers: { allow: seen.answer.headers['allow'] ?? '' },
          })
        : seen.answer,
  ],
];

function reversed(value: Json): Json {
  if (Array.isArray(value)) return arrayOf(value).map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, it]) => [key, reversed(it)] as const)
      .toReversed(),
  );
}

/** Letters outside ASCII and slashes as escapes, which mean the same (RFC 8259, section 7). */
function escaped(text: string): string {
  return text.replaceAll('/', String.raw`\/`).replaceAll(/[^\p{ASCII}]/gu, (letter) =>
    // By code units: a letter beyond the first plane takes two escapes.
    letter
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** JSON text with its integers written otherwise; what stands in quotes is left alone. */
function numbered(text: string, write: (digits: string) => string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d+$/.test(token) ? write(token) : token,
  );
}

/** The text of the same JSON, written otherwise; what nobody can read stays as it is. */
function rewritten(text: string, write: (value: Json) => string): string {
  const value = jsonOrNone(text);
  return value === undefined ? text : write(value);
}

/** An entity tag of what is sent, which is not sent again to whoever has it (RFC 9110, section 13.1.2). */
function tagged({ sent, answer }: SeenExchange): Answer {
  if ('etag' in answer.headers) return answer;
  const digest = createHash('sha256').update(bodyText(answer.body)).digest('hex').slice(0, 8);
  const etag = `"kiln-${digest}"`;
  const isRead = sent.method === 'GET' || sent.method === 'HEAD';
  const isKnown = isRead && answer.status === 200 && fieldIn(sent, 'if-none-match') === etag;
  if (!isKnown) return withHeaders(answer, { etag });
  const told = withHeaders(answer, { etag, 'content-type': undefined });
  return { ...told, status: 304, body: undefined };
}
