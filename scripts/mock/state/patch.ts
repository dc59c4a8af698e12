import { isEqual, isObject, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';

/** A JSON Merge Patch done to an object: null takes a member away (RFC 7396, section 2). */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

/** A JSON Patch done to a value, all of it or none; undefined where it cannot be (RFC 6902, section 5). */
export function jsonPatch(target: Json, operations: readonly Json[]): Json | undefined {
  let patched: Json | undefined = target;
  for (const operation of operations) {
    if (patched === undefined) return undefined;
    patched = isObject(operation) ? step(patched, operation) : undefined;
  }
  return patched;
}

function step(target: Json, { op, path, from, value }: JsonObject): Json | undefined {
  const at = placeOf(path);
  const source = placeOf(from);
  if (at === undefined) return undefined;
  const tokens = tokensOf(at);
  const put = (it: Json | undefined, how: How = 'add', into: Json | undefined = target) =>
    it === undefined || into === undefined ? undefined : change(into, tokens, how, it);
  const moved = source === undefined ? undefined : valueAt(target, source);
  if (op === 'add') return put(value);
  if (op === 'replace') return put(value, 'replace');
  if (op === 'remove') return put(null, 'remove');
  if (op === 'copy') return put(moved);
  if (op === 'move' && source) {
    return put(moved, 'add', change(target, tokensOf(source), 'remove', null));
  }
  const isSame =
    op === 'test' && value !== undefined && isEqual(valueAt(target, at) ?? null, value);
  return isSame && valueAt(target, at) !== undefined ? target : undefined;
}

function placeOf(path: Json | undefined): Pointer | undefined {
  const text = stringOf(path);
  return text === '' || text?.startsWith('/') ? `#${text}` : undefined;
}

type How = 'add' | 'remove' | 'replace';

/** One change of a value; undefined where the place, or the object or list around it, is not there. */
function change(
  target: Json,
  [token, ...rest]: readonly string[],
  how: How,
  value: Json,
): Json | undefined {
  if (token === undefined) return how === 'remove' ? undefined : value;
  if (Array.isArray(target))
    return changeItem(target as readonly Json[], token, { rest, how, value });
  if (!isObject(target)) return undefined;
  const members = new Map(Object.entries(target));
  const member = members.get(token);
  if (rest.length > 0) {
    const inner = member === undefined ? undefined : change(member, rest, how, value);
    if (inner === undefined) return undefined;
    members.set(token, inner);
  } else if (how === 'remove') {
    if (!members.delete(token)) return undefined;
  } else {
    if (how === 'replace' && member === undefined) return undefined;
    members.set(token, value);
  }
  return Object.fromEntries(members);
}

function changeItem(
  items: readonly Json[],
  token: string,
  {
    rest,
    how,
    value,
  }: {
    readonly rest: readonly string[];
    readonly how: How;
    readonly value: Json;
  },
): Json | undefined {
  const isEnd = token === '-' && how === 'add' && rest.length === 0;
  const index = isEnd ? items.length : /^(0|[1-9]\d*)$/.test(token) ? Number(token) : -1;
  const last = how === 'add' && rest.length === 0 ? items.length : items.length - 1;
  if (index < 0 || index > last) return undefined;
  if (rest.length > 0) {
    const inner = change(items[index] ?? null, rest, how, value);
    return inner === undefined ? undefined : items.with(index, inner);
  }
  if (how === 'add') return items.toSpliced(index, 0, value);
  return how === 'remove' ? items.toSpliced(index, 1) : items.with(index, value);
}
