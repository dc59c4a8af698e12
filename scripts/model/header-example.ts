import type { Header } from './api-model.ts';
import { arrayOf, objectOf, type Json } from '../base/json.ts';
import { pointerOf, valueAt } from '../base/json-pointer.ts';

/** The value that a description shows of a header: its example, or what its schema shows or leaves no choice of. */
export function headerExample(
  document: Json,
  { pointer }: Pick<Header, 'pointer'>,
): Json | undefined {
  const header = objectOf(valueAt(document, pointer));
  const named = Object.values(objectOf(header['examples']))[0];
  return (
    header['example'] ??
    objectOf(follow(document, named, 0))['value'] ??
    schemaExample(follow(document, header['schema'], 0))
  );
}

function schemaExample(schema: Json | undefined): Json | undefined {
  const node = objectOf(schema);
  return (
    node['const'] ??
    node['example'] ??
    arrayOf(node['examples'])[0] ??
    node['default'] ??
    arrayOf(node['enum'])[0]
  );
}

/** References followed one after the other: more are a cycle. */
const LONGEST_CHAIN = 16;

function follow(document: Json, node: Json | undefined, hops: number): Json | undefined {
  const { $ref } = objectOf(node);
  if (typeof $ref !== 'string' || hops > LONGEST_CHAIN) return node;
  return follow(document, valueAt(document, pointerOf($ref)), hops + 1);
}
