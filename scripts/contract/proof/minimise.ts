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

/**
 * Makes a request that shows a violation as small as it can be: whatever does not matter is left out,
 * and what matters is as near to nothing as it still does. It works on the values, not on how they
 * were generated, so that a documented example gets as small as a random request.
 */
export async function minimise(
  draft: Draft,
  { isFair, showsTheSame, effort }: Search,
): Promise<{ readonly draft: Draft; readonly requests: number }> {
  const tried = new Set([keyOf(draft)]);
  let smallest = draft;
  let requests = 0;
  const next = async (): Promise<Draft | undefined> => {
    for (const simpler of simplerDrafts(smallest)) {
      const key = keyOf(simpler);
      if (tried.has(key)) continue;
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
