import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** What a schema says of an object or an array, whatever it is composed of. */
export interface Shape {
  readonly properties: JsonObject;
  /** Whether it says of properties that it does not name what they are like; to allow them is not enough. */
  readonly isOpen: boolean;
  readonly items: Json | undefined;
  /** Properties that none of its values may leave out. */
  readonly required: ReadonlySet<Json>;
}

const NOTHING: Shape = {
  properties: {},
  isOpen: false,
  items: undefined,
  required: new Set(),
};

/** Recursive schemas end somewhere. */
const DEEPEST = 8;

/** Gathered once for each schema: many places lead to it. */
const GATHERED = new WeakMap<object, WeakMap<object, Shape>>();

/** Gathers a schema and all that it refers to or is composed of (JSON Schema 2020-12, section 10.2). */
export function shapeOf(document: Json, schema: Json | undefined): Shape {
  if (!isObject(schema) || !isObject(document)) return NOTHING;
  let known = GATHERED.get(document);
  if (!known) GATHERED.set(document, (known = new WeakMap<object, Shape>()));
  let shape = known.get(schema);
  if (!shape) known.set(schema, (shape = gather(document, schema, DEEPEST)));
  return shape;
}

function gather(document: Json, schema: Json | undefined, deepest: number): Shape {
  if (!isObject(schema) || deepest === 0) return NOTHING;
  const { $ref, allOf, anyOf, oneOf, properties, additionalProperties, items, required } = schema;
  const target = typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : undefined;
  const below = (part: Json | undefined) => gather(document, part, deepest - 1);
  const needed = [target, ...arrayOf(allOf)].map(below);
  const parts = [...needed, ...[anyOf, oneOf].flatMap(arrayOf).map(below)];
  return {
    properties: Object.fromEntries([
      ...parts.flatMap((part) => Object.entries(part.properties)),
      ...Object.entries(objectOf(properties)),
    ]),
    isOpen: isObject(additionalProperties) || parts.some((part) => part.isOpen),
    items: items ?? parts.find((part) => part.items !== undefined)?.items,
    required: new Set([...needed.flatMap((it) => [...it.required]), ...arrayOf(required)]),
  };
}

/** Found once for each place: a schema may be many `$ref`s away. */
const SHAPES = new WeakMap<object, Map<string, Shape>>();

/** The shape of what stands at a place in values of a schema; of the items where that is an array. */
export function shapeAt(document: JsonObject, schema: Pointer | undefined, place: Pointer): Shape {
  const known = SHAPES.get(document) ?? new Map<string, Shape>();
  const key = `${schema ?? ''} ${place}`;
  const shape = known.get(key) ?? findShape(document, schema, place);
  if (!known.has(key)) SHAPES.set(document, known.set(key, shape));
  return shape;
}

function findShape(document: Json, schema: Pointer | undefined, place: Pointer): Shape {
  let shape = shapeOf(document, schema === undefined ? undefined : valueAt(document, schema));
  for (const token of tokensOf(place)) shape = shapeOf(document, shape.properties[token]);
  const isList = shape.items !== undefined && Object.keys(shape.properties).length === 0;
  return isList ? shapeOf(document, shape.items) : shape;
}
