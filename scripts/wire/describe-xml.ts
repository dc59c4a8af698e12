import { arrayOf, isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { pointerOf, tokensOf, valueAt } from '../base/json-pointer.ts';
import {
  schemaBranches,
  itemSchemas,
  propertyNames,
  propertySchemas,
  referredBy,
} from '../values/schema-branches.ts';
import type { WireXml } from './wire-body.ts';

/** The XML of a whole body: its root is called as the XML Object says, else as the component is. */
export function describeRoot(document: Json, schemas: readonly Json[]): WireXml {
  const xml = describeXml(document, schemas);
  const name = xml.name ?? componentName(document, schemas[0]);
  return name === undefined ? xml : { ...xml, name };
}

/** What the XML Object of a whole body calls its root; undefined where none does. */
export function namedRoot(document: Json, schemas: readonly Json[]): string | undefined {
  return ownXml(document, schemas).name;
}

/** The XML Objects (OpenAPI 3.1.1, section 4.8.26) of a value and all in it; a schema in itself leads back to its own. */
export function describeXml(document: Json, schemas: readonly Json[]): WireXml {
  return describe(document, schemas, { known: new Map(), ids: new Map() });
}

interface Seen {
  /** What was described before, by the schemas that it was made of. */
  readonly known: Map<string, WireXml>;
  readonly ids: Map<JsonObject, number>;
}

/** Combinations of schemas that are described; what lies beyond them is written by its own names. */
const MOST_COMBINATIONS = 2_000;

function describe(document: Json, schemas: readonly Json[], seen: Seen): WireXml {
  const key = schemas
    .filter(isObject)
    .map((schema) => idOf(schema, seen))
    .join(' ');
  const known = seen.known.get(key);
  if (known) return known;
  if (seen.known.size > MOST_COMBINATIONS) return {};
  // Known before its members are: one of them may lead back here.
  const xml: { -readonly [Key in keyof WireXml]: WireXml[Key] } = ownXml(document, schemas);
  seen.known.set(key, xml);
  const branches = schemaBranches(document, schemas);
  const items = itemSchemas(branches);
  if (items.length > 0) xml.items = describe(document, items, seen);
  const members = propertyNames(branches).map(
    (name) => [name, describe(document, propertySchemas(branches, name), seen)] as const,
  );
  if (members.length > 0) xml.properties = Object.fromEntries(members);
  return xml;
}

function idOf(schema: JsonObject, { ids }: Seen): number {
  const id = ids.get(schema) ?? ids.size;
  ids.set(schema, id);
  return id;
}

/** The XML Object at the schemas, or at what they refer to: what they are composed of has names of its own. */
function ownXml(document: Json, schemas: readonly Json[]): WireXml {
  const chain = schemas.flatMap((schema) => chainOf(document, schema));
  const xml = objectOf(chain.find((it) => it['xml'] !== undefined)?.['xml']);
  const [name, prefix, namespace] = ['name', 'prefix', 'namespace'].map((it) => stringOf(xml[it]));
  // OpenAPI 3.2.0, section 4.26: it says both, and more.
  const { nodeType } = xml;
  const isList = chain.some((it) => [it['type']].flat().includes('array'));
  return {
    ...(name === undefined ? {} : { name }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(xml['attribute'] === true || nodeType === 'attribute' ? { attribute: true } : {}),
    ...(xml['wrapped'] === true || (isList && nodeType === 'element') ? { wrapped: true } : {}),
  };
}

const LONGEST_CHAIN = 16;

/** A schema and those that it is another name for: `$ref`, and `allOf` of one. */
function chainOf(document: Json, schema: Json, hops = 0): readonly JsonObject[] {
  if (!isObject(schema) || hops > LONGEST_CHAIN) return [];
  const next = [...referredBy(document, schema), ...onlyOne(schema['allOf'])];
  return [schema, ...next.flatMap((it) => chainOf(document, it, hops + 1))];
}

function onlyOne(list: Json | undefined): readonly Json[] {
  const items = arrayOf(list);
  return items.length === 1 ? items : [];
}

/** `Pet` of a reference to `#/components/schemas/Pet`. */
function componentName(document: Json, schema: Json | undefined): string | undefined {
  const { $ref } = objectOf(schema);
  if (typeof $ref !== 'string') return undefined;
  const [components, schemas, name, more] = tokensOf(pointerOf($ref)).map(String);
  const isComponent = components === 'components' && schemas === 'schemas' && more === undefined;
  return isComponent && valueAt(document, pointerOf($ref)) !== undefined ? name : undefined;
}
