import type { ApiModel } from '../../model/api-model.ts';
import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import { bodyOf } from './inputs.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** Milliseconds that an answer takes. */
const SLOW = 10_000;

/**
 * Whether what a request leaves out of a new thing (`x-resource`) has the default that its schema states:
 * `default`, or the moment where `x-default` says `now`.
 */
export function defaultObjections(
  api: ApiModel,
  { at, request, response }: Recorded,
): readonly Objection[] {
  const { operation } = routeOf(api, request);
  const { resource, body } = operation ?? {};
  const said = bodyOf(request);
  const told = jsonIn(response);
  if (resource?.action !== 'create' || response.status >= 300) return [];
  if (said === undefined || told === undefined) return [];
  const { input = '#', item = '#' } = resource;
  const given = firstOf(valueAt(said, input));
  const shown = firstOf(valueAt(told, item));
  const schema = body?.content.find((it) => it.mediaType.includes('json'))?.schema;
  if (schema === undefined || !isObject(given) || !isObject(shown)) return [];
  return keywordsAt(api.document, schema, tokensOf(input)).flatMap(({ name, clause, keyword }) => {
    const value = shown[name];
    if (Object.hasOwn(given, name) || value === undefined) return [];
    const isRight =
      keyword === 'x-default'
        ? Math.abs(Date.parse(textOf(value)) - at) < SLOW
        : isEqual(value, valueAt(api.document, clause) ?? null);
    return isRight ? [] : [{ clause, seen: `${name} was left out, and is ${textOf(value)}` }];
  });
}

interface Stated {
  readonly name: string;
  readonly keyword: 'default' | 'x-default';
  readonly clause: Pointer;
}

/** What the properties of a schema's object state, those of its items and of all that applies beside it. */
function keywordsAt(
  document: Json,
  schema: Pointer,
  path: readonly string[],
  deepest = 20,
): readonly Stated[] {
  const node = objectOf(valueAt(document, schema));
  const { $ref, allOf, items, properties } = node;
  if (deepest === 0) return [];
  const follow = (to: Pointer, rest = path) => keywordsAt(document, to, rest, deepest - 1);
  const beside = [
    ...(typeof $ref === 'string' ? [pointerOf($ref)] : []),
    ...arrayOf(allOf).map((_, index) => append(schema, 'allOf', index)),
  ].flatMap((it) => follow(it));
  const [token, ...rest] = path;
  if (token !== undefined) {
    const isThere = Object.hasOwn(objectOf(properties), token);
    return [...(isThere ? follow(append(schema, 'properties', token), rest) : []), ...beside];
  }
  const inItems = isObject(items) ? follow(append(schema, 'items')) : [];
  const own = Object.keys(objectOf(properties)).flatMap((name) =>
    statedAt(document, append(schema, 'properties', name), deepest).map((it) => ({ name, ...it })),
  );
  return [...own, ...inItems, ...beside];
}

/** The default of one property, its own or that of what it refers to. */
function statedAt(document: Json, at: Pointer, deepest: number): readonly Omit<Stated, 'name'>[] {
  const node = objectOf(valueAt(document, at));
  if (node['x-default'] === 'now') {
    return [{ keyword: 'x-default', clause: append(at, 'x-default') }];
  }
  if (node['default'] !== undefined) return [{ keyword: 'default', clause: append(at, 'default') }];
  const { $ref } = node;
  return typeof $ref === 'string' && deepest > 0
    ? statedAt(document, pointerOf($ref), deepest - 1)
    : [];
}

function firstOf(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? (value as readonly Json[])[0] : value;
}
