import type { ApiModel, Header } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import { readField } from '../../wire/read-field.ts';
import { chooseValue } from '../../wire/reading.ts';
import { successOf } from '../../model/documented-response.ts';
import { successContent, withHeaders } from '../answer-parts.ts';
import type { Operator } from '../operator.ts';
import { refusedPlace } from './refused.ts';
import { onSuccess, successPlace, successPointer } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

const HEADER = { class: 'header', changes: 'headers' } as const;

/** Values that some schema forbids, from the most telling to the plainest. */
const WRONG_VALUES = ['many', '-1', '0', '1.5', '', 'x', 'x'.repeat(5000)];

/** Operators on the headers that a successful answer documents. */
const DOCUMENTED: readonly Operator[] = [
  {
    ...HEADER,
    id: 'missing-header',
    difficulty: 0,
    title: 'leaves a required header out',
    places: (api, operation) =>
      (successOf(operation)?.response.headers ?? [])
        .filter(({ required }) => required)
        .map(({ name, pointer }) =>
          successPlace(api, operation, `/${name}`, append(pointer, 'required'), (answer) =>
            withHeaders(answer, { [name.toLowerCase()]: undefined }),
          ),
        ),
  },
  {
    ...HEADER,
    id: 'wrong-header-value',
    difficulty: 0,
    title: 'sends a documented header with a value that its schema forbids',
    places: (api, operation) =>
      (successOf(operation)?.response.headers ?? []).flatMap((header) => {
        const value = WRONG_VALUES.find((it) => !isAllowed(api, header, it));
        const name = header.name.toLowerCase();
        return value === undefined || header.schema === undefined
          ? []
          : [
              successPlace(api, operation, `/${header.name}`, header.schema, (answer) =>
                answer.headers[name] === undefined
                  ? answer
                  : withHeaders(answer, { [name]: value }),
              ),
            ];
      }),
  },
];

function isAllowed({ document, schemas }: ApiModel, header: Header, text: string): boolean {
  const { schema } = header;
  if (schema === undefined) return true;
  const reading = readField(header, textShapeAt(document, schema), [text]);
  if (typeof reading === 'string') return false;
  const isValid = (value: Json) => schemas.check(schema, value).length === 0;
  return isValid(chooseValue(reading, isValid));
}

/** Operators on the media type of a successful answer. */
const MEDIA_TYPES: readonly Operator[] = (
  [
    ['missing-content-type', 'does not say what its content is', undefined],
    ['html-content-type', 'calls its JSON a web page', 'text/html'],
    ['text-content-type', 'calls its JSON plain text', 'text/plain; charset=utf-8'],
    ['xml-content-type', 'calls its JSON XML', 'application/xml'],
    ['octet-content-type', 'calls its JSON a stream of bytes', 'application/octet-stream'],
    ['unreadable-content-type', 'writes a media type that is none', 'json'],
  ] as const
).map(([id, title, value]) =>
  onSuccess(
    { ...HEADER, id, difficulty: 0, title },
    (_, operation) => {
      const isAnything = successOf(operation)?.response.content.some(
        ({ mediaType }) => mediaType === '*/*' || mediaType === value?.split(';')[0],
      );
      return isAnything ? undefined : successContent(operation)?.pointer;
    },
    (answer) =>
      /json/.test(answer.headers['content-type'] ?? '')
        ? withHeaders(answer, { 'content-type': value })
        : answer,
  ),
);

/** Operators on the headers that HTTP asks of a refusal (RFC 9110, section 11.6.1 and 15.5.6). */
const OF_REFUSALS: readonly Operator[] = (
  [
    [
      'missing-challenge',
      'refuses a stranger without saying how to authenticate',
      'unauthenticated',
      'www-authenticate',
      undefined,
    ],
    [
      'unreadable-challenge',
      'writes a challenge without a scheme',
      'unauthenticated',
      'www-authenticate',
      '"?"',
    ],
    [
      'missing-allow',
      'refuses a method without saying which are allowed',
      'methodNotAllowed',
      'allow',
      undefined,
    ],
    ['wrong-allow', 'says that only TRACE is allowed', 'methodNotAllowed', 'allow', 'TRACE'],
    [
      'lower-case-allow',
      'names the allowed methods in lower case',
      'methodNotAllowed',
      'allow',
      'get, post',
    ],
  ] as const
).map(([id, title, kind, name, value]): Operator => ({
  ...HEADER,
  id,
  class: kind === 'methodNotAllowed' ? 'method' : 'header',
  difficulty: 1,
  title,
  places: (api, operation) =>
    // RFC 9110 asks for a challenge in a 401, and in nothing else.
    kind === 'unauthenticated' && statusOfRefusal(operation, 'unauthenticated') !== 401
      ? []
      : refusedPlace(api, operation, kind, ({ answer }) => withHeaders(answer, { [name]: value })),
}));

/** An operator on what no header may claim. */
const OTHERS: readonly Operator[] = [
  onSuccess(
    { ...HEADER, id: 'empty-content-type', difficulty: 0, title: 'leaves its media type empty' },
    (_, operation) => successContent(operation)?.pointer,
    (answer) => withHeaders(answer, { 'content-type': '' }),
  ),
  onSuccess(
    {
      ...HEADER,
      id: 'location-lost',
      difficulty: 0,
      title: 'sends a Location that is no reference',
    },
    (_, operation) =>
      successOf(operation)?.response.headers.some(({ name }) => /^location$/i.test(name))
        ? successPointer(operation)
        : undefined,
    (answer) => withHeaders(answer, { location: 'http://[not a uri' }),
  ),
];

export const HEADER_OPERATORS: readonly Operator[] = [
  ...DOCUMENTED,
  ...MEDIA_TYPES,
  ...OF_REFUSALS,
  ...OTHERS,
];
