import { nodesOf } from './description-nodes.ts';
import { arrayOf, isObject, textOf, type Json } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';

/** One claim id in an `x-evidence` of a description. */
export interface Citation {
  readonly id: string;
  /** Where the id is written. */
  readonly at: Pointer;
  /** What rests on the claim: a node, or one keyword of it. */
  readonly node: Pointer;
  readonly keyword: string | undefined;
}

/** Every claim id in a description. */
export function* citationsIn(document: Json): Generator<Citation> {
  for (const { node, pointer } of nodesOf(document)) {
    const evidence = node['x-evidence'];
    const lists = isObject(evidence) ? Object.entries(evidence) : [[undefined, evidence] as const];
    for (const [keyword, ids] of lists) {
      const list = append(pointer, 'x-evidence', ...(keyword === undefined ? [] : [keyword]));
      for (const [index, id] of arrayOf(ids).entries()) {
        yield { id: textOf(id), at: append(list, index), node: pointer, keyword };
      }
    }
  }
}
