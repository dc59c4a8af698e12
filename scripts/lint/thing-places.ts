import { arrayOf, objectOf, type Json } from '../base/json.ts';
import { append, parentOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import type { ApiModel, MediaType, Operation } from '../model/api-model.ts';
import type { ResourcePolicy } from '../model/policies.ts';
import type { Hit } from './rule.ts';
import { nodeAt } from './references.ts';
import { schemasAt } from './schema-paths.ts';
import { jsonOfSuccess } from './unknown-names.ts';

/** A place in content that may be anything: in a body, in an answer, or in the things of either. */
interface Ground {
  readonly content: readonly MediaType[];
  /** Where in it what is looked at begins. */
  readonly at: Pointer;
  readonly names?: ResourcePolicy['names'];
}

/** What a request of an operation says. */
export function bodyGround({ body }: Operation): readonly Ground[] {
  return [{ content: body?.content ?? [], at: '#' }];
}

/** What its successes say. */
export function answerGround({ responses }: Operation): readonly Ground[] {
  return [{ content: jsonOfSuccess(responses), at: '#' }];
}

/** Wherever things of a kind are said or shown. */
export function thingGround({ operations }: ApiModel, kind: string): readonly Ground[] {
  return operations
    .filter(({ resource }) => resource?.name === kind)
    .flatMap((operation): readonly Ground[] => {
      const { input = '#', item, items, action, names } = operation.resource ?? {};
      const own = names ? { names } : {};
      const isSaid = ['create', 'update', 'upsert'].includes(action ?? '');
      return [
        ...(isSaid ? [{ content: operation.body?.content ?? [], at: input, ...own }] : []),
        { content: jsonOfSuccess(operation.responses), at: items ?? item ?? '#', ...own },
      ];
    });
}

/** Nothing where a schema or an example names the place, and else what to say. */
export function* unknownIn(
  { document }: ApiModel,
  at: Pointer,
  place: Pointer,
  grounds: readonly Ground[],
): Generator<Hit> {
  if (tokensOf(place).length === 0) return;
  const whole = grounds.map((it) => ({ ...it, place: placeIn(it, place) }));
  if (whole.some((it) => isNamed(document, it, it.place))) return;
  const known = whole.flatMap((it) => namesAt(document, it, parentOf(it.place)));
  const last = tokensOf(place).at(-1) ?? '';
  const meant = nearest(last, [...new Set(known)]);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  yield { at, message: `Nothing names the place ${place}${hint}` };
}

function placeIn({ at, names = {} }: Ground, place: Pointer): Pointer {
  const [first = '', ...rest] = tokensOf(place);
  const outer = Object.keys(names).find((it) => names[it] === first) ?? first;
  return append(at, outer, ...rest);
}

function isNamed(document: Json, ground: Ground, place: Pointer): boolean {
  const inner = tokensOf(place);
  return waysTo(ground, inner).some((way) =>
    ground.content.some(
      ({ schema, examples }) =>
        (schema !== undefined && schemasAt(document, schema, way).length > 0) ||
        examples.some(({ value }) => valueAt(value, way) !== undefined),
    ),
  );
}

/** A place as it stands, and in the first item where what holds it is a list. */
function waysTo({ at }: Ground, tokens: readonly string[]): readonly Pointer[] {
  const before = tokensOf(at);
  const rest = tokens.slice(before.length);
  return [append('#', ...tokens), append('#', ...before, '0', ...rest)];
}

/** The names that stand beside a place. */
function namesAt(document: Json, ground: Ground, parent: Pointer): readonly string[] {
  return waysTo(ground, tokensOf(parent)).flatMap((way) =>
    ground.content.flatMap(({ schema, examples }) => [
      ...(schema === undefined
        ? []
        : schemasAt(document, schema, way).flatMap((it) => propertiesOf(document, it))),
      ...examples.flatMap(({ value }) => Object.keys(objectOf(valueAt(value, way)))),
    ]),
  );
}

function propertiesOf(document: Json, schema: Pointer, deepest = 8): readonly string[] {
  const node = nodeAt(document, schema);
  const { $ref } = node;
  if (deepest === 0) return [];
  return [
    ...Object.keys(objectOf(node['properties'])),
    ...(typeof $ref === 'string' ? propertiesOf(document, $ref as Pointer, deepest - 1) : []),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((word) =>
      arrayOf(node[word]).flatMap((_, index) =>
        propertiesOf(document, append(schema, word, index), deepest - 1),
      ),
    ),
  ];
}
