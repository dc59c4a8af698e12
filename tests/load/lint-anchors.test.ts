import { expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runKiln } from '../cli/run-kiln.ts';

const FOLDER = 'tests/load/cases/anchors';

test('anchors, ids and generics over several files are linted as any description', async () => {
  const { exitCode, out } = await runKiln(['lint', `${FOLDER}/openapi.yaml`, '--profile', 'kiln']);
  expect(out).toBe(`${FOLDER}/openapi.yaml: 3 operations, 26 house rules, no findings\n`);
  expect(exitCode).toBe(0);
});

test('what Redocly finds behind an anchor stands at the handwritten line', async () => {
  const page = `${FOLDER}/schemas/page.yaml`;
  const { out } = await runKiln(['lint', `${FOLDER}/openapi.yaml`, '--format', 'json'], {
    async readText(path) {
      const text = await nodeIo.readText(path);
      return path === page ? text.replace('description: A page', 'descriptoin: A page') : text;
    },
  });
  const findings: { rule: string; location: { file: string; line: number } }[] = JSON.parse(out);
  const places = findings.map(({ rule, location }) => `${location.file}:${location.line} ${rule}`);
  expect(places).toEqual([`${page}:2 struct`]);
});
