import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { Json } from '../../scripts/base/json.ts';
import { append, parentOf, tokensOf, type Pointer } from '../../scripts/base/json-pointer.ts';
import { renderLocation } from '../../scripts/base/source-location.ts';

const FOLDER = 'tests/load/cases/many-files';
let api: ApiModel;
let lines: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  api = await loadDescription(nodeIo, `${FOLDER}/openapi.yaml`);
  const files = new Set(pointersOf(api.document).map((pointer) => api.locate(pointer).file));
  const texts = [...files].map(async (file) => {
    return [file, (await readFile(file, 'utf8')).split('\n')] as const;
  });
  lines = new Map(await Promise.all(texts));
});

test('each pointer of the bundle leads to the key it ends with', () => {
  const pointers = pointersOf(api.document);
  expect(pointers.length).toBeGreaterThan(100);
  const strays = pointers.filter((pointer) => !leadsToItsKey(pointer));
  expect(strays.map((pointer) => `${pointer} ${renderLocation(api.locate(pointer))}`)).toEqual([]);
});

test('all files of the description are reached', () => {
  expect([...lines.keys()].map((file) => file.slice(FOLDER.length + 1)).toSorted()).toEqual([
    'components/parameters/Id.yaml',
    'components/responses/NotFound.yaml',
    'components/schemas/Pet.yaml',
    'components/schemas/Value.yaml',
    'components/schemas/shared.yaml',
    'openapi.yaml',
    'paths/owners.yaml',
    'paths/pets_{id}.yaml',
  ]);
});

test.for([
  ['#/paths/~1pets~1{id}', 'paths/pets_{id}.yaml:1'],
  ['#/paths/~1pets~1{id}/put/operationId', 'paths/pets_{id}.yaml:20'],
  ['#/paths/~1owners/get', 'paths/owners.yaml:2'],
  ['#/components/schemas/Pet', 'components/schemas/Pet.yaml:2'],
  ['#/components/schemas/Pet/properties/tags/items/enum/1', 'components/schemas/Pet.yaml:18'],
  ['#/components/schemas/Local/properties/value/minimum', 'openapi.yaml:21'],
  ['#/components/schemas/Nothing/at/all', 'openapi.yaml:13'],
  ['#', 'openapi.yaml:2'],
] as const)('%s is at %s', ([pointer, place]) => {
  expect(renderLocation(api.locate(pointer))).toBe(`${FOLDER}/${place}`);
});

/**
 * At the location stands the key, or the item of a list. Where a file of its own begins, the location
 * is the start of the file's content, which no key names.
 */
function leadsToItsKey(pointer: Pointer): boolean {
  const { file, line, column } = api.locate(pointer);
  const text = lines.get(file)?.[line - 1]?.slice(column - 1) ?? '';
  const key = tokensOf(pointer).at(-1) ?? '';
  if ([key, `'${key}'`, `"${key}"`].some((it) => text.startsWith(`${it}:`))) return true;
  if (/^\d+$/.test(key)) return true;
  const isFileStart = column === 1 && file !== api.locate(parentOf(pointer)).file;
  return pointer === '#' || isFileStart || isMadeByBundling(pointer, text);
}

/** Bundling adds sections for what it finds in other files, and names what a `$ref` names inside one. */
function isMadeByBundling(pointer: Pointer, text: string): boolean {
  const [root, , name, ...rest] = tokensOf(pointer);
  if (root === 'components' && rest.length === 0)
    return name === undefined || /^(Name|Owner):/.test(text);
  return pointer === '#/paths/~1owners' && text.startsWith('all:');
}

function pointersOf(node: Json, at: Pointer = '#'): Pointer[] {
  if (node === null || typeof node !== 'object') return [at];
  const children = Object.entries(node);
  return [at, ...children.flatMap(([key, child]) => pointersOf(child, append(at, key)))];
}
