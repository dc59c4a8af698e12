import { createHash } from 'node:crypto';
import type { ApiModel } from '../model/api-model.ts';
import { objectOf, stringOf } from '../base/json.ts';
import type { OutputFile } from '../base/output-file.ts';

export const MANIFEST = 'MANIFEST.json';

/** What the package was generated from and with, and the hash of each file as it was written. */
export interface Manifest {
  readonly generators: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, DescriptionRecord>>;
  readonly files: Readonly<Record<string, string>>;
}

interface DescriptionRecord {
  readonly title: string;
  readonly version: string;
  /** Of the bundled document, as JSON. */
  readonly sha256: string;
  /** What bundled it, and how that was set up. */
  readonly bundler: string;
  /** Of each handwritten file, by its path: as long as they match, so does the bundle. */
  readonly sources: Readonly<Record<string, string>>;
  /** How much of it could not be used; left out where all could. */
  readonly leftAside?: number | undefined;
}

/** What a package was made with. */
interface Making {
  readonly generators: Manifest['generators'];
  readonly bundler: string;
}

const EMPTY: Manifest = { generators: {}, descriptions: {}, files: {} };

/** Reads a manifest. One that is not there, or not one of ours, records nothing. */
export function parseManifest(text: string | undefined): Manifest {
  if (text === undefined) return EMPTY;
  const { generators, descriptions, files } = objectOf(parseJson(text));
  return {
    generators: toTexts(generators),
    descriptions: Object.fromEntries(
      Object.entries(objectOf(descriptions)).map(([name, it]) => [name, toDescription(it)]),
    ),
    files: toTexts(files),
  };
}

/** What is recorded of these APIs joins what is kept of the others, each sorted by name. */
export function toManifest(
  apis: readonly ApiModel[],
  files: readonly OutputFile[],
  kept: Manifest,
  { generators, bundler }: Making,
): Manifest {
  const hashes = files.map(({ path, text }) => [path, hashOf(text)] as const);
  const byPath = new Map(hashes);
  const descriptions = apis.map(({ name, title, version, files: written, aside }) => {
    const sha256 = byPath.get(`${name}/openapi.json`) ?? '';
    const sources = sorted([...written].map(([path, text]) => [path, hashOf(text)]));
    const leftAside = aside.length > 0 ? { leftAside: aside.length } : {};
    return [name, { title, version, sha256, bundler, sources, ...leftAside }] as const;
  });
  return {
    generators,
    descriptions: sorted([...Object.entries(kept.descriptions), ...descriptions]),
    files: sorted([...Object.entries(kept.files), ...hashes]),
  };
}

/** The part of a manifest that is about other APIs than these. */
export function withoutApis(
  { generators, descriptions, files }: Manifest,
  apis: readonly ApiModel[],
): Manifest {
  const others = Object.entries(descriptions).filter(
    ([name]) => !apis.some((api) => api.name === name),
  );
  const folders = others.map(([name]) => `${name}/`);
  return {
    generators,
    descriptions: Object.fromEntries(others),
    files: Object.fromEntries(
      Object.entries(files).filter(([path]) => folders.some((it) => path.startsWith(it))),
    ),
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function toTexts(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(objectOf(value));
  return Object.fromEntries(entries.map(([name, text]) => [name, stringOf(text) ?? '']));
}

function toDescription(value: unknown): DescriptionRecord {
  const { title, version, sha256, bundler, sources, leftAside } = objectOf(value);
  return {
    title: stringOf(title) ?? '',
    version: stringOf(version) ?? '',
    sha256: stringOf(sha256) ?? '',
    bundler: stringOf(bundler) ?? '',
    sources: toTexts(sources),
    ...(typeof leftAside === 'number' && { leftAside }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A broken manifest is a stale file like any other: it is written anew.
    return undefined;
  }
}
