import { arrayOf, isObject } from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import type { Alternative, SchemaPart } from './alternative.ts';
import { belowOf, followed, keyOf, type Conjunct } from './conjunct.ts';
import { choicesAt } from './listed-choices.ts';
import { typeOf, TYPES, typesAt, type ValueType } from './types.ts';

/** Schemas that hold together, and the types that they leave. */
export type Holding = Pick<Alternative, 'parts' | 'types'>;

/** What holds where schemas do, their choices left open. */
export function together(resolver: Resolver, conjuncts: readonly Conjunct[]): Holding {
  const parts: SchemaPart[] = [];
  let types: readonly ValueType[] = TYPES;
  const seen = new Set<string>();
  const queue = [...conjuncts];
  for (const conjunct of queue) {
    const { node } = conjunct;
    if (node === false) return { parts, types: [] };
    if (!isObject(node) || seen.has(keyOf(conjunct))) continue;
    seen.add(keyOf(conjunct));
    parts.push({ ...conjunct, node, holders: [] });
    const allowed = typesAt(node);
    types = types.filter((it) => allowed.includes(it));
    for (const list of choicesAt(node)) {
      const listed = new Set(list.map(typeOf));
      types = types.filter((it) => listed.has(it));
    }
    const target = followed(resolver, conjunct, '$ref');
    if (target) queue.push(target);
    for (const [i, it] of arrayOf(node['allOf']).entries()) {
      queue.push(belowOf(resolver, conjunct, it, 'allOf', i));
    }
  }
  return { parts, types };
}

/** Parts without what they say of what nothing around them evaluates: choices that are open may do so. */
export function surely(parts: readonly SchemaPart[]): Pick<Alternative, 'parts'> {
  return {
    parts: parts.map((part) => {
      const members = Object.entries(part.node);
      const sure = members.filter(([keyword]) => !keyword.startsWith('unevaluated'));
      return sure.length < members.length ? { ...part, node: Object.fromEntries(sure) } : part;
    }),
  };
}
