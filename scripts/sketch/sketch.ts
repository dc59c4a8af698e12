import { stringify } from 'yaml';
import type { JsonObject } from '../base/json.ts';
import type { OutputFile } from '../base/output-file.ts';
import { textOf, objectOf } from '../base/json.ts';
import { cite } from './dress/cite.ts';
import { dress } from './dress/dress.ts';
import { sketchDocument } from './infer/sketch-document.ts';
import type { RequestSample } from './sample.ts';
import { fixturesText } from './write/fixtures-text.ts';
import { ledgerText, type SketchSource } from './write/ledger-text.ts';
import { split } from './write/split.ts';

export interface SketchOptions {
  /** Name of the folder. */
  readonly name: string;
  readonly source: SketchSource;
}

/** The files of a description made from requests that somebody recorded or wrote down. */
export function sketchFromSamples(
  samples: readonly RequestSample[],
  options: SketchOptions,
): OutputFile[] {
  return sketchFromDocument(sketchDocument(samples, titleOf(options.name)), options);
}

/** The files of a description made from a bundled document of OpenAPI 3.1 or 3.2, all of which can be used. */
export function sketchFromDocument(
  document: JsonObject,
  { name, source }: SketchOptions,
): OutputFile[] {
  const { document: cited, claims } = cite(dress(document, titleOf(name)), prefixOf(name));
  const parts = [...split(cited)].map(([path, part]) => ({ path, text: stringify(part, YAML) }));
  return [
    ...parts,
    { path: 'evidence.yaml', text: ledgerText(source, claims) },
    { path: 'mock.yaml', text: fixturesText(cited, name) },
    { path: 'CHANGELOG.md', text: changelogOf(cited, source) },
  ];
}

const YAML = { lineWidth: 120, aliasDuplicateObjects: false } as const;

/** What the ids of claims begin with. */
export function prefixOf(name: string): string {
  return name.toUpperCase();
}

/** A title for an API whose source has none. */
export function titleOf(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function changelogOf(document: JsonObject, { title }: SketchSource): string {
  const info = objectOf(document['info']);
  return `# Changes to the ${textOf(info['title'])} description

## ${textOf(info['version'])}

Begun by \`kiln new\` from: ${title}.
`;
}
