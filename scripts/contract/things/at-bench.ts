import { isEqual } from '../../base/json.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { NotSendable } from '../wire/not-sendable.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { isDeleting } from './kinds.ts';
import type { Ask, Pool } from './pool.ts';

/** A request that could take away what the run has not made. */
export class Spared extends NotSendable {
  override readonly name = 'Spared';
}

/** Throws where a request must not go to the server, and notes that. */
export function spare(
  pool: Pool | undefined,
  operation: Operation,
  request: WireRequest,
  tally: { isSpared?: true },
): void {
  const reason = pool?.whySpared(operation, request);
  if (reason === undefined) return;
  tally.isSpared = true;
  throw new Spared(reason);
}

interface FeedingOptions {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly pool: Pool | undefined;
  readonly ask: Ask;
}

/** Puts things that are there into the drafts of one check. */
interface Feeding {
  /** Examples to try first: as the description shows them too, where it shows which thing to ask for. */
  readonly examples: (given: readonly Draft[]) => readonly Draft[];
  /** A draft that is made up; of several every fourth is left as it is, for things that are not there. */
  readonly generated: (draft: Draft) => Promise<Draft>;
  /** A draft that was changed on purpose, but for the change. */
  readonly changed: (draft: Draft) => Promise<Draft>;
}

/** Of so many drafts that are made up one asks for what may not be there. */
const EVERY = 4;

export function createFeeding({ api, operation, pool, ask }: FeedingOptions): Feeding {
  const asTheyAre = new Set<Draft>();
  let count = 0;
  return {
    examples(given) {
      if (!pool || isDeleting(operation)) return given;
      return given.flatMap((draft) => {
        if (!draft.parameters.some(isShown)) return [draft];
        const shown = { ...draft };
        asTheyAre.add(shown);
        return [draft, shown];
      });
    },
    async generated(draft) {
      if (!pool || asTheyAre.has(draft)) return draft;
      count += 1;
      if (count % EVERY === 0 && !isDeleting(operation)) return draft;
      return await pool.feed(operation, draft, ask);
    },
    async changed(draft) {
      // Whoever names a thing of the run means that one.
      if (!pool || pool.knows(operation, draft)) return draft;
      // What names nothing that the run has made could not be sent.
      if (isDeleting(operation)) return await pool.feed(operation, draft, ask);
      const bases = exampleDrafts(api, operation).flatMap(({ parameters }) => parameters);
      return await pool.feed(operation, draft, ask, (parameter, value) => {
        return !bases.some((it) => it.parameter === parameter && isEqual(it.value, value));
      });
    },
  };
}

/** Whether the description shows which thing to ask for. */
function isShown({ parameter, value }: Draft['parameters'][number]): boolean {
  return parameter.in === 'path' && parameter.examples.some((it) => isEqual(it.value, value));
}
