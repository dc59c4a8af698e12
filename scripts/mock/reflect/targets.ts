import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { spell } from '../../base/spell.ts';
import { shapeOf } from '../../values/schema-shape.ts';

/** Places deeper than this belong to something else than the answer is about. */
const DEEPEST = 4;

/** Where an answer takes values that a request gives, by the name that both have, written alike. */
export type ReflectTargets = ReadonlyMap<string, Target>;

interface Target {
  readonly at: Pointer;
  /** What the example has there; undefined where only the schema has the property. */
  readonly shown: Json | undefined;
}

interface Level {
  readonly at: Pointer;
  readonly value: JsonObject;
  readonly schema: Json | undefined;
}

/**
 * The properties of an answer's objects, those that the example shows and those that the schema has
 * beside them. Of properties with one name the one nearest to the root counts: the name of the thing
 * itself, not that of its owner. Arrays hold other things, and are left out.
 */
export function findTargets(
  document: Json,
  schema: Pointer | undefined,
  example: Json,
): ReflectTargets {
  const targets = new Map<string, Target>();
  const root = schema === undefined ? undefined : valueAt(document, schema);
  let level: readonly Level[] = isObject(example)
    ? [{ at: '#', value: example, schema: root }]
    : [];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const below: Level[] = [];
    for (const { at, value, schema: node } of level) {
      const { properties } = shapeOf(document, node);
      for (const name of new Set([...Object.keys(value), ...Object.keys(properties)])) {
        const key = spell(name);
        const place = append(at, name);
        const shown = Object.hasOwn(value, name) ? value[name] : undefined;
        if (!targets.has(key)) targets.set(key, { at: place, shown });
        if (!isObject(shown)) continue;
        const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
        below.push({ at: place, value: shown, schema: inner });
      }
    }
    level = below;
  }
  return targets;
}
