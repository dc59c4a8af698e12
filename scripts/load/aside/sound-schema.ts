import { isEqual, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, tokensOf, type Pointer } from '../../base/json-pointer.ts';
import { roleBelow } from '../../model/description-nodes.ts';
import { compileSchema } from '../../values/compile-schema.ts';
import type { Check } from '../../values/evaluation.ts';
import { schemaClosure } from '../../values/schema-closure.ts';
import { lostWords } from './object-flaws.ts';
import { wordFor, type Survey } from './survey.ts';
import { withSoundMembers } from './with-sound-members.ts';

const HOLDS: Check = () => true;
const COMPILING = { checkAt: () => HOLDS, reading: { formats: 'asserted' } } as const;

/** A schema without those keywords that assert nothing because they are not as JSON Schema wants them. */
export function soundSchema(node: Json, at: Pointer, survey: Survey): Json | undefined {
  if (typeof node === 'boolean') return node;
  if (!isObject(node)) {
    survey.leave(at, 'schema', `it must be an object or true or false, and is ${wordFor(node)}`);
    return undefined;
  }
  const { settled, met } = survey;
  if (settled.has(node)) return node;
  const before = met.dependent;
  if (DEPENDENT.some((keyword) => Object.hasOwn(node, keyword))) met.dependent += 1;
  const sound = withSoundKeywords(node, at, survey);
  if (sound === node && met.dependent === before) settled.add(node);
  return sound;
}

/** Keywords by which a schema depends on what stands elsewhere. */
const DEPENDENT = ['$ref', '$dynamicRef', 'discriminator', '$id', '$schema'] as const;

function withSoundKeywords(node: JsonObject, at: Pointer, survey: Survey): JsonObject {
  const resolved = withSoundReference(node, at, survey);
  const { flaws } = compileSchema(survey.resolver, { node: resolved, pointer: at }, COMPILING);
  const unjudged = new Set(flaws.map((flaw) => tokensOf(flaw.at)[tokensOf(at).length]));
  // A circle is met by its reference alone.
  unjudged.delete('$ref');
  for (const flaw of flaws) {
    if (unjudged.has(tokensOf(flaw.at)[tokensOf(at).length])) {
      survey.leave(flaw.at, 'schema', flaw.message);
    }
  }
  return withSoundMembers(resolved, (key, child) => {
    if (unjudged.has(key)) return undefined;
    const flaw = flawOfWord(key, child);
    if (flaw !== undefined) {
      survey.leave(append(at, key), 'schema', flaw);
      return undefined;
    }
    if (!isWord(key, child)) return undefined;
    if (key === 'discriminator') return soundDiscriminator(child, append(at, key), survey);
    return soundParts(key, child, append(at, key), survey);
  });
}

/** What stands under a keyword: schemas, schemas under names, or something else. */
function soundParts(key: string, child: Json, at: Pointer, survey: Survey): Json | undefined {
  const role = key === 'schema' ? undefined : roleBelow('schema', key, child);
  if (role === 'schemas' && isObject(child)) {
    return withSoundMembers(child, (name, it) => soundSchema(it, append(at, name), survey));
  }
  if (role !== 'schema') return child;
  if (!Array.isArray(child)) return soundSchema(child, at, survey);
  const branches = child as readonly Json[];
  const sound = branches.map((it, index) => soundSchema(it, append(at, index), survey));
  // Of alternatives that cannot all be read, nobody can tell which is meant.
  if ((key === 'anyOf' || key === 'oneOf') && sound.includes(undefined)) return undefined;
  if (key === 'oneOf') return withoutRepeats(sound, branches, at, survey);
  const kept = sound.map((it) => it ?? {});
  return kept.every((it, index) => it === branches[index]) ? child : kept;
}

/** Alternatives without those that stand there twice: no value can match exactly one of them. */
function withoutRepeats(
  sound: readonly (Json | undefined)[],
  branches: readonly Json[],
  at: Pointer,
  survey: Survey,
): readonly Json[] {
  const kept: Json[] = [];
  // Of many alternatives only those can be equal that have one sketch.
  const alike = new Map<string, Json[]>();
  for (const [index, it = {}] of sound.entries()) {
    const own = assertedBy(it);
    const asserted = alike.get(sketchOf(own)) ?? [];
    alike.set(sketchOf(own), asserted);
    if (asserted.some((other) => isEqual(other, own))) {
      const why = 'it stands twice under oneOf, so that nothing could match exactly one';
      survey.leave(append(at, index), 'schema', why);
    } else kept.push(it);
    asserted.push(own);
  }
  const isWhole =
    kept.length === branches.length && kept.every((it, index) => it === branches[index]);
  return isWhole ? branches : kept;
}

/** A text that equal nodes share, whatever the order of their members and however their numbers are written. */
function sketchOf(node: Json): string {
  return JSON.stringify(node, (_name, value: Json) => {
    if (typeof value === 'bigint') return Number(value);
    if (!isObject(value)) return value;
    const members = Object.keys(value).toSorted();
    return Object.fromEntries(members.map((name) => [name, value[name]]));
  });
}

/** A schema without what only people read (JSON Schema Validation 2020-12, section 9). */
function assertedBy(node: Json): Json {
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).filter(([key]) => !SAID.has(key) && !key.startsWith('x-')),
  );
}

const SAID: ReadonlySet<string> = new Set([
  '$comment',
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'title',
]);

/** Without a `$ref` that leads nowhere, or back to itself on the same value. */
function withSoundReference(node: JsonObject, at: Pointer, survey: Survey): JsonObject {
  const { $ref: ref } = node;
  if (typeof ref !== 'string') return node;
  const { resolver } = survey;
  const place = resolver.follow(ref, at);
  const lost = place ? undefined : lostWords(ref, at, survey);
  const isOther = place && typeof place.node !== 'boolean' && !isObject(place.node);
  const why = isOther ? `$ref leads to ${wordFor(place.node)}: ${ref}` : lost;
  if (why !== undefined || !place) {
    survey.leave(append(at, '$ref'), 'schema', why ?? '');
    return without(node, '$ref');
  }
  if (!schemaClosure(resolver, [place]).some(({ pointer }) => pointer === at)) return node;
  const base = withoutAlternatives(objectOf(place.node));
  // A kind that is all of what it is one of: what both share is meant.
  if (base && isPartOfAll(at)) return { ...base, ...without(node, '$ref') };
  survey.meetCircle();
  if (!survey.cutsCircles) return node;
  survey.leave(append(at, '$ref'), 'schema', `$ref leads back to itself: ${ref}`);
  return without(node, '$ref');
}

/** A discriminator whose mapping leads to schemas that are there (OpenAPI 3.1.1, section 4.8.25.3). */
function soundDiscriminator(node: Json, at: Pointer, survey: Survey): Json {
  const { resolver, document } = survey;
  const schemas = objectOf(objectOf(document['components'])['schemas']);
  return withSoundMembers(objectOf(node), (key, mapping) => {
    if (key !== 'mapping') return mapping;
    if (!isObject(mapping)) {
      survey.leave(
        append(at, key),
        'schema',
        `mapping must be an object, and is ${wordFor(mapping)}`,
      );
      return undefined;
    }
    return withSoundMembers(mapping, (value, target) => {
      const isThere =
        typeof target === 'string' &&
        (Object.hasOwn(schemas, target) || resolver.follow(target, at) !== undefined);
      if (isThere) return target;
      const why = `there is no schema ${typeof target === 'string' ? target : wordFor(target)}`;
      survey.leave(append(at, key, value), 'schema', why);
      return undefined;
    });
  });
}

function isPartOfAll(at: Pointer): boolean {
  return tokensOf(at).at(-2) === 'allOf';
}

/** A schema without the alternatives that it offers; undefined where it offers none. */
function withoutAlternatives(node: JsonObject): JsonObject | undefined {
  if (!Object.hasOwn(node, 'oneOf') && !Object.hasOwn(node, 'anyOf')) return undefined;
  return without(without(without(node, 'oneOf'), 'anyOf'), 'discriminator');
}

function without(node: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== name));
}

/** Why something that JSON Schema allows, or that OpenAPI adds to it, cannot be meant. */
function flawOfWord(key: string, value: Json): string | undefined {
  switch (key) {
    case 'enum':
      return Array.isArray(value) && value.length === 0
        ? 'enum is empty, and would allow nothing at all'
        : undefined;
    case 'pattern':
      return typeof value === 'string' && isBetweenSlashes(value)
        ? 'pattern is written between slashes, which no text can match: write it without them and without flags'
        : undefined;
    case 'examples':
      return Array.isArray(value) ? undefined : `examples must be a list, and is ${wordFor(value)}`;
    case 'discriminator':
      return isObject(value) && typeof value['propertyName'] === 'string'
        ? undefined
        : 'discriminator must be an object with a propertyName';
    case '$ref':
      return typeof value === 'string'
        ? undefined
        : `$ref must be a text, and is ${wordFor(value)}`;
    case 'readOnly':
      return typeof value === 'boolean' ? undefined : 'readOnly must be true or false';
    case 'xml':
      return isObject(value) ? undefined : `xml must be an object, and is ${wordFor(value)}`;
    default:
      return undefined;
  }
}

/**
 * Whether a pattern is a literal of JavaScript, `/^a$/i`: JSON Schema takes the slashes for characters
 * (core, section 6.4), and nothing has one before its beginning, or after its end.
 */
function isBetweenSlashes(pattern: string): boolean {
  let plain = pattern.replaceAll(/\\./gsu, '').replaceAll(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replaceAll(/\([^()]*\)/g, '');
  }
  // Of alternatives another may match.
  return !plain.includes('|') && (plain.startsWith('/^') || /\$\/[a-z]*$/.test(plain));
}

/** Words for people that are none are passed over: nothing depends on them. */
function isWord(key: string, value: Json): boolean {
  switch (key) {
    case 'title':
    case 'description':
    case '$comment':
      return typeof value === 'string';
    case 'deprecated':
      return typeof value === 'boolean';
    case 'externalDocs':
      return isObject(value);
    default:
      return true;
  }
}
