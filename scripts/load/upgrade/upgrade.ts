import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { fragmentOf, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { someObject } from '../../base/some-object.ts';
import { nodesOf, roleBelow, type Role } from '../../model/description-nodes.ts';
import { fromSwagger } from './from-swagger.ts';
import { fromOlderDialects } from './older-dialects.ts';
import { spellOutStreams } from './spell-out-streams.ts';
import { newOrigins, toNewPointer, toOldPointer, type Origins } from './origins.ts';
import { upgradeSchema } from './upgrade-schema.ts';
import { isUpgraded, withVersionAsText, type Version } from './version.ts';

/** A description in OpenAPI 3.1, and where in the one it was made of each node comes from. */
export interface Upgraded {
  readonly document: JsonObject;
  readonly before: (pointer: Pointer) => Pointer;
}

/** The version that older descriptions are upgraded to. */
const TARGET = '3.1.1';

/** Makes OpenAPI 3.1 of an older description in one document; in one of 3.2 streams are told as lists too, and in both schemas of older dialects as 2020-12 has them. */
export function upgrade(written: JsonObject, version: Version): Upgraded {
  const document = withVersionAsText(written, version);
  const origins = newOrigins();
  if (!isUpgraded(version)) {
    const now = fromOlderDialects(document, origins);
    const told = version === '3.1' ? now : spellOutStreams(now, origins);
    if (now !== document) redirect(told, document, origins);
    const isSame = told === document;
    return { document: told, before: isSame ? (it) => it : toOldPointer(document, told, origins) };
  }
  const isSwagger = version === '2.0';
  const reshaped = isSwagger ? fromSwagger(document, origins) : document;
  const walk: Walk = { origins, isSwagger };
  const upgraded = objectOf(upgradeNode(reshaped, 'object', walk));
  const made = origins.note(document, { ...upgraded, openapi: TARGET });
  redirect(made, document, origins);
  return { document: made, before: toOldPointer(document, made, origins) };
}

interface Walk {
  readonly origins: Origins;
  readonly isSwagger: boolean;
}

function upgradeNode(node: Json, role: Role, walk: Walk): Json {
  const { origins, isSwagger } = walk;
  if (Array.isArray(node)) {
    return origins.note(
      node,
      (node as readonly Json[]).map((item) => upgradeNode(item, role, walk)),
    );
  }
  if (!isObject(node)) return node;
  const below = (key: string, child: Json) => {
    const inside = roleBelow(role, key, child);
    return inside ? upgradeNode(child, inside, walk) : child;
  };
  if (role === 'schema') return upgradeSchema(node, { origins, isSwagger, below });
  const entries = Object.entries(node).map(([key, child]): [string, Json] => [
    key,
    isExtension(key, role) ? child : below(key, child),
  ]);
  const isReference = role === 'object' && typeof node['$ref'] === 'string';
  const kept = isReference ? entries.filter(([key]) => isBesideReference(key)) : entries;
  return origins.note(node, Object.fromEntries(kept));
}

/** A name in a map is a name, whatever it begins with; only paths and responses may be extended themselves. */
function isExtension(key: string, role: Role): boolean {
  return role === 'object' && key.startsWith('x-');
}

/** Fields that would now count beside a reference, and did not (OpenAPI 3.0.4, section 4.7.23). */
function isBesideReference(key: string): boolean {
  return key !== 'description' && key !== 'summary';
}

/** Has references lead to where their targets have come. All nodes of the new document are our own. */
function redirect(made: JsonObject, old: JsonObject, origins: Origins): void {
  const newPointer = toNewPointer(made, origins);
  const homes = new Map<string, Pointer | undefined>();
  /** Where the target of a reference has come to; undefined where it stands where it stood. */
  const homeOf = (ref: string): Pointer | undefined => {
    const pointer = pointerOf(ref);
    const target = valueAt(old, pointer);
    if (typeof target !== 'object' || target === null) return undefined;
    const there = valueAt(made, pointer);
    const isThere = typeof there === 'object' && there !== null && origins.of(there) === target;
    return isThere ? undefined : newPointer(target);
  };
  const newHomeOf = ({ $ref: ref }: JsonObject): Pointer | undefined => {
    if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
    if (!homes.has(ref)) homes.set(ref, homeOf(ref));
    return homes.get(ref);
  };
  if (!someObject(made, (node) => newHomeOf(node) !== undefined)) return;
  for (const { node } of nodesOf(made)) {
    const home = newHomeOf(node);
    if (home !== undefined) (node as Record<string, Json>)['$ref'] = fragmentOf(home);
  }
}
