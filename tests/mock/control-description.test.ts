import { expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { run } from '../../scripts/cli/main.ts';
import { essenceOf } from '../../scripts/base/media-type.ts';
import openapi from '../../scripts/mock/control/openapi.json' with { type: 'json' };
import { startControlled } from './controlled.ts';
import { FREE, loadPets } from './pets.ts';

const FILE = 'scripts/mock/control/openapi.json';
const api = await loadDescription(nodeIo, FILE);
const pets = await loadPets();

test('the control plane serves its own description, and lint finds nothing in it', async () => {
  const { ask } = await startControlled([pets]);
  expect((await ask('GET', '/openapi.json')).json).toEqual(openapi);
  let out = '';
  const io = { ...nodeIo, out: (text: string) => void (out += text), err: () => undefined };
  expect([await run(['lint', FILE], io), out]).toEqual([0, expect.any(String)]);
}, 20_000);

/** What to send for an operation, where its path alone does not do. */
const BODIES: Readonly<Record<string, object>> = {
  setClock: { freeze: true },
  evaluateRequest: { path: '/pets/v1/pets?limit=500', headers: FREE },
};

// Jobs and webhooks have tests of their own in control.test.ts. The stream has no end: it is tried over a port, in control-stream.test.ts.
const operations = api.operations.filter(
  ({ id }) => id !== 'streamRequests' && id !== 'completeJob' && id !== 'fireWebhook',
);

test.each(operations.map((it) => [it.id, it] as const))(
  '%s answers as described',
  async (id, it) => {
    const { mock, control } = await startControlled([pets]);
    for (let i = 0; i < 7; i += 1) await mock.send('GET', '/pets?limit=0', { headers: FREE });
    const payload = BODIES[id];
    const url = it.path.replace('{id}', '7');
    const method =
      it.method === 'get'
        ? 'GET'
        : it.method === 'put'
          ? 'PUT'
          : it.method === 'post'
            ? 'POST'
            : 'DELETE';
    const answer = await control.inject({ method, url, ...(payload && { payload }) });
    const documented = it.responses.find(({ status }) => status === String(answer.statusCode));
    expect([answer.statusCode, documented?.status]).toEqual([
      documented ? answer.statusCode : 0,
      documented?.status,
    ]);
    expect(answer.statusCode).toBeLessThan(300);
    const [content] = documented?.content ?? [];
    if (!content?.schema) return;
    const type = essenceOf(String(answer.headers['content-type']));
    expect(type).toBe(content.mediaType);
    const value: unknown = type === 'application/json' ? answer.json() : answer.body;
    expect(api.schemas.check(content.schema, value)).toEqual([]);
  },
);
