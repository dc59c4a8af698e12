import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { runKiln } from '../run-kiln.ts';
import { beginIn, CASES } from './new-io.ts';

const SOURCES = ['', 'kiosk.txt', 'kiosk.har', 'kiosk.postman.json', 'kiosk.swagger.yaml'];

test('each kind of beginning passes lint as it is, and owes no evidence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const roots: string[] = [];
  for (const [index, source] of SOURCES.entries()) {
    const name = `kiosk-${index}`;
    const from = source === '' ? [] : ['--from', `${CASES}/${source}`];
    const { files } = await beginIn([name, ...from]);
    for (const [path, text] of files) await nodeIo.writeText(join(folder, path), text);
    roots.push(join(folder, `specs/${name}/openapi.yaml`));
  }
  const lint = await runKiln(['lint', ...roots]);
  expect(lint.out).not.toContain('findings:');
  expect(lint.out.match(/no findings/g)).toHaveLength(SOURCES.length);
  expect(lint.exitCode).toBe(0);
  const evidence = await runKiln(['evidence', ...roots]);
  expect(evidence.out.match(/^Nothing is missing in kiosk-\d/gm)).toHaveLength(SOURCES.length);
}, 600_000);
