import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../scripts/base/json.ts';
import { tryProperty, type Server } from '../try-property.ts';

const NOTE: JsonObject = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string' }, due: { type: 'string', format: 'date' } },
};
const content = { 'application/json': { schema: NOTE } };
const OPERATION: JsonObject = {
  requestBody: { required: true, content },
  responses: {
    '201': { description: 'made', content },
    '400': { description: 'no', content: { 'application/json': { schema: {} } } },
  },
};

/** A server that refuses by a check, and answers with what it was sent, changed or not. */
const echo =
  (isRefused: (said: Json) => boolean, shown = (said: Json): Json => said): Server =>
  ({ body }) => {
    const said = body === undefined ? null : (JSON.parse(Buffer.from(body).toString()) as Json);
    return {
      status: isRefused(said) ? 400 : 201,
      headers: [['content-type', 'application/json']],
      body: JSON.stringify(isRefused(said) ? {} : shown(said)),
    };
  };

/** Whether somebody who counts moments takes a value for a date. */
const isDate = (due: Json): boolean =>
  due === 0 || (typeof due === 'string' && !Number.isNaN(Date.parse(due)));

/** The checks that found something, and the messages without their figures. */
async function foundIn(server: Server) {
  const { violations } = await tryProperty('input.rejected', OPERATION, server);
  return violations.map(({ property, message }) => `${property}: ${message}`);
}

test('who lets something in also answers for an answer that shows it', async () => {
  const found = await foundIn(echo((said) => titleOf(said) === undefined));
  expect(found).toContainEqual('input.rejected: a request whose body breaks type is answered 201');
  expect(found).toContainEqual('conformance: answers 201 with a body that breaks type');
});

test('who lets something in and shows what is documented answers for that alone', async () => {
  const found = await foundIn(
    echo(
      (said) => titleOf(said) === undefined,
      () => ({ title: 'x' }),
    ),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((it) => it.startsWith('conformance'))).toEqual([]);
});

test('a date that is taken as a moment counted from 1970 is found out', async () => {
  const server = echo(
    (said) => {
      const due = (said as JsonObject | null)?.['due'];
      return typeof titleOf(said) !== 'string' || (due !== undefined && !isDate(due));
    },
    () => ({ title: 'x' }),
  );
  expect(await foundIn(server)).toContainEqual(
    'input.rejected: a request whose body breaks type is answered 201',
  );
});

function titleOf(said: Json): Json | undefined {
  return (said as JsonObject | null)?.['title'];
}
