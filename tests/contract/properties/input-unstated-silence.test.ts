import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { inBody, inQuery, is, statesOf, text, whole, type Check } from './unstated-server.ts';

const names = () => new Set<unknown>();
const uniqueOnly = (): Check => {
  const taken = names();
  return ({ name }) => {
    if (taken.has(name)) return 'cannot be used';
    taken.add(name);
    return undefined;
  };
};

const BY_OTHER_REASONS: readonly (readonly [what: string, JsonObject, Check])[] = [
  ['a name that is taken', inBody({ name: text, size: whole }), uniqueOnly()],
  [
    'an id that must be there',
    inBody({ owner: whole, name: text }),
    ({ owner }) => is(owner !== 0, 'no'),
  ],
  ['a text that must be there', inBody({ owner: text }), ({ owner }) => is(owner !== 'a', 'no')],
  [
    'one that is not below another',
    inBody({ from: whole, to: whole }),
    ({ from, to }) => is(Number(from) > Number(to), 'bad'),
  ],
  [
    'a sum',
    inBody({ page: whole, size: whole }),
    ({ page, size }) => is(Math.abs(Number(page)) + Math.abs(Number(size)) > 1000, 'bad'),
  ],
  [
    'a product',
    inBody({ page: whole, size: whole }),
    ({ page, size }) => is(Number(page) * Number(size) > 10_000, 'bad'),
  ],
  [
    'either of two',
    inBody({ mail: text, phone: text }, []),
    ({ mail, phone }) => is(mail === undefined && phone === undefined, 'bad'),
  ],
  [
    'exactly one of two',
    inBody({ mail: text, phone: text, note: text }, ['note']),
    ({ mail, phone }) => is((mail === undefined) === (phone === undefined), 'bad'),
  ],
  [
    'one that another one needs',
    inBody({ mail: text, phone: text }, []),
    ({ mail, phone }) => is(phone !== undefined && mail === undefined, 'mail is required'),
  ],
  [
    'every third request',
    inBody({ name: text, size: whole }),
    (_, times) => is(times % 3 === 0, 'bad'),
  ],
  [
    'chance',
    inBody({ name: text, size: whole }),
    (_, times) => is((Math.sin(times * 12.9898) * 43_758.5453) % 1 > 0.4, 'bad'),
  ],
  [
    'what was asked before',
    inBody({ name: text, size: whole }),
    (_, times) => is(times > 30, 'bad'),
  ],
  ['a quota', inBody({ size: whole }), (_, times) => is(times % 20 > 12, 'bad')],
  ['what there is', inBody({ size: whole }), ({ size }) => is(Number(size) > 37, 'bad')],
  [
    'ids that are there',
    inBody({ shelf_id: whole, name: text }),
    ({ shelf_id: id }) => is(Number(id) < 0 || Number(id) > 20, 'bad'),
  ],
  [
    'an expression of a language',
    inQuery({ query: text }),
    ({ query }) =>
      is(/\W|[A-Z]|^\d/.test(String(query)), '1:4: parse error: unexpected identifier "x"'),
  ],
  [
    'an id or a name',
    inQuery({ thing: { ...text, description: 'The identifier of the thing, i.e. name or ID.' } }),
    ({ thing }) => is(/[^a-z0-9]/.test(String(thing)), 'Invalid name'),
  ],
  [
    'a page that was given out',
    inQuery({ cursor: text }),
    ({ cursor }) => is(cursor !== undefined, 'cursor: cannot be read'),
  ],
  [
    'a text of which the words name another',
    inQuery({ colour: text }),
    ({ colour }) => is(colour !== undefined, 'the plan does not allow it'),
  ],
  ['this year', inBody({ year: whole }), ({ year }) => is(Number(year) > 2027, 'bad')],
  [
    'a check digit',
    inBody({ code: text }),
    ({ code }) =>
      is(
        Array.from(String(code)).reduce((sum, it) => sum + (it.codePointAt(0) ?? 0), 0) % 7 !== 6,
        'bad',
      ),
  ],
  [
    'words that say so',
    inBody({ size: whole }),
    ({ size }) => is(Number(size) < 1, 'there is no such thing'),
  ],
];

describe('a refusal for another reason', () => {
  test.for(BY_OTHER_REASONS)('%s', async ([, operation, check]) => {
    expect(await statesOf(operation, check)).toEqual([]);
  });
});

const isBeyond: Check = ({ page }) => is(Number(page) > 40, 'bad');

test.each([{ total: 40 }, { pages: Array.from({ length: 40 }, () => 'page') }])(
  'a figure that an answer shows',
  async (shown) => {
    expect(await statesOf(inQuery({ page: whole }), isBeyond, { shown })).toEqual([]);
    expect(await statesOf(inQuery({ page: whole }), isBeyond)).toHaveLength(1);
  },
);
