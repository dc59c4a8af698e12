import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BareRoute } from './processes/bare-fastify.ts';
import { startBareFastify } from './subjects.ts';

test('the bare server of the benchmark starts, answers and tells what it used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-'));
  const file = join(folder, 'routes.json');
  const route = { method: 'GET', url: '/pets', status: 203, headers: {}, body: '[]' };
  await writeFile(file, JSON.stringify([route satisfies BareRoute]));
  const running = await startBareFastify(file);
  const answer = await fetch(`http://127.0.0.1:${running.port}/pets`);
  expect([answer.status, await answer.text()]).toEqual([203, '[]']);
  expect(await running.usage()).toMatchObject({ cpu: expect.any(Number) as number });
  await running.stop();
  await rm(folder, { recursive: true });
});
