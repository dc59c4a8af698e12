import { expect, test } from 'vitest';
import { inBody, inQuery, is, statesOf, text, whole, type Check } from './unstated-server.ts';

const isPositive: Check = ({ size }) => is(Number(size) < 1, 'size must be positive');

const isForm: Check = ({ path }) =>
  is(!/\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(path)), 'a UUID is wanted');

const takesJson: Check = ({ style }) => {
  if (typeof style !== 'string') return undefined;
  try {
    JSON.parse(style);
    return undefined;
  } catch {
    return 'style is not what we read';
  }
};

const takesNone: Check = ({ colour }) => is(colour !== undefined, 'colour is none we have');

test.for([404, 409, 424, 500])(
  'where nothing succeeds, whoever gets as far as %i was not refused',
  async (status) => {
    const found = await statesOf(inBody({ size: whole }), isPositive, { status });
    expect(found).toEqual(['body/size: minimum: 1']);
  },
);

test('where nobody is let in, nothing is told of what a request says', async () => {
  for (const status of [401, 403, 405, 415, 429, 503]) {
    expect(await statesOf(inBody({ size: whole }), isPositive, { status })).toEqual([]);
  }
});

test('a refusal that nobody documents is told as well', async () => {
  const operation = { ...inBody({ size: whole }), responses: { '200': { description: 'ok' } } };
  expect(await statesOf(operation, isPositive)).toEqual(['body/size: minimum: 1']);
});

test('a text that may be left out, and of which none is taken, is told by its name', async () => {
  const operation = inQuery({ colour: text });
  expect(await statesOf(operation, takesNone)).toEqual([
    'query parameter colour: which texts are taken, by a pattern, a format or a list',
  ]);
});

test('a text that holds JSON', async () => {
  expect(await statesOf(inQuery({ style: text }), takesJson)).toEqual([
    'query parameter style: contentMediaType: application/json',
  ]);
});

test('who deletes only what has a form says so', async () => {
  const operation = {
    parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
    responses: { '204': { description: 'gone' }, '404': { description: 'not there' } },
  };
  const at = { method: 'delete', path: '/things/{id}' };
  expect(await statesOf(operation, isForm, { status: 404, at })).toEqual([
    'path parameter id: format: uuid',
  ]);
});
