import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { matchesPattern } from '../../values/patterns.ts';
import { ASSERTIONS } from './assertions.ts';

/** A keyword that a value breaks. */
export interface SchemaBreach {
  /** The keyword's place in the description, `$ref`s followed. */
  readonly clause: Pointer;
  /** Place in the value. */
  readonly instance: Pointer;
}

/** What a schema says about a value. */
export interface Reading {
  readonly breaches: readonly SchemaBreach[];
  /** Places of properties beside those that their objects name, where no keyword says anything of others. */
  readonly unnamed: readonly Pointer[];
}

/** A reading, and which parts of the value the schema has an opinion on. */
interface Outcome extends Reading {
  /** Names of properties, and indices of items, that some keyword has evaluated. */
  readonly evaluated: ReadonlySet<string>;
}

const NOTHING: Outcome = { breaches: [], unnamed: [], evaluated: new Set() };
/** More steps down are a schema that leads back to itself. */
const DEEPEST = 64;

/**
 * A third reading of JSON Schema 2020-12, by none of the libraries that lint, mock and properties
 * use: what they would overlook together is seen here. Formats are asserted.
 */
export function breachesOf(document: Json, pointer: Pointer, value: Json): readonly SchemaBreach[] {
  return readSchema(document, pointer, value).breaches;
}

/** The same, with what the schema neither names nor rules out. */
export function readSchema(document: Json, pointer: Pointer, value: Json): Reading {
  return evaluate({ document, depth: 0, isWhole: true, known: new Map() }, pointer, value, '#');
}

interface Walk {
  readonly document: Json;
  readonly depth: number;
  /** Whether all that applies to the value is below: no keyword beside applies more. */
  readonly isWhole: boolean;
  /** What came of a schema at a place, for each value: a schema may apply there many times over. */
  readonly known: Map<string, Map<Json, Outcome>>;
}

function evaluate(walk: Walk, pointer: Pointer, value: Json, instance: Pointer): Outcome {
  const key = `${pointer} ${instance} ${walk.isWhole}`;
  const known = walk.known.get(key) ?? new Map<Json, Outcome>();
  walk.known.set(key, known);
  const outcome = known.get(value) ?? read(walk, pointer, value, instance);
  known.set(value, outcome);
  return outcome;
}

function read(walk: Walk, pointer: Pointer, value: Json, instance: Pointer): Outcome {
  const schema = valueAt(walk.document, pointer);
  if (schema === false) return { ...NOTHING, breaches: [{ clause: pointer, instance }] };
  if (!isObject(schema) || walk.depth > DEEPEST) return NOTHING;
  const deeper = { ...walk, depth: walk.depth + 1, isWhole: true };
  const site: Site = { walk: deeper, schema, pointer, value, instance };
  const inPlace = applicators(site);
  const own = [...assertions(site), ...inPlace.breaches];
  const children = isObject(value)
    ? properties(site)
    : Array.isArray(value)
      ? items(site)
      : NOTHING;
  const evaluated = new Set([...inPlace.evaluated, ...children.evaluated]);
  const rest = unevaluated(site, evaluated);
  const all = new Set([...evaluated, ...rest.evaluated]);
  const names = walk.isWhole && all.size > 0 ? Object.keys(objectOf(value)) : [];
  const unnamed = names.filter((name) => !all.has(name)).map((name) => append(instance, name));
  return {
    breaches: [...own, ...children.breaches, ...rest.breaches],
    unnamed: [...unnamed, ...inPlace.unnamed, ...children.unnamed, ...rest.unnamed],
    evaluated: all,
  };
}

interface Site {
  readonly walk: Walk;
  readonly schema: JsonObject;
  readonly pointer: Pointer;
  readonly value: Json;
  readonly instance: Pointer;
}

/** Keywords that say something of the value itself (validation, section 6). */
function* assertions({ schema, pointer, value, instance }: Site): Generator<SchemaBreach> {
  for (const [keyword, said] of Object.entries(schema)) {
    const test = Object.hasOwn(ASSERTIONS, keyword) ? ASSERTIONS[keyword] : undefined;
    if (test && !test(value, said)) yield { clause: append(pointer, keyword), instance };
  }
}

/** Keywords that apply schemas to the same value (core, sections 8.2.3 and 10.2). */
function applicators({ walk, schema, pointer, value, instance }: Site): Outcome {
  const beside = { ...walk, isWhole: false };
  const at = (below: Pointer) => evaluate(beside, below, value, instance);
  const branches = (keyword: string) =>
    arrayOf(schema[keyword]).map((_, i) => at(append(pointer, keyword, i)));
  const parts: Outcome[] = branches('allOf');
  if (typeof schema['$ref'] === 'string') parts.push(at(pointerOf(schema['$ref'])));
  for (const [keyword, suffices] of CHOICES) {
    if (schema[keyword] === undefined) continue;
    const all = branches(keyword);
    const held = all.filter(({ breaches }) => breaches.length === 0);
    const broken = [
      { clause: append(pointer, keyword), instance },
      ...(held.length === 0 ? all.flatMap(({ breaches }) => breaches) : []),
    ];
    parts.push(...held);
    if (!suffices(held.length)) parts.push({ ...NOTHING, breaches: broken });
  }
  if (schema['not'] !== undefined && at(append(pointer, 'not')).breaches.length === 0) {
    parts.push({ ...NOTHING, breaches: [{ clause: append(pointer, 'not'), instance }] });
  }
  if (schema['if'] !== undefined) {
    const test = at(append(pointer, 'if'));
    const isMet = test.breaches.length === 0;
    if (isMet) parts.push(test);
    const next = isMet ? 'then' : 'else';
    if (schema[next] !== undefined) parts.push(at(append(pointer, next)));
  }
  for (const name of Object.keys(objectOf(schema['dependentSchemas']))) {
    if (isObject(value) && Object.hasOwn(value, name))
      parts.push(at(append(pointer, 'dependentSchemas', name)));
  }
  return joined(parts);
}

const CHOICES = [
  ['anyOf', (held: number) => held > 0],
  ['oneOf', (held: number) => held === 1],
] as const;

/** Keywords that apply schemas to properties (core, section 10.3.2). */
function properties({ walk, schema, pointer, value, instance }: Site): Outcome {
  const parts = Object.entries(objectOf(value)).flatMap(([name, child]): Outcome[] => {
    const place = append(instance, name);
    const patterns = Object.keys(objectOf(schema['patternProperties'])).filter(
      (it) => matchesPattern(it, name) === true,
    );
    const isNamed = Object.hasOwn(objectOf(schema['properties']), name);
    const isRest =
      !isNamed && patterns.length === 0 && schema['additionalProperties'] !== undefined;
    const below = [
      ...(isNamed ? [append(pointer, 'properties', name)] : []),
      ...patterns.map((it) => append(pointer, 'patternProperties', it)),
      ...(isRest ? [append(pointer, 'additionalProperties')] : []),
    ];
    const named =
      schema['propertyNames'] === undefined
        ? []
        : [evaluate(walk, append(pointer, 'propertyNames'), name, place)];
    const judged = below.map((it) => evaluate(walk, it, child, place));
    const { breaches, unnamed } = joined([...judged, ...named]);
    return [{ breaches, unnamed, evaluated: new Set(below.length > 0 ? [name] : []) }];
  });
  return joined(parts);
}

/** Keywords that apply schemas to items (core, section 10.3.1). */
function items({ walk, schema, pointer, value, instance }: Site): Outcome {
  const all = arrayOf(value);
  const prefix = arrayOf(schema['prefixItems']).length;
  const parts = all.flatMap((item, i): Outcome[] => {
    const isFixed = i < prefix;
    if (!isFixed && schema['items'] === undefined) return [];
    const below = isFixed ? append(pointer, 'prefixItems', i) : append(pointer, 'items');
    const outcome = evaluate(walk, below, item, append(instance, i));
    return [{ ...outcome, evaluated: new Set([String(i)]) }];
  });
  if (schema['contains'] === undefined) return joined(parts);
  const clause = append(pointer, 'contains');
  const found = all.flatMap((item, i) =>
    evaluate(walk, clause, item, instance).breaches.length === 0 ? [String(i)] : [],
  );
  const most = Number(schema['maxContains'] ?? Infinity);
  const isHeld = found.length >= Number(schema['minContains'] ?? 1) && found.length <= most;
  const breaches = isHeld ? [] : [{ clause, instance }];
  const contained = { ...NOTHING, breaches, evaluated: new Set(found) };
  return joined([...parts, contained]);
}

/** What no other keyword has an opinion on (core, section 11). */
function unevaluated(
  { walk, schema, pointer, value, instance }: Site,
  evaluated: ReadonlySet<string>,
): Outcome {
  const keyword = Array.isArray(value) ? 'unevaluatedItems' : 'unevaluatedProperties';
  if (schema[keyword] === undefined || value === null || typeof value !== 'object') return NOTHING;
  const clause = append(pointer, keyword);
  const rest = Object.entries(value as JsonObject).filter(([name]) => !evaluated.has(name));
  const parts = rest.map(([name, child]): Outcome => {
    const outcome = evaluate(walk, clause, child, append(instance, name));
    return { ...outcome, evaluated: new Set([name]) };
  });
  return joined(parts);
}

function joined(parts: readonly Outcome[]): Outcome {
  if (parts.length === 0) return NOTHING;
  return {
    breaches: [...new Set(parts.flatMap(({ breaches }) => breaches))],
    unnamed: [...new Set(parts.flatMap(({ unnamed }) => unnamed))],
    evaluated: new Set(parts.flatMap(({ evaluated }) => [...evaluated])),
  };
}
