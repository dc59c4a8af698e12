import { arrayOf, isEqual, type Json, type JsonObject } from '../../base/json.ts';

/** The lists of values that a schema allows by `const` and `enum`. */
export function choicesAt(node: JsonObject): (readonly Json[])[] {
  const { enum: choices } = node;
  return [
    ...('const' in node ? [[node['const'] ?? null]] : []),
    ...(Array.isArray(choices) ? [arrayOf(choices)] : []),
  ];
}

/** Whether no value is in all that schemas allow by `const` and `enum`. */
export function contradict(nodes: readonly JsonObject[]): boolean {
  let left: readonly Json[] | undefined;
  for (const node of nodes) {
    for (const values of choicesAt(node)) {
      left = left ? left.filter((it) => values.some((value) => isEqual(it, value))) : values;
      if (left.length === 0) return true;
    }
  }
  return false;
}
