import { brotliCompressSync } from 'node:zlib';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What a bundler makes of a module that uses the package. */
async function bundled(use: string): Promise<string> {
  const bundle = await rolldown({
    input: 'use',
    cwd: ROOT,
    platform: 'browser',
    plugins: [
      {
        name: 'use',
        resolveId: (id) => (id === 'use' ? id : null),
        load: (id) => (id === 'use' ? use.replaceAll('PACKAGE', `${ROOT}/generated`) : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

test('a bundle has the operations that are called, and no client', async () => {
  const [one, all] = await Promise.all([
    bundled(`import { connect, trackEvent } from 'PACKAGE/clayva/calls.js';
      globalThis.track = (input) => trackEvent(connect({ auth: { bearerAuth: 'k' } }), input);`),
    bundled(`import { createClayvaClient } from 'PACKAGE/clayva/client.js';
      globalThis.track = (input) => createClayvaClient({ auth: { bearerAuth: 'k' } }).trackEvent(input);`),
  ]);
  const sizes = [one, all].map((it) => brotliCompressSync(it).length);
  expect(one).toContain('/events/track');
  expect(one).not.toContain('/workspaces');
  expect(all).toContain('/workspaces');
  expect(sizes[0]).toBeLessThan((sizes[1] ?? 0) * 0.85);
});

test('types alone leave nothing in a bundle', async () => {
  expect(
    (await bundled(`import 'PACKAGE/clayva/models.js'; import 'PACKAGE/clayva/types.js';`)).trim(),
  ).toBe('');
});
