import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rootsOf } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';

test('no file under scripts/ names an API: the description is the only place that knows one', async () => {
  const roots = await rootsOf(nodeIo, []);
  const names = roots.flatMap((root) => root.split('/')[1] ?? []);
  expect(names.length).toBeGreaterThan(0);
  // `clay-com-v2` also as `clayCom`, `ClayCom` or `clay_com`, whatever its version.
  const words = names.map((name) => name.replace(/-v\d+$/, '').replaceAll('-', '[-_. ]?'));
  const pattern = new RegExp(String.raw`\b(${words.join('|')})\b`, 'i');
  const files = readdirSync('scripts', { recursive: true, encoding: 'utf8' });
  const naming = files
    .filter((file) => /\.(ts|mjs|md|json)$/.test(file))
    .filter((file) => pattern.test(readFileSync(`scripts/${file}`, 'utf8')));
  expect(naming).toEqual([]);
});
