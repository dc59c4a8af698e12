import { fromJs, type JsonNode } from '@hyperjump/json-schema/instance/experimental';
import { isObject, type Json, type JsonObject } from '../../base/json.ts';

/**
 * A description as the second validator can hold it: its types end at doubles, so an integer that
 * these cannot hold stands there as the object that JSON.rawJSON makes of it. Texts made of both are
 * alike then, which is how it compares values with `const` and `enum`.
 */
export function toExactDescription(description: JsonObject): Json {
  return mapBigIntegers(description, (integer) => ({ rawJSON: integer.toString() }));
}

/** What a keyword says in such a description: the integer itself where it stands for one. */
export function toExactKeyword(said: unknown): unknown {
  return isObject(said) && typeof said['rawJSON'] === 'string' ? BigInt(said['rawJSON']) : said;
}

/** A value as the second validator walks it, in which bigints are numbers and keep their digits. */
export function toExactInstance(value: Json): JsonNode {
  const exact = mapBigIntegers(value, (integer) => integer);
  // Its types know only mutable JSON, and it changes nothing.
  const node = fromJs(mapBigIntegers(exact, Number) as Parameters<typeof fromJs>[0]);
  if (exact !== value || holdsBigint(exact)) putDigits(node, exact);
  return node;
}

/** The value of a node is writable, which the types do not say. */
type Writable = JsonNode & { value: Json };

function putDigits(node: JsonNode, value: Json): void {
  (node as Writable).value = value;
  if (Array.isArray(value)) {
    for (const [at, item] of (value as readonly Json[]).entries()) {
      const child = node.children[at];
      if (child) putDigits(child, item);
    }
  } else if (isObject(value)) {
    for (const [at, member] of Object.values(value).entries()) {
      // A property is a node of its own: its name, and what stands under it.
      const child = node.children[at]?.children[1];
      if (child) putDigits(child, member);
    }
  }
}

function holdsBigint(value: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(holdsBigint);
  if (isObject(value)) return Object.values(value).some(holdsBigint);
  return typeof value === 'bigint';
}

/** A copy with another value for each integer beyond what a double holds, 1e20 included; the value itself where it has none. */
function mapBigIntegers(value: Json, toOther: (integer: bigint) => Json): Json {
  if (typeof value === 'bigint') return toOther(value);
  if (typeof value === 'number') {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? toOther(BigInt(value)) : value;
  }
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => mapBigIntegers(item, toOther));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([name, it]) => [name, it, mapBigIntegers(it, toOther)] as const,
  );
  if (members.every(([, before, after]) => before === after)) return value;
  return Object.fromEntries(members.map(([name, , after]) => [name, after]));
}
