import redoclyPackage from '@redocly/cli/package.json' with { type: 'json' };
import { hashOf, MANIFEST, parseManifest } from '../generate/manifest.ts';
import { EXTENSION_SHAPES } from '../load/extension-shapes.ts';
import type { RecordedBundle } from '../load/load-api.ts';
import type { Io } from './io.ts';
import { outputsOf } from './settings.ts';

/** Its decorators could change what a bundle says. */
const CONFIGURATION = 'redocly.yaml';

/**
 * The bundle that `kiln generate` wrote, if it is still what bundling would give: the same files, to
 * the letter, bundled by the same version with the same configuration. Bundling takes a process and
 * most of a second; this takes a few hashes.
 */
export async function readRecordedBundle(
  io: Io,
  root: string,
): Promise<RecordedBundle | undefined> {
  const { generated } = await outputsOf(io);
  const manifest = parseManifest(await readIfThere(io, `${generated}/${MANIFEST}`));
  const found = Object.entries(manifest.descriptions).find(([, it]) => root in it.sources);
  if (!found) return undefined;
  const [name, { sha256, bundler, sources, leftAside }] = found;
  const [document, now, ...texts] = await Promise.all([
    readIfThere(io, `${generated}/${name}/openapi.json`),
    bundlerOf(io),
    ...Object.keys(sources).map((path) => readIfThere(io, path)),
  ]);
  if (document === undefined || hashOf(document) !== sha256 || now !== bundler) return undefined;
  const files = new Map<string, string>();
  for (const [index, [path, hash]] of Object.entries(sources).entries()) {
    const text = texts[index];
    if (text === undefined || hashOf(text) !== hash) return undefined;
    files.set(path, text);
  }
  return { document, files, isSound: leftAside === undefined };
}

/** What bundles descriptions, and the hash of how it is set up and of what extensions may hold. */
export async function bundlerOf(io: Io): Promise<string> {
  const configuration = (await readIfThere(io, CONFIGURATION)) ?? '';
  const setUp = hashOf(`${configuration}\n${JSON.stringify(EXTENSION_SHAPES)}`);
  return `@redocly/cli ${redoclyPackage.version} ${setUp}`;
}

async function readIfThere(io: Io, path: string): Promise<string | undefined> {
  return (await io.exists(path)) ? await io.readText(path) : undefined;
}
