import type { PlacedFact } from './document-fact.ts';
import { areAlike } from './place-facts.ts';

/**
 * Which facts took the places of which: those between two that were found again side by side, as many
 * of a kind as there were. `inOrder` are the pairs of one section in their order.
 */
export function pairGaps(
  inOrder: readonly (readonly [PlacedFact, PlacedFact])[],
  old: readonly PlacedFact[],
  fresh: readonly PlacedFact[],
  isLeft: (fact: PlacedFact) => boolean,
): [PlacedFact, PlacedFact][] {
  const ends = [...inOrder, undefined];
  let [from, to] = [old[0]?.index ?? 0, fresh[0]?.index ?? 0];
  return ends.flatMap((end) => {
    const [lost, found] = [
      between(old, from, end?.[0].index, isLeft),
      between(fresh, to, end?.[1].index, isLeft),
    ];
    [from, to] = [(end?.[0].index ?? 0) + 1, (end?.[1].index ?? 0) + 1];
    return pairGap(lost, found);
  });
}

function between(
  facts: readonly PlacedFact[],
  start: number,
  end: number | undefined,
  isLeft: (fact: PlacedFact) => boolean,
): PlacedFact[] {
  const first = facts[0]?.index ?? 0;
  const within = facts.slice(start - first, end === undefined ? undefined : end - first);
  return within.filter(isLeft);
}

/** By kind, and where a word has lost its look, by what is alike. */
function pairGap(
  lost: readonly PlacedFact[],
  found: readonly PlacedFact[],
): [PlacedFact, PlacedFact][] {
  if (lost.length === 0 || found.length === 0) return [];
  const kinds = new Set(lost.map(({ kind }) => kind));
  const pairs = [...kinds].flatMap((kind) =>
    pairEqually(
      lost.filter((it) => it.kind === kind),
      found.filter((it) => it.kind === kind),
    ),
  );
  const used = new Set(pairs.flat());
  const [still, spare] = [lost, found].map((facts) => facts.filter((it) => !used.has(it)));
  const more = (still ?? []).flatMap((one) => {
    if ((still ?? []).some((it) => it !== one && areAlike(it, one))) return [];
    const alike = (spare ?? []).filter((it) => areAlike(one, it));
    return pairEqually([one], alike);
  });
  return [...pairs, ...more];
}

function pairEqually(
  lost: readonly PlacedFact[],
  found: readonly PlacedFact[],
): [PlacedFact, PlacedFact][] {
  if (lost.length !== found.length) return [];
  return lost.flatMap((from, at): [PlacedFact, PlacedFact][] => {
    const to = found[at];
    return to ? [[from, to]] : [];
  });
}
