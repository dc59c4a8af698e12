import { arrayOf, isObject, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Origins } from './origins.ts';

/** What upgrading a schema needs of what is around it. */
interface Around {
  readonly origins: Origins;
  /** Whether the schema is one of Swagger 2.0, where a discriminator is a name. */
  readonly isSwagger: boolean;
  /** Upgrades what stands under a keyword. */
  readonly below: (keyword: string, child: Json) => Json;
}

/**
 * A schema of OpenAPI 3.0 (3.0.4, section 4.7.24) or of Swagger 2.0 in the words of JSON Schema 2020-12.
 *
 * `nullable` adds null wherever it stands. By the letter of 3.0 it has no effect without `type`, nor does it let
 * null into an `enum` or an `allOf`; but whoever writes it there means null, and readers take it so.
 */
export function upgradeSchema(schema: JsonObject, around: Around): JsonObject {
  const { origins } = around;
  if (typeof schema['$ref'] === 'string') {
    // What stands beside it is ignored (3.0.4, section 4.7.23); a description does no harm.
    const kept = Object.entries(schema).filter(([key]) => /^(?:\$ref|description|x-.*)$/.test(key));
    return origins.note(schema, Object.fromEntries(kept));
  }
  const members = Object.entries(schema).flatMap((member) => upgradeMember(schema, member, around));
  const upgraded = Object.fromEntries(members);
  const isNullable =
    schema['nullable'] === true || (around.isSwagger && schema['x-nullable'] === true);
  return origins.note(schema, isNullable ? withNull(schema, upgraded, origins) : upgraded);
}

function upgradeMember(
  schema: JsonObject,
  [key, value]: [string, Json],
  { below, isSwagger }: Around,
): [string, Json][] {
  const limit = upgradeLimit(schema, key, value);
  if (limit) return limit;
  if (DROPPED.has(key) || (isSwagger && key === 'x-nullable')) return [];
  if (key === 'example') return Array.isArray(schema['examples']) ? [] : [['examples', [value]]];
  if (key === 'examples') return Array.isArray(value) ? [[key, value]] : [];
  if (key === 'type' && value === 'file') return OCTETS;
  if (key === 'format' && value === 'byte') return [['contentEncoding', 'base64']];
  if (key === 'format' && value === 'binary') return [OCTETS[1]];
  if (key === 'discriminator' && typeof value === 'string') {
    return [[key, { propertyName: value }]];
  }
  return [[key, key.startsWith('x-') ? value : below(key, value)]];
}

/** What a limit says whose `exclusiveMinimum` or `exclusiveMaximum` is a switch beside it; undefined for all else. */
export function upgradeLimit(
  schema: JsonObject,
  key: string,
  value: Json,
): [string, Json][] | undefined {
  // The switch is gone: the limit takes its name.
  if (LIMITS.has(key) && typeof value === 'boolean') return [];
  const exclusive = SWITCHES.get(key);
  return exclusive !== undefined && schema[exclusive] === true ? [[exclusive, value]] : undefined;
}

/** A keyword that was a switch, and the limit that it makes exclusive. */
const LIMITS: ReadonlyMap<string, string> = new Map([
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
]);

const SWITCHES: ReadonlyMap<string, string> = new Map(
  [...LIMITS].map(([exclusive, limit]) => [limit, exclusive]),
);

/** `nullable`, and keywords that meant nothing and would now make another schema of it. */
const DROPPED: ReadonlySet<string> = new Set([
  'nullable',
  '$schema',
  '$id',
  '$anchor',
  '$dynamicAnchor',
]);

/** Octets of any kind (OpenAPI 3.1.1, section 4.4.2). */
const OCTETS = [
  ['type', 'string'],
  ['contentMediaType', 'application/octet-stream'],
] as [[string, Json], [string, Json]];

const COMPOSING = ['allOf', 'anyOf', 'oneOf', 'not'];
const NULL: JsonObject = { type: 'null' };

function withNull(schema: JsonObject, upgraded: JsonObject, origins: Origins): JsonObject {
  const composing = COMPOSING.filter((key) => Object.hasOwn(upgraded, key));
  if (composing.length === 0) return withNullType(upgraded);
  const members = Object.entries(upgraded);
  const notes = members.filter(([key]) => NOTES.test(key));
  const rest = members.filter(([key]) => !NOTES.test(key));
  const only = rest.length === 1 ? rest[0] : undefined;
  if (only?.[0] === 'anyOf') {
    return Object.fromEntries([...notes, ['anyOf', [...arrayOf(only[1]), { ...NULL }]]]);
  }
  const [single, ...more] = only?.[0] === 'allOf' ? arrayOf(only[1]) : [];
  const something =
    isObject(single) && more.length === 0 ? single : origins.note(schema, Object.fromEntries(rest));
  return Object.fromEntries([...notes, ['anyOf', [something, { ...NULL }]]]);
}

/** Without a type a schema takes null anyway. */
function withNullType(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, Json] => {
      if (key === 'enum' && Array.isArray(value) && !value.includes(null)) {
        return [key, [...arrayOf(value), null]];
      }
      const types = stringOf(value) ?? value;
      return key === 'type' ? [key, [...new Set([types, 'null'].flat())]] : [key, value];
    }),
  );
}

/** Keywords that say something about a value, whatever it is. */
const NOTES =
  /^(?:title|description|default|examples|deprecated|readOnly|writeOnly|externalDocs|xml|x-.*)$/;
