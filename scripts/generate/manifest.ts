import { createHash } from 'node:crypto';
import fetchPackage from 'openapi-fetch/package.json' with { type: 'json' };
import typesPackage from 'openapi-typescript/package.json' with { type: 'json' };
import ts from 'typescript';
import type { ApiModel } from '../core/api-model.ts';
import { objectOf, stringOf } from '../core/json.ts';
import type { OutputFile } from '../core/output-file.ts';

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
}

/** Exact versions of what writes the package, and of what it runs on. */
export const GENERATORS = {
  'openapi-typescript': typesPackage.version,
  'openapi-fetch': fetchPackage.version,
  typescript: ts.version,
} as const;

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
): Manifest {
  const hashes = files.map(({ path, text }) => [path, hashOf(text)] as const);
  const byPath = new Map(hashes);
  const descriptions = apis.map(({ name, title, version }) => {
    const sha256 = byPath.get(`${name}/openapi.json`) ?? '';
    return [name, { title, version, sha256 }] as const;
  });
  return {
    generators: GENERATORS,
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
  const { title, version, sha256 } = objectOf(value);
  return {
    title: stringOf(title) ?? '',
    version: stringOf(version) ?? '',
    sha256: stringOf(sha256) ?? '',
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
