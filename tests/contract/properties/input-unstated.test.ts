import { describe, expect, test } from 'vitest';
import { textOf, type JsonObject } from '../../../scripts/base/json.ts';
import {
  inBody,
  inQuery,
  is,
  statesOf,
  text,
  whole,
  number,
  type Check,
} from './unstated-server.ts';

const BY_A_RULE: readonly (readonly [what: string, JsonObject, Check, readonly string[]])[] = [
  [
    'a minimum',
    inBody({ size: whole }),
    ({ size }) => is(Number(size) < 1, 'size must be positive'),
    ['body/size: minimum: 1'],
  ],
  [
    'a maximum',
    inBody({ size: whole }),
    ({ size }) => is(Number(size) > 250, 'size is too large'),
    ['body/size: maximum: 250'],
  ],
  [
    'both bounds',
    inBody({ size: whole }),
    ({ size }) => is(Number(size) > 90 || Number(size) < -90, 'no latitude'),
    ['body/size: minimum: -90 and maximum: 90'],
  ],
  [
    '32 bits',
    inBody({ size: whole }),
    ({ size }) => is(Number(size) !== (Number(size) | 0), 'expected i32'),
    ['body/size: minimum: -2147483648 and maximum: 2147483647'],
  ],
  [
    'an exclusive minimum',
    inBody({ price: number }),
    ({ price }) => is(Number(price) <= 0, 'price > 0'),
    ['body/price: exclusiveMinimum: 0'],
  ],
  [
    'a bound beside other figures',
    inBody({ size: whole, page: whole }),
    ({ size }) => is(Number(size) > 100, 'size <= 100'),
    ['body/size: maximum: 100'],
  ],
  [
    'a bound of a parameter',
    inQuery({ limit: whole, q: text }),
    ({ limit }) => is(limit !== undefined && Number(limit) < 1, 'limit >= 1'),
    ['query parameter limit: minimum: 1'],
  ],
  [
    'a shortest text',
    inBody({ name: text }),
    ({ name }) => is(String(name).length < 3, 'name: at least 3 characters'),
    ['body/name: minLength: 3'],
  ],
  [
    'a text that is not empty',
    inBody({ name: text }),
    ({ name }) => is(name === '', 'name must not be empty'),
    ['body/name: minLength: 1'],
  ],
  [
    'a longest text',
    inBody({ name: text }),
    ({ name }) => is(Array.from(String(name)).length > 40, 'name: at most 40'),
    ['body/name: maxLength: 40'],
  ],
  [
    'a text that is not blank',
    inBody({ name: text }),
    ({ name }) => is(String(name).trim() === '', 'name must not be blank'),
    ['body/name: minLength: 1 and pattern: \\S'],
  ],
  [
    'characters',
    inBody({ name: text }),
    ({ name }) => is(!/^[a-z0-9-]*$/.test(String(name)), 'lower case only'),
    ['body/name: a pattern'],
  ],
  [
    'a form',
    inBody({ id: text, name: text }),
    ({ id }) => is(!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(id)), 'id is no UUID'),
    ['body/id: format: uuid'],
  ],
  [
    'an optional date',
    inQuery({ since: text }),
    ({ since }) =>
      is(
        (since !== undefined && Number.isNaN(Date.parse(textOf(since)))) ||
          /^[\d.]+$/.test(textOf(since)),
        'a valid timestamp is wanted',
      ),
    ['query parameter since: format: date-time'],
  ],
  [
    'a number in a text',
    inQuery({ since: text }),
    ({ since }) => is(since !== undefined && !/^\d+$/.test(textOf(since)), 'a number is wanted'),
    ['query parameter since: type: integer'],
  ],
  [
    'a member that is demanded',
    inBody({ title: text, note: text }, ['note']),
    ({ title }) => is(title === undefined, 'title is required'),
    ['body/title: that it is required'],
  ],
  [
    'a parameter that is demanded',
    inQuery({ q: text, limit: whole }),
    ({ q }) => is(q === undefined, 'missing q'),
    ['query parameter q: that it is required'],
  ],
  [
    'null',
    inBody({ title: { type: ['string', 'null'] }, note: text }),
    ({ title }) => is(title === null, 'title must be text'),
    ['body/title: a type without null'],
  ],
  [
    'members that nobody names',
    inBody({ title: text }),
    (said) =>
      is(
        Object.keys(said).some((it) => it !== 'title'),
        'property should not exist',
      ),
    ['body: additionalProperties: false'],
  ],
  [
    'a list without items',
    inBody({ tags: { type: 'array', items: text } }),
    ({ tags }) => is((tags as unknown[]).length === 0, 'tags: at least 1'),
    ['body/tags: minItems: 1'],
  ],
  [
    'a long list',
    inBody({ tags: { type: 'array', items: text } }),
    ({ tags }) => is((tags as unknown[]).length > 25, 'tags: at most 25'),
    ['body/tags: maxItems: 25'],
  ],
  [
    'an item twice',
    inBody({ tags: { type: 'array', items: text } }),
    ({ tags }) =>
      is(new Set(tags as unknown[]).size < (tags as unknown[]).length, 'tags must differ'),
    ['body/tags: uniqueItems: true'],
  ],
];

describe('a refusal by a rule that JSON Schema has a word for', () => {
  test.for(BY_A_RULE)('%s', async ([, operation, check, wanted]) => {
    expect(await statesOf(operation, check)).toEqual(wanted);
  });
});
