import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from '../peers.ts';

/** A description in a folder of its own, as a user would have it. */
export interface PlacedDocument {
  /** Its root file, from the folder. */
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** Of everything it is made of. */
  readonly digest: string;
}

/** Copies a description and the files that it refers to. */
export async function placeDocument(
  packageFolder: string,
  path: string,
  folder: string,
): Promise<PlacedDocument> {
  const root = resolve(packageFolder, path);
  const texts = new Map<string, Buffer>();
  const waiting = [root];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    // A file that is referred to may be missing: that is for the commands to say.
    const bytes = await readFile(file).catch((error: unknown) => {
      if (file === root) throw error;
      return undefined;
    });
    if (!bytes) continue;
    texts.set(file, bytes);
    for (const reference of referencesIn(bytes.toString())) {
      const target = resolve(dirname(file), decodeURIComponent(reference));
      if (target.startsWith(`${resolve(packageFolder)}/`)) waiting.push(target);
    }
  }
  const base = sharedFolder([...texts.keys()]);
  const hash = createHash('sha256');
  for (const [file, bytes] of texts) {
    const place = join(folder, relative(base, file));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
    hash.update(relative(base, file)).update(bytes);
  }
  // What is generated imports packages of ours.
  await symlink(resolve(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    path: relative(base, root),
    files: texts.size,
    bytes: [...texts.values()].reduce((sum, { length }) => sum + length, 0),
    digest: hash.digest('hex'),
  };
}

/** Other files, of references in YAML and in JSON alike. */
function referencesIn(text: string): string[] {
  const references = [...text.matchAll(/["']?\$ref["']?\s*:\s*["']?([^"'\s#,}]+)/g)];
  return [...new Set(references.map(([, path = '']) => path))].filter(
    (it) => !/^\w+:\/\//.test(it),
  );
}

function sharedFolder(files: readonly string[]): string {
  let shared = dirname(files[0] ?? '/');
  while (!files.every((it) => it.startsWith(`${shared}/`))) shared = dirname(shared);
  return shared;
}
