import { arrayOf, isObject, objectOf, stringOf, type Json } from '../base/json.ts';
import { pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';

const DEEPEST = 8;

/** Texts of the formats that descriptions use most (JSON Schema 2020-12 Validation, section 7.3). */
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-02T03:04:05Z',
  'iso-8601-time-point': '2026-01-02',
  date: '2026-01-02',
  time: '03:04:05Z',
  email: 'ada@pets.example',
  uri: 'https://pets.example/a',
  url: 'https://pets.example/a',
  uuid: '7b5c9b3e-6f1d-4a53-9f0e-0c1d2e3f4a5b',
  ipv4: '192.0.2.1',
  hostname: 'pets.example',
};

/** A small value that a schema asks for; whether it satisfies the schema is for the caller to check. */
export function sampleAt(document: Json, pointer: Pointer): Json {
  return sampleOf(document, valueAt(document, pointer), 0);
}

function sampleOf(document: Json, node: Json | undefined, depth: number): Json {
  const schema = merged(document, node, depth);
  const given = ['const', 'example', 'default'].find((it) => schema[it] !== undefined);
  if (given !== undefined) return schema[given] ?? null;
  const listed = arrayOf(schema['examples'])[0] ?? arrayOf(schema['enum'])[0];
  if (listed !== undefined) return listed;
  const { type } = schema;
  const wanted = stringOf(Array.isArray(type) ? type.find((it) => it !== 'null') : type);
  switch (
    wanted ??
    (Object.keys(objectOf(schema['properties'])).length > 0 ? 'object' : 'string')
  ) {
    case 'object':
      return sampleObject(document, schema, depth);
    case 'array': {
      if (depth > DEEPEST) return [];
      const length = Math.min(MOST_ITEMS, Math.max(1, Number(schema['minItems'] ?? 1)));
      return Array.from({ length }, () => sampleOf(document, schema['items'], depth + 1));
    }
    case 'integer':
    case 'number':
      return sampleNumber(schema);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleObject(document: Json, schema: Readonly<Record<string, Json>>, depth: number): Json {
  const properties = objectOf(schema['properties']);
  const names = arrayOf(schema['required']).map(String);
  return Object.fromEntries(
    names.map((name) => [name, sampleOf(document, properties[name], depth + 1)]),
  );
}

function sampleNumber(schema: Readonly<Record<string, Json>>): number {
  const least = schema['minimum'] ?? Number(schema['exclusiveMinimum'] ?? 0) + 1;
  const most = Number(schema['maximum'] ?? Infinity);
  return Math.min(Number(least), most);
}

/** A sample shows where a fault may be: one of a billion letters or items would cost all the memory there is. */
const MOST_LETTERS = 100_000;
const MOST_ITEMS = 1_000;

function sampleText(schema: Readonly<Record<string, Json>>): string {
  const formatted = FORMATS[stringOf(schema['format']) ?? ''];
  if (formatted !== undefined) return formatted;
  return 'text'
    .padEnd(Math.min(MOST_LETTERS, Number(schema['minLength'] ?? 0)), 'x')
    .slice(0, Number(schema['maxLength'] ?? 1e6));
}

/** One schema out of a reference, its siblings, `allOf`, and the first branch of each choice. */
function merged(
  document: Json,
  node: Json | undefined,
  depth: number,
): Readonly<Record<string, Json>> {
  if (!isObject(node) || depth > DEEPEST) return {};
  const { $ref, allOf, oneOf, anyOf, ...own } = node;
  const parts = [
    ...(typeof $ref === 'string' ? [valueAt(document, pointerOf($ref))] : []),
    ...arrayOf(allOf),
    ...arrayOf(oneOf).slice(0, 1),
    ...arrayOf(anyOf).slice(0, 1),
  ].map((it) => merged(document, it, depth + 1));
  return [...parts, own].reduce<Readonly<Record<string, Json>>>(
    (left, right) => ({
      ...left,
      ...right,
      properties: { ...objectOf(left['properties']), ...objectOf(right['properties']) },
      required: [...arrayOf(left['required']), ...arrayOf(right['required'])],
    }),
    {},
  );
}
