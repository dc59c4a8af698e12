import type { Draft } from '../generation/draft.ts';
import { simplerDrafts } from './simpler.ts';

interface Search {
  /** Whether a draft is worth sending: simpler, and no more wrong than the one before. */
  readonly isFair: (draft: Draft) => boolean;
  /** Sends a draft, and says whether it shows the same. */
  readonly showsTheSame: (draft: Draft) => Promise<boolean>;
  /** Requests that may be sent for it. */
  readonly effort: number;
  /** Characters that all drafts may have together which are looked at for it: large ones are few, so that nobody waits long. */
  readonly patience: number;
}

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
  { isFair, showsTheSame, effort, patience }: Search,
): Promise<{ readonly draft: Draft; readonly requests: number; readonly looked: number }> {
  const tried = new Set([keyOf(draft)]);
  let smallest = draft;
  let requests = 0;
  let looked = 0;
  // Others may have taken all of it.
  if (effort <= 0 || patience <= 0) return { draft, requests, looked };
  const next = async (): Promise<Draft | undefined> => {
    for (const simpler of simplerDrafts(smallest)) {
      const key = keyOf(simpler);
      const isNew = !tried.has(key);
      looked += key.length * (isNew ? 1 : SEEN_AGAIN);
      if (looked > patience) return undefined;
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
  return { draft: smallest, requests, looked };
}

function keyOf({ parameters, body }: Draft): string {
  return JSON.stringify([
    parameters.map(({ parameter, value }) => [parameter.in, parameter.name, value]),
    body?.value,
  ]);
}
