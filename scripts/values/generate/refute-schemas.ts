import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { resolverOf } from '../resolve.ts';
import { explain, type Refutation } from './explain.ts';
import { newForge, wantedOf, type Forge } from './forge.ts';
import { isRefuted } from './least.ts';

/** A schema that nothing satisfies, and why: `reason` may stand in another one that it needs. */
export interface RefutedSchema {
  readonly pointer: Pointer;
  readonly reason: Refutation;
}

/** Sets of schemas that are looked at for one document: what is beyond is not proved. */
const MOST_SETS = 25_000;
/** Sets with more alternatives than are looked at, of which each takes its time and proves nothing. */
const MOST_CUT = 20;

/**
 * The schemas of a document that describe a value and allow none, where that is proved. Of those that are empty
 * for one reason the innermost is given; `false` is left out, since who writes it means it.
 */
export function refuteSchemas(document: Json): readonly RefutedSchema[] {
  const forge = newForge(resolverOf(document), 'json');
  const found = new Map<Pointer, RefutedSchema>();
  for (const { node, pointer, isSchema } of nodesOf(document)) {
    if (!isSchema || !isTelling(node) || !describesValue(pointer) || isMeant(node)) continue;
    if (isSpent(forge)) break;
    const wanted = wantedOf(forge, node);
    if (!isRefuted(forge, wanted)) continue;
    const reason = explain(forge, wanted, node);
    const origin = originOf(forge, reason.pointer);
    const known = found.get(origin);
    // Parents come first: who needs another is empty because of that one.
    if (!known || reason.unsatisfiable.length <= known.reason.unsatisfiable.length) {
      found.set(origin, { pointer, reason });
    }
  }
  return [...found.values()];
}

/** Where a place leads to that is nothing but a `$ref`. */
function originOf({ resolver }: Forge, pointer: Pointer): Pointer {
  const seen = new Set<Pointer>();
  let at = pointer;
  for (;;) {
    const ref = stringOf(objectOf(resolver.nodeAt(at))['$ref']);
    const target = ref === undefined || seen.has(at) ? undefined : resolver.follow(ref, at);
    if (!target) return at;
    seen.add(at);
    at = target.pointer;
  }
}

function isSpent({ expansions, cut }: Forge): boolean {
  return expansions.size > MOST_SETS || cut.size > MOST_CUT;
}

/** Whether its own keywords could leave nothing: a type alone, or what only members must be, always leaves something. */
function isTelling(node: JsonObject): boolean {
  const words = Object.keys(node).filter((it) => !QUIET.has(it) && !it.startsWith('x-'));
  return words.length > 0 && words.join() !== '$ref';
}

/** Keywords that say nothing, or allow something by themselves: an empty object, an empty list, a short text. */
const QUIET: ReadonlySet<string> = new Set([
  '$anchor',
  '$comment',
  '$defs',
  '$id',
  'additionalProperties',
  'contentEncoding',
  'contentMediaType',
  'default',
  'deprecated',
  'description',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'format',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'patternProperties',
  'prefixItems',
  'properties',
  'propertyNames',
  'readOnly',
  'title',
  'type',
  'uniqueItems',
  'writeOnly',
  'xml',
]);

/** What stands below these is tried on a value, and need not fit any; extensions are no schemas of the description. */
const TRIED = /\/(?:not|if)(?:\/|$)|^#\/x-/;

function describesValue(pointer: Pointer): boolean {
  return !TRIED.test(pointer);
}

/** `not: {}`, as `false` had to be written once. */
function isMeant({ not: denied }: JsonObject): boolean {
  return denied === true || (isObject(denied) && Object.keys(objectOf(denied)).length === 0);
}
