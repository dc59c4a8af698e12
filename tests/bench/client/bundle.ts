import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';
import { ROOT } from './contenders/place.ts';

/** What a bundler makes of a module whose client is in a folder. */
export async function bundle(text: string, folder: string, minify = true): Promise<string> {
  const source = text.replaceAll('CLIENT', folder);
  const made = await rolldown({
    input: 'use',
    cwd: ROOT,
    platform: 'browser',
    logLevel: 'silent',
    resolve: { alias: { 'openapi-fetch': join(ROOT, 'node_modules/openapi-fetch') } },
    plugins: [
      {
        name: 'use',
        resolveId: (id) => (id === 'use' ? 'use.ts' : null),
        load: (id) => (id === 'use.ts' ? { code: source, moduleType: 'ts' } : null),
      },
    ],
  });
  const { output } = await made.generate({ format: 'esm', minify });
  await made.close();
  return output[0].code;
}

/** Bytes by brotli at its best. */
export function compressed(code: string): number {
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
