import type { Operation } from '../model/api-model.ts';
import type { JsonObject } from '../base/json.ts';
import { tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { shapeAt } from '../values/schema-shape.ts';
import { isBelow, type ThingPaths } from './thing-paths.ts';
import { jsonAnswerOf, namedSchema } from './thing-places.ts';

/** Operations that answer a POST or PUT with values of a schema, by the schema's place. */
export type Makers = ReadonlyMap<string, readonly Operation[]>;

export function makersOf(document: JsonObject, operations: readonly Operation[]): Makers {
  const makers = new Map<string, Operation[]>();
  for (const operation of operations) {
    if (operation.method !== 'post' && operation.method !== 'put') continue;
    const schema = jsonAnswerOf(operation)?.schema;
    if (schema === undefined) continue;
    const { properties } = shapeAt(document, schema, '#');
    const nodes = [valueAt(document, schema), ...Object.values(properties)];
    for (const name of new Set(nodes.map((it) => namedSchema(document, it)))) {
      if (name !== undefined) makers.set(name, [...(makers.get(name) ?? []), operation]);
    }
  }
  return makers;
}

/** Whether an operation elsewhere answers with such a thing, so that not all that is there was made here. */
export function isMadeElsewhere(
  document: JsonObject,
  paths: ThingPaths,
  makers: Makers,
  { read, item }: { readonly read: Operation; readonly item: Pointer },
): boolean {
  const schema = jsonAnswerOf(read)?.schema;
  const [wrapper] = tokensOf(item);
  const node =
    wrapper === undefined
      ? schema && valueAt(document, schema)
      : shapeAt(document, schema, '#').properties[wrapper];
  const name = namedSchema(document, node);
  const alike = name === undefined ? [] : (makers.get(name) ?? []);
  return alike.some(
    (it) => !paths.onAll.includes(it) && !paths.onOne.includes(it) && !isBelow(it, paths),
  );
}
