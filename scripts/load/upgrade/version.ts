import { objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';

/** The versions that are read: `2.0` is Swagger, the others are OpenAPI. */
export type Version = '2.0' | '3.0' | '3.1' | '3.2';

/** What a description says of itself. */
export interface WrittenVersion {
  readonly version: Version;
  /** As a person calls it: `Swagger 2.0`, `OpenAPI 3.0.3`. */
  readonly title: string;
}

/** The version that a root file is written in; undefined where it names none that is read. */
export function versionOf(root: Json | undefined): WrittenVersion | undefined {
  const { swagger, openapi } = objectOf(root);
  // Without quotes YAML makes numbers of them.
  if (swagger === '2.0' || swagger === 2) return { version: '2.0', title: 'Swagger 2.0' };
  const [, minor] = /^3(?:\.([0-2])(?:\.\d+(?:-\w+)?)?)?$/.exec(textOf(openapi)) ?? [];
  if (openapi === 3) return { version: '3.0', title: 'OpenAPI 3.0' };
  const version = VERSIONS.find((it) => minor !== undefined && it === `3.${minor}`);
  return version && { version, title: `OpenAPI ${textOf(openapi)}` };
}

const VERSIONS = ['3.0', '3.1', '3.2'] as const;

/** A description that names its version as a text, as every tool wants it (OpenAPI 3.1.1, section 4.8.1). */
export function withVersionAsText(document: JsonObject, version: Version): JsonObject {
  if (typeof document['openapi'] !== 'number') return document;
  return { ...document, openapi: `${version}.0` };
}

/** Whether the model of a description is of another version than its files. */
export function isUpgraded(version: Version): boolean {
  return version === '2.0' || version === '3.0';
}

/** Whether a text may be that of a description whose model is another document: to look costs less than to read it. */
export function mayDiffer(text: string): boolean {
  return /\b(?:swagger|openapi)["']?\s*:\s*["']?(?:2\b|3\.[02])/.test(text);
}
