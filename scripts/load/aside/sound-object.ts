import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { append, parentOf, type Pointer } from '../../base/json-pointer.ts';
import { OBJECT_FIELDS, REFERABLE, type ObjectField, type ObjectKind } from './object-fields.ts';
import { flawOfKey, flawOfObject, flawOfReference, isExtension } from './object-flaws.ts';
import { soundPaths } from './sound-paths.ts';
import { soundRequirement } from './sound-requirement.ts';
import { soundSchema } from './sound-schema.ts';
import { nameAt, wordFor, type Survey } from './survey.ts';
import { withSoundMembers } from './with-sound-members.ts';

/**
 * What of an object can be used: itself where all of it can, a copy without the rest, or undefined
 * where nothing can.
 */
export function soundObject(
  kind: ObjectKind,
  node: Json,
  at: Pointer,
  survey: Survey,
): Json | undefined {
  if (kind === 'schema') return soundSchema(node, at, survey);
  const flaw = flawOf(kind, node, at, survey);
  if (flaw !== undefined || !isObject(node)) {
    const label = kind === 'parameter' && isObject(node) ? labelOf(node, at) : undefined;
    survey.leave(at, kind, flaw ?? '', label);
    return undefined;
  }
  if (REFERABLE.has(kind) && typeof node['$ref'] === 'string' && kind !== 'path') return node;
  if (kind === 'security requirement') return soundRequirement(node, at, survey);
  const fields = OBJECT_FIELDS[kind] ?? {};
  const sound = withSoundMembers(node, (key, child) => {
    if (kind === 'callback') {
      const isName = key.startsWith('x-') || key === '$ref';
      return isName ? child : soundObject('path', child, append(at, key), survey);
    }
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (kind === 'operation' && key === 'operationId' && typeof child !== 'string') {
      survey.leave(append(at, key), key, `it must be a text, and is ${wordFor(child)}`);
      return undefined;
    }
    if (!field) return isWord(key, child) ? child : undefined;
    return soundField(field, { holder: kind, key }, child, append(at, key), survey);
  });
  if (kind === 'description') return withInfo(soundPaths(sound, survey));
  // Whatever it says, a path without it is another (OpenAPI 3.1.1, section 4.8.12.2.1).
  if (sound['in'] === 'path' && sound['required'] !== true) return { ...sound, required: true };
  // What has to be sent is not known.
  const lostBody = isObject(node['requestBody']) && sound['requestBody'] === undefined;
  if (kind !== 'operation' || !lostBody) return sound;
  survey.leave(at, kind, 'its request body cannot be read');
  return undefined;
}

function flawOf(kind: ObjectKind, node: Json, at: Pointer, survey: Survey): string | undefined {
  if (!isObject(node)) return `it must be an object, and is ${wordFor(node)}`;
  const ref = node['$ref'];
  if (!REFERABLE.has(kind) || typeof ref !== 'string') return flawOfObject(kind, node);
  return flawOfReference(ref, { at, kind }, survey);
}

/** Parameters have names of their own, and schemes that go by one. */
function labelOf({ name, in: place }: JsonObject, at: Pointer): string | undefined {
  if (typeof name !== 'string' || name === '' || place === undefined) return undefined;
  return `"${name}" of ${nameAt(parentOf(parentOf(at)))}`;
}

/** Where the description says nothing about itself, everybody who shows it needs a word. */
function withInfo(document: JsonObject): JsonObject {
  const { info } = document;
  if (isObject(info) && typeof info['title'] === 'string') return document;
  return { ...document, info: { version: '', ...(isObject(info) ? info : {}), title: '' } };
}

function soundField(
  { kind, holds }: ObjectField,
  { holder, key }: { readonly holder: ObjectKind; readonly key: string },
  child: Json,
  at: Pointer,
  survey: Survey,
): Json | undefined {
  if (holds === 'one') return soundObject(kind, child, at, survey);
  if (holds === 'list' ? !Array.isArray(child) : !isObject(child)) {
    const wanted = holds === 'list' ? 'a list' : 'an object';
    survey.leave(at, kind, `${key} must be ${wanted}, and is ${wordFor(child)}`);
    return undefined;
  }
  if (Array.isArray(child)) return soundList(kind, child as readonly Json[], at, survey);
  return withSoundMembers(child as JsonObject, (name, it) => {
    if (isExtension(name, holder, key)) return it;
    const place = append(at, name);
    const flaw = flawOfKey(name, holder, key);
    if (flaw === undefined) return soundObject(kind, it, place, survey) ?? standIn(kind);
    survey.leave(place, kind, flaw);
    return undefined;
  });
}

/** A response of which nothing is known may still come, and hold anything. */
function standIn(kind: ObjectKind): Json | undefined {
  return kind === 'response' ? { description: '', content: { '*/*': {} } } : undefined;
}

/** A list whose items that cannot be used are null until they are taken out, all at once. */
function soundList(
  kind: ObjectKind,
  items: readonly Json[],
  at: Pointer,
  survey: Survey,
): readonly Json[] {
  const sound = items.map((item, index) => {
    const place = append(at, index);
    if (survey.isTakenOut(place)) return null;
    const kept = soundObject(kind, item, place, survey);
    if (kept === undefined) survey.takeOut(place);
    return kept ?? null;
  });
  return sound.every((item, index) => item === items[index]) ? items : sound;
}

/** Words for people that are no words are passed over: nothing depends on them. */
function isWord(key: string, value: Json): boolean {
  switch (key) {
    case 'summary':
    case 'description':
    case 'title':
    case '$ref':
      return typeof value === 'string';
    case 'externalDocs':
      return isObject(value);
    case 'required':
    case 'deprecated':
    case 'explode':
      return typeof value === 'boolean';
    case 'tags':
      return Array.isArray(value) && value.every((it) => typeof it === 'string' || isObject(it));
    default:
      return true;
  }
}
