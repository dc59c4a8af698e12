import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { exampleDrafts } from '../../../scripts/contract/generation/draft.ts';
import type { Ask } from '../../../scripts/contract/things/ask.ts';
import { createPool } from '../../../scripts/contract/things/pool.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';

const api = await loadDescription(nodeIo, 'tests/contract/things/openapi.yaml');
const TARGET = 'http://127.0.0.1:4010';

function answered(method: string, path: string, status: number, body = ''): Exchange {
  const request = { method, url: `${TARGET}${path}`, headers: [], body: undefined };
  return { request, response: { status, headers: [], body } };
}

/** What is told of a thing that a run made, by what is answered when it is deleted and read. */
async function cleanedUp(deletion: number, reading: number) {
  const pool = createPool({ api, targets: [TARGET], writes: true, isThrowAway: false });
  const maker = api.operations.find(({ id }) => id === 'addThing');
  const [draft] = maker ? exampleDrafts(api, maker) : [];
  if (!maker || !draft) throw new Error('nothing makes a thing');
  pool.see(maker, draft, answered('POST', '/things', 201, '{"id":7}'), true);
  const ask: Ask = (operation, about) => {
    const status = operation.method === 'delete' ? deletion : reading;
    const exchange = answered(operation.method.toUpperCase(), '/things/7', status);
    pool.see(operation, about, exchange, true);
    return Promise.resolve(exchange);
  };
  return await pool.cleanUp(ask, () => false);
}

test.for<[deletion: number, reading: number, left: readonly string[]]>([
  [204, 200, []],
  [404, 404, []],
  [410, 410, []],
  [404, 500, []],
  [404, 200, ['/things/7']],
  [403, 404, ['/things/7']],
])('deleted with %i, read with %i', async ([deletion, reading, left]) => {
  const deleted = left.length === 0 ? 1 : 0;
  expect(await cleanedUp(deletion, reading)).toEqual({ deleted, left, kept: [] });
});
