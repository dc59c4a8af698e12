import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadApis, rootsOf } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';

test('no file under scripts/ names an API: the description is the only place that knows one', async () => {
  const roots = await rootsOf(nodeIo, []);
  const names = roots.flatMap((root) => root.split('/')[1] ?? []);
  expect(names.length).toBeGreaterThan(0);
  const apis = await loadApis(nodeIo, []);
  // Of a host the part that its owner has chosen, with what stands behind it.
  const hosts = apis.flatMap(({ servers }) =>
    servers.flatMap(({ url }) => /^https?:\/\/(?:[^/:]*\.)?([\w-]+\.\w+)/.exec(url)?.[1] ?? []),
  );
  // `clay-com-v2` also as `clayCom`, `ClayCom` or `clay_com`, whatever its version.
  const words = names.map((name) => name.replace(/-v\d+$/, '').replaceAll('-', '[-_. ]?'));
  // A name may be a word as any, such as "pets": only where code says it as a name is it one.
  const literal = String.raw`['"\`](specs\/)?(${words.join('|')})(-v\d+)?['"\`/]|specs/(${words.join('|')})\b`;
  const pattern = new RegExp([literal, ...hosts].join('|'), 'i');
  const files = readdirSync('scripts', { recursive: true, encoding: 'utf8' });
  const naming = files
    .filter((file) => /\.(ts|mjs|md|json)$/.test(file))
    .filter((file) =>
      pattern.test(
        readFileSync(`scripts/${file}`, 'utf8').replaceAll(/^\s*(\/\*\*|\*|\/\/).*$/gm, ''),
      ),
    );
  expect(naming).toEqual([]);
});
