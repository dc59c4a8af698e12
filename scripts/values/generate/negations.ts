import {
  arrayOf,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import { isNumber } from '../exact-numbers.ts';
import { belowOf, followed, type Conjunct } from './conjunct.ts';
import { ALLOWED, EXCLUDED, REPEATED, TYPES } from './types.ts';

/** One way to satisfy something: schemas that hold, and some that must not. */
export interface Option {
  readonly conjuncts: readonly Conjunct[];
  readonly denied?: readonly Conjunct[];
}

/**
 * The ways in which a value can fail a schema: one keyword of it is broken in each. Together they
 * leave no way out, so none at all means that nothing fails it.
 */
export function negationsOf(resolver: Resolver, conjunct: Conjunct): readonly Option[] {
  const { node, at, scope } = conjunct;
  if (!isObject(node)) return node === false ? [{ conjuncts: [] }] : [];
  const made = (schema: Json): Option => ({ conjuncts: [{ node: schema, at, scope }] });
  const child = (schema: Json | undefined, ...tokens: readonly (string | number)[]) =>
    belowOf(resolver, conjunct, schema, ...tokens);
  const options: Option[] = [];
  for (const [keyword, value] of Object.entries(node)) {
    options.push(...negationsAt(keyword, value, made));
    switch (keyword) {
      case '$ref':
      case '$dynamicRef': {
        const target = followed(resolver, conjunct, keyword);
        if (target) options.push(not(target));
        break;
      }
      case 'allOf':
        options.push(...arrayOf(value).map((it, i) => not(child(it, keyword, i))));
        break;
      case 'anyOf':
        options.push({ conjuncts: arrayOf(value).map((it, i) => negated(child(it, keyword, i))) });
        break;
      case 'oneOf': {
        const branches = arrayOf(value).map((it, i) => child(it, keyword, i));
        options.push({ conjuncts: branches.map(negated) });
        if (branches.length > 1) options.push({ conjuncts: branches.slice(0, 2) });
        break;
      }
      case 'not':
        options.push({ conjuncts: [child(value, 'not')] });
        break;
      case 'if': {
        const test = child(value, 'if');
        if ('then' in node) {
          options.push({ conjuncts: [test, negated(child(node['then'], 'then'))] });
        }
        if ('else' in node) {
          options.push({ conjuncts: [negated(test), negated(child(node['else'], 'else'))] });
        }
        break;
      }
      case 'dependentSchemas':
        for (const [name, schema] of Object.entries(objectOf(value))) {
          const present = made({ type: 'object', required: [name] });
          const broken = negated(child(schema, keyword, name));
          options.push({ conjuncts: [...present.conjuncts, broken] });
        }
        break;
      default:
        if (UNTOLD.has(keyword)) {
          const type = UNTOLD.get(keyword) ?? 'object';
          options.push({ ...made({ type }), denied: [{ node: { [keyword]: value }, at, scope }] });
        }
    }
  }
  for (const [type, keywords] of TANGLED) {
    // What hangs together with other keywords is broken as a whole, where it can be by what is most likely to.
    for (const keyword of keywords) {
      const value = node[keyword];
      if (value === undefined) continue;
      options.push(
        ...likely(keyword, value, node).map((it) => ({ ...made(it), denied: [conjunct] })),
      );
    }
    if (keywords.some((keyword) => keyword in node)) {
      options.push({ ...made({ type }), denied: [conjunct] });
    }
  }
  return options;
}

function not(child: Conjunct): Option {
  return { conjuncts: [negated(child)] };
}

/** `not`, kept as it is until its turn comes. */
export function negated(conjunct: Conjunct): Conjunct {
  if (!isObject(conjunct.node)) return { ...conjunct, node: conjunct.node === false };
  const known = NEGATED.get(conjunct.node) ?? { not: conjunct.node };
  NEGATED.set(conjunct.node, known);
  return { ...conjunct, node: known };
}

/** One `not` for each schema: what is worked out for it is found again. */
const NEGATED = new WeakMap<JsonObject, JsonObject>();

const UNTOLD: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['multipleOf', 'number'],
  ['pattern', 'string'],
  ['format', ['string', 'number']],
]);
const TANGLED = [
  ['object', ['additionalProperties', 'unevaluatedProperties', 'patternProperties']],
  ['array', ['unevaluatedItems', 'maxContains', 'minContains']],
] as const;

/** Names that few schemas give a property, one of them for those that allow only short ones. */
const OTHER_NAMES = ['other', 'z'] as const;

/** What breaks a keyword that is about what others leave, as a rule. */
function likely(keyword: string, value: Json, { prefixItems }: JsonObject): readonly JsonObject[] {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return OTHER_NAMES.map((name) => ({
        type: 'object',
        required: [name],
        properties: { [name]: { not: value } },
      }));
    case 'unevaluatedItems':
      return [
        {
          type: 'array',
          minItems: arrayOf(prefixItems).length + 1,
          contains: { not: value },
        },
      ];
    default:
      return [];
  }
}

const BOUNDS: Readonly<Record<string, readonly [type: string, opposite: string, offset: number]>> =
  {
    minimum: ['number', 'exclusiveMaximum', 0],
    maximum: ['number', 'exclusiveMinimum', 0],
    exclusiveMinimum: ['number', 'maximum', 0],
    exclusiveMaximum: ['number', 'minimum', 0],
    minLength: ['string', 'maxLength', -1],
    maxLength: ['string', 'minLength', 1],
    minItems: ['array', 'maxItems', -1],
    maxItems: ['array', 'minItems', 1],
    minProperties: ['object', 'maxProperties', -1],
    maxProperties: ['object', 'minProperties', 1],
  };

/** How a keyword is broken that needs no reference. */
function negationsAt(keyword: string, value: Json, made: (schema: Json) => Option): Option[] {
  const bound = Object.hasOwn(BOUNDS, keyword) ? BOUNDS[keyword] : undefined;
  if (bound) {
    const [type, opposite, offset] = bound;
    if (!isNumber(value)) return [];
    if (offset === -1 && value <= 0) return [];
    return [made({ type, [opposite]: offset === 0 ? value : Number(value) + offset })];
  }
  switch (keyword) {
    case 'type': {
      const allowed = new Set(arrayOf([value].flat()).flatMap(splitType));
      return [made({ [ALLOWED]: TYPES.filter((it) => !allowed.has(it)) })];
    }
    case 'const':
      return [made({ [EXCLUDED]: [value] })];
    case 'enum':
      return Array.isArray(value) ? [made({ [EXCLUDED]: value })] : [];
    case 'required':
      return arrayOf(value).map((name) =>
        made({ type: 'object', properties: Object.fromEntries([[textOf(name), false]]) }),
      );
    case 'properties':
      return Object.entries(objectOf(value)).map(([name, schema]) =>
        made({
          type: 'object',
          required: [name],
          properties: Object.fromEntries([[name, { not: schema }]]),
        }),
      );
    case 'uniqueItems':
      return value === true ? [made({ type: 'array', minItems: 2, [REPEATED]: true })] : [];
    case 'items':
      return [made({ type: 'array', contains: { not: value } })];
    case 'prefixItems':
      return arrayOf(value).map((schema, i) =>
        made({
          type: 'array',
          minItems: i + 1,
          prefixItems: [...Array.from({ length: i }, () => true), { not: schema }],
        }),
      );
    case 'contains':
      return [made({ type: 'array', items: { not: value } })];
    case 'propertyNames':
      return [made({ type: 'object', minProperties: 1, propertyNames: { not: value } })];
    case 'dependentRequired':
      return Object.entries(objectOf(value)).flatMap(([name, needed]) =>
        arrayOf(needed).map((missing) =>
          made({
            type: 'object',
            required: [name],
            properties: Object.fromEntries([[textOf(missing), false]]),
          }),
        ),
      );
    default:
      return [];
  }
}

function splitType(type: Json): readonly Json[] {
  return type === 'number' ? ['integer', 'fraction'] : [type];
}
