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

function pick(...names: readonly string[]): readonly NamedKeyword[] {
  return names.flatMap((name) => {
    const keyword = ALL.get(name);
    return keyword ? [[name, keyword] as const] : [];
  });
}
