import type { Draft } from '../generation/draft.ts';
import { simplerDrafts } from './simpler.ts';

interface Search {
  /** Whether a draft is worth sending: simpler, and no more wrong than the one before. */
  readonly isFair: (draft: Draft) => boolean;
  /** Sends a draft, and says whether it shows the same. */
  readonly showsTheSame: (draft: Draft) => Promise<boolean>;
  /** Requests that may be sent for it. */
  readonly effort: number;
}

/** Characters of all drafts that are looked at for one violation: of large bodies few, and none is waited for long. */
const MOST_LOOKED_AT = 4_000_000;
/** The part of such a look that it takes to see that a draft was looked at before. */
const SEEN_AGAIN = 0.1;

/**
 * Makes a request that shows a violation as small as it can be: whatever does not matter is left out,
 * and what matters is as near to nothing as it still does. It works on the values, not on how they
 * were generated, so that a documented example gets as small as a random request. It ends when its effort
 * is spent, be it in requests or in drafts that were looked at and not worth sending.
 */
export async function minimise(
  draft: Draft,
  { isFair, showsTheSame, effort }: Search,
): Promise<{ readonly draft: Draft; readonly requests: number }> {
  const tried = new Set([keyOf(draft)]);
  let smallest = draft;
  let requests = 0;
  let looked = 0;
  // What was left of the effort went into other violations.
  if (effort <= 0) return { draft, requests };
  const next = async (): Promise<Draft | undefined> => {
    for (const simpler of simplerDrafts(smallest)) {
      const key = keyOf(simpler);
      const isNew = !tried.has(key);
      looked += key.length * (isNew ? 1 : SEEN_AGAIN);
      if (looked > MOST_LOOKED_AT) return undefined;
      if (!isNew) continue;
      tried.add(key);
      if (!isFair(simpler)) continue;
      if (requests >= effort) return undefined;
      requests += 1;
      if (await showsTheSame(simpler)) return simpler;
    }
    return undefined;
  };
  for (let simpler = await next(); simpler; simpler = await next()) smallest = simpler;
  return { draft: smallest, requests };
}

function keyOf({ parameters, body }: Draft): string {
  return JSON.stringify([
    parameters.map(({ parameter, value }) => [parameter.in, parameter.name, value]),
    body?.value,
  ]);
}
