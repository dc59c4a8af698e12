import type { JsonObject } from '../base/json.ts';
import type { Keyword } from './evaluation.ts';
import { COMPOSITION } from './keywords-apply.ts';
import { ASSERTIONS, FORMATS } from './keywords-assert.ts';
import { ITEM_KEYWORDS } from './item-keywords.ts';
import { PROPERTY_KEYWORDS } from './property-keywords.ts';

/** A keyword and its name. */
export type NamedKeyword = readonly [name: string, keyword: Keyword];

const ALL: ReadonlyMap<string, Keyword> = new Map([
  ...COMPOSITION,
  ...ASSERTIONS,
  ...ITEM_KEYWORDS,
  ...PROPERTY_KEYWORDS,
]);

/**
 * The keywords that say something of values of a kind, in the order in which breaches are told; what
 * is about the rest that no other keyword has looked at comes last.
 */
export const KEYWORDS = {
  type: pick('type'),
  any: pick(
    '$dynamicRef',
    '$ref',
    'const',
    'enum',
    'not',
    'anyOf',
    'oneOf',
    'allOf',
    'if',
    'writeOnly',
  ),
  number: [
    ...pick('maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf'),
    ['format', FORMATS.number],
  ],
  string: [...pick('maxLength', 'minLength', 'pattern'), ['format', FORMATS.string]],
  array: pick(
    'maxItems',
    'minItems',
    'prefixItems',
    'items',
    'contains',
    'uniqueItems',
    'unevaluatedItems',
  ),
  object: [
    ...pick('maxProperties', 'minProperties', 'required', 'propertyNames', 'additionalProperties'),
    ...pick('dependencies', 'properties', 'patternProperties', 'dependentRequired'),
    ...pick('dependentSchemas', 'unevaluatedProperties'),
  ],
} as const satisfies Record<string, readonly NamedKeyword[]>;

export type Kind = keyof typeof KEYWORDS;

/** A keyword among all, those of each kind in their order. */
interface KeywordTurn {
  readonly name: string;
  readonly kind: Kind;
  readonly keyword: Keyword;
  readonly turn: number;
}

const TURNS: ReadonlyMap<string, readonly KeywordTurn[]> = Map.groupBy(
  (Object.keys(KEYWORDS) as Kind[])
    .flatMap((kind) => KEYWORDS[kind].map(([name, keyword]) => ({ name, kind, keyword })))
    .map((it, turn) => ({ ...it, turn })),
  ({ name }) => name,
);

/** The keywords that a schema has, in their order: it has few, and there are many. */
export function keywordsIn(schema: JsonObject): readonly KeywordTurn[] {
  const turns: KeywordTurn[] = [];
  for (const name of Object.keys(schema)) {
    for (const turn of TURNS.get(name) ?? NONE) turns.push(turn);
  }
  return turns.toSorted((one, other) => one.turn - other.turn);
}

const NONE: readonly KeywordTurn[] = [];

function pick(...names: readonly string[]): readonly NamedKeyword[] {
  return names.flatMap((name) => {
    const keyword = ALL.get(name);
    return keyword ? [[name, keyword] as const] : [];
  });
}
