import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { startMock } from '../../../scripts/library/start-mock.ts';
import { callEveryMethod, missedCalls, type ClientModules } from './call-every-method.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const NAMES = readdirSync(`${ROOT}/specs`, { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map(({ name }) => name);

test.for(NAMES)(
  'every method of %s reaches its operation of the mock',
  { timeout: 120_000 },
  async (name) => {
    const source = `specs/${name}/openapi.yaml`;
    const [api, mock] = await Promise.all([
      loadDescription(nodeIo, source),
      startMock(source, { auth: 'any', limits: false }),
    ]);
    await using _ = mock;
    const modules = {
      client: await importModule(`${name}/client.js`),
      calls: await importModule(`${name}/calls.js`),
    };
    const calls = await callEveryMethod(api, modules, mock);
    expect(calls.length).toBe(2 * api.operations.length);
    expect(missedCalls(calls)).toEqual([]);
  },
);

async function importModule(path: string): Promise<ClientModules['client']> {
  return (await import(`${ROOT}/generated/${path}`)) as ClientModules['client'];
}
