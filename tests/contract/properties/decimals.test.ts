import { expect, test } from 'vitest';
import { withDecimals } from '../../../scripts/contract/wire/decimals.ts';
import { tryProperty, type Server } from '../try-property.ts';

test.for([
  ['{"a":4,"b":[-1,0]}', '{"a":4.0,"b":[-1.0,0.0]}'],
  ['{"a 1":"2 \\" 3","b":1.5}', '{"a 1":"2 \\" 3","b":1.5}'],
  ['[1e21,12345678901234567890]', '[1e21,12345678901234567890]'],
])('%s says the same as %s', ([text = '', decimals]) => {
  expect(withDecimals(text)).toBe(decimals);
});

const schema = { type: 'object', properties: { size: { type: 'integer' } } };
const OPERATION = {
  requestBody: { content: { 'application/json': { schema, example: { size: 4 } } } },
  responses: { '200': { description: 'ok' }, '400': { description: 'refused' } },
};

const refusingDecimals: Server = ({ body = '' }) => ({ status: body.includes('4.0') ? 400 : 200 });

test('who refuses 4.0 as an integer is told so, as a matter of the standard', async () => {
  const { violations } = await tryProperty('input.respelled', OPERATION, refusingDecimals);
  expect(violations.map(({ message, ground }) => [message, ground])).toEqual([
    ['a valid request whose whole numbers are written as 4.0 is answered 400', 'standard'],
  ]);
  const other = await tryProperty('input.respelled', OPERATION, () => ({ status: 200 }));
  expect(other.violations).toEqual([]);
});

const refusingAny: Server = ({ body = '' }) => ({ status: /\d\.0/.test(body) ? 400 : 200 });

test('numbers that are optional are written so too', async () => {
  const bare = { schema, example: {} };
  const requestBody = { content: { 'application/json': bare } };
  const { violations } = await tryProperty(
    'input.respelled',
    { ...OPERATION, requestBody },
    refusingAny,
  );
  expect(violations.map(({ message }) => message)).toEqual([
    'a valid request whose whole numbers are written as 4.0 is answered 400',
  ]);
});
