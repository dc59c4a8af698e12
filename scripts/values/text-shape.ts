import { arrayOf, isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt, type Pointer } from '../base/json-pointer.ts';
import { matchesPattern } from './patterns.ts';
import { resolverOf } from './resolve.ts';
import { ANY_SHAPE, bothShapes, eitherShape, shapeOfValues, toShape } from './combine-shapes.ts';
import type { JsonType, TextShape } from './combine-shapes.ts';

/** Schemas that one derivation looks at, and how deep: what is beyond stays open. */
const MOST_STEPS = 2_000;
const DEEPEST = 150;

/** A derivation on its way. */
interface Walk {
  readonly document: Json;
  readonly known: WeakMap<JsonObject, TextShape>;
  /** Schemas that are being looked at: one that comes again says nothing new. */
  readonly open: Set<JsonObject>;
  steps: number;
  /** Whether something was left out, so that what was found holds for this walk only. */
  isCut: boolean;
}

const KNOWN = new WeakMap<object, WeakMap<JsonObject, TextShape>>();
const AT = new WeakMap<object, Map<Pointer, TextShape>>();

/** What text may stand for by the schema at a pointer; anything where there is none. */
export function textShapeAt(document: Json, pointer: Pointer | undefined): TextShape {
  if (pointer === undefined || !isObject(document)) return ANY_SHAPE;
  let known = AT.get(document);
  if (!known) AT.set(document, (known = new Map<Pointer, TextShape>()));
  let shape = known.get(pointer);
  if (!shape) known.set(pointer, (shape = textShapeOf(document, valueAt(document, pointer))));
  return shape;
}

/**
 * What text may stand for by a schema: the types that it allows through references, combinations,
 * conditions and listed values (JSON Schema 2020-12, core, sections 8.2, 10.2 and 10.3).
 */
export function textShapeOf(document: Json, schema: Json | undefined): TextShape {
  if (!isObject(schema)) return schema === false ? toShape({ types: [] }) : ANY_SHAPE;
  const owner = isObject(document) ? document : schema;
  const known = KNOWN.get(owner) ?? new WeakMap<JsonObject, TextShape>();
  KNOWN.set(owner, known);
  const shape = shapeOf(schema, { document, known, open: new Set(), steps: 0, isCut: false });
  if (shape) known.set(schema, shape);
  return shape ?? ANY_SHAPE;
}

function shapeOf(schema: Json | undefined, walk: Walk): TextShape | undefined {
  if (!isObject(schema)) return schema === false ? toShape({ types: [] }) : undefined;
  const known = walk.known.get(schema);
  if (known) return known;
  walk.steps += 1;
  if (walk.open.has(schema) || walk.open.size > DEEPEST || walk.steps > MOST_STEPS) {
    walk.isCut = true;
    return undefined;
  }
  const wasCut = walk.isCut;
  walk.isCut = false;
  walk.open.add(schema);
  const shape = bothShapes([ownShape(schema, walk), ...appliedShapes(schema, walk)]);
  walk.open.delete(schema);
  if (!walk.isCut) walk.known.set(schema, shape);
  walk.isCut ||= wasCut;
  return shape;
}

/** What the schemas beside its own keywords say. */
function appliedShapes(schema: JsonObject, walk: Walk): TextShape[] {
  const { $ref, $dynamicRef, if: condition, then, else: otherwise } = schema;
  const references = [$ref, $dynamicRef].flatMap((ref) => {
    const target = typeof ref === 'string' ? targetOf(ref, schema, walk) : undefined;
    return target === undefined ? [] : [target];
  });
  const all = [...references, ...arrayOf(schema['allOf'])];
  const unions = [arrayOf(schema['anyOf']), arrayOf(schema['oneOf'])];
  // One of both applies, and where it is not written down it allows everything.
  if (condition !== undefined) unions.push([then ?? true, otherwise ?? true]);
  for (const dependent of Object.values(objectOf(schema['dependentSchemas']))) {
    unions.push([dependent, true]);
  }
  return [
    ...all.flatMap((it) => shapeOf(it, walk) ?? []),
    ...unions
      .filter((branches) => branches.length > 0)
      .map((branches) => eitherShape(branches.map((it) => branchShape(it, walk)))),
  ];
}

/** Where a reference leads; the way to it is not asked for, so that a dynamic one is as any other. */
function targetOf(ref: string, from: JsonObject, { document }: Walk): Json | undefined {
  return resolverOf(document).follow(ref, from)?.node;
}

/** A branch that only leads back to where it is written adds nothing to the others. */
function branchShape(branch: Json, walk: Walk): TextShape {
  if (!isObject(branch)) return branch === false ? toShape({ types: [] }) : ANY_SHAPE;
  return shapeOf(branch, walk) ?? (walk.open.has(branch) ? toShape({ types: [] }) : ANY_SHAPE);
}

function ownShape(schema: JsonObject, { document }: Walk): TextShape {
  const { type, items, prefixItems, additionalProperties, unevaluatedProperties } = schema;
  const properties = objectOf(schema['properties']);
  const patterns = Object.entries(objectOf(schema['patternProperties']));
  const others = additionalProperties ?? unevaluatedProperties;
  const prefix = arrayOf(prefixItems);
  // Of most lists every item is the same.
  let rest: TextShape | undefined;
  const shape = toShape({
    types: type === undefined ? undefined : [type].flat().flatMap((it) => typeNamed(it)),
    hinted: hintsIn(schema),
    items: (index) =>
      index < prefix.length
        ? textShapeOf(document, prefix[index])
        : (rest ??= textShapeOf(document, items)),
    member(name) {
      if (Object.hasOwn(properties, name)) return textShapeOf(document, properties[name]);
      const found = patterns.filter(([pattern]) => matchesPattern(pattern, name) === true);
      return found.length > 0
        ? bothShapes(found.map(([, it]) => textShapeOf(document, it)))
        : textShapeOf(document, others);
    },
    names: Object.keys(properties),
    takes: (name) =>
      (others !== undefined && others !== false) ||
      patterns.some(([pattern]) => matchesPattern(pattern, name) === true),
    isClosed: others === false || patterns.length > 0,
  });
  const listed = 'const' in schema ? [schema['const'] ?? null] : schema['enum'];
  return listed === undefined ? shape : bothShapes([shape, shapeOfValues(arrayOf(listed))]);
}

function typeNamed(type: Json): readonly JsonType[] {
  if (type === 'number') return ['number', 'integer'];
  return typeof type === 'string' && TYPES.has(type) ? [type as JsonType] : [];
}

const TYPES: ReadonlySet<string> = new Set([
  'string',
  'integer',
  'boolean',
  'null',
  'array',
  'object',
] satisfies JsonType[]);

/** Keywords that say something of one type only (JSON Schema 2020-12, validation, section 6). */
const KEYWORDS: readonly (readonly [RegExp, readonly JsonType[]])[] = [
  [/^(minimum|maximum|exclusiveM\w+|multipleOf)$/, ['number', 'integer']],
  [/^(pattern|minLength|maxLength|content\w+)$/, ['string']],
  [/^(items|prefixItems|contains|minItems|maxItems|uniqueItems|unevaluatedItems)$/, ['array']],
  [/^(properties|required|\w+Properties|propertyNames|dependent\w+)$/, ['object']],
];
const NUMERIC_FORMATS = /^(u?int\d+|float|double|decimal\d*|single-float|double-int)$/;

/** The types that a schema without `type` is about. */
function hintsIn(schema: JsonObject): readonly JsonType[] {
  if (schema['type'] !== undefined) return [];
  const hints = Object.keys(schema).flatMap(
    (keyword) => KEYWORDS.find(([words]) => words.test(keyword))?.[1] ?? [],
  );
  const format = stringOf(schema['format']);
  if (format === undefined) return hints;
  return NUMERIC_FORMATS.test(format) ? [...hints, 'number', 'integer'] : [...hints, 'string'];
}
