import { parentOf } from '../../base/json-pointer.ts';
import type { Breach } from '../../model/api-model.ts';

/** Clauses that one body is blamed for: whoever breaks one of thousands of alternatives breaks them all. */
const MOST = 30;

/** The breaches of a value that are told, and how many clauses are broken besides. */
interface Told {
  readonly breaches: readonly Breach[];
  readonly left: number;
}

/**
 * One breach for each clause, those first that no other clause contains: that none of some alternatives fits says
 * more than why each does not.
 */
export function toldBreaches(breaches: readonly Breach[]): Told {
  const byClause = new Map<string, Breach>();
  for (const breach of breaches) {
    if (!byClause.has(breach.constraint)) byClause.set(breach.constraint, breach);
  }
  if (byClause.size <= MOST) return { breaches: [...byClause.values()], left: 0 };
  const isInside = ({ constraint }: Breach): boolean => {
    for (let outer = parentOf(constraint); outer !== '#'; outer = parentOf(outer)) {
      if (byClause.has(outer)) return true;
    }
    return false;
  };
  const all = [...byClause.values()];
  const inOrder = [...all.filter((it) => !isInside(it)), ...all.filter(isInside)];
  return { breaches: inOrder.slice(0, MOST), left: all.length - MOST };
}
