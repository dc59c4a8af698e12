import type { Judged, Objection } from '../bench.ts';

/** What is complained about in a verdict. */
export function objectionsIn(verdict: Judged): readonly Objection[] {
  return verdict === 'irrelevant' || isOpen(verdict) ? [] : [verdict ?? []].flat();
}

/** Whether nothing says if what was judged is right. */
export function isOpen(verdict: Judged): verdict is { readonly undetermined: string } {
  return typeof verdict === 'object' && 'undetermined' in verdict;
}
