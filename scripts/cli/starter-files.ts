import { fileURLToPath } from 'node:url';
import type { OutputFile } from '../base/output-file.ts';
import { prefixOf, titleOf } from '../sketch/sketch.ts';
import type { Io } from './io.ts';

/** The invented API that a description begins as where it is made from nothing: `Starter` and `STARTER` are its name. */
const STARTER = fileURLToPath(new URL('../sketch/starter', import.meta.url));

export async function starterFiles(io: Io, name: string): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const read = async (folder: string): Promise<void> => {
    for (const entry of await io.list(`${STARTER}/${folder}`)) {
      const path = folder === '' ? entry : `${folder}/${entry}`;
      if (!/\.(yaml|md)$/.test(entry)) {
        await read(path);
        continue;
      }
      const text = await io.readText(`${STARTER}/${path}`);
      const named = text
        .replaceAll('STARTER', prefixOf(name))
        // No name of a header has spaces in it (RFC 9110, section 5.1).
        .replaceAll('X-Starter-Key', `X-${titleOf(name).replaceAll(/[^\w-]+/g, '-')}-Key`)
        .replaceAll('Starter', titleOf(name))
        .replaceAll('starter', name.replaceAll('-', '_'));
      files.push({ path, text: named });
    }
  };
  await read('');
  return files;
}
