import { isEqual } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { NotSendable, unlessSendable } from '../wire/not-sendable.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { isDeleting } from './kinds.ts';
import type { Ask } from './ask.ts';
import type { Pool } from './pool.ts';

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
  readonly tally: { requests: number };
  /** Whether what is made up may be about another thing each time: no answer is compared with one of another request. */
  readonly isInTurns: boolean;
  readonly exchangeOf: (
    draft: Draft,
    aside: { readonly operation: Operation },
  ) => Promise<Exchange>;
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

export function createFeeding({
  api,
  operation,
  pool,
  tally,
  isInTurns,
  exchangeOf,
}: FeedingOptions): Feeding {
  const ask: Ask = async (asked, draft) => {
    const answered = await exchangeOf(draft, { operation: asked }).catch(unlessSendable);
    // Whichever check is the first to need a thing asks for all of them.
    if (answered) tally.requests -= 1;
    return answered;
  };
  const isRead = isInTurns && operation.method === 'get';
  const asTheyAre = new Set<Draft>();
  let count = 0;
  const isAboutOthers = (draft: Draft): boolean =>
    !['get', 'head'].includes(operation.method) && pool?.isOfOthers(operation, draft) === true;
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
      const isSafe = !isDeleting(operation) && !isAboutOthers(draft);
      if (draft.isStray && isSafe) return draft;
      count += 1;
      const fed = await (isRead ? pool.feedInTurns : pool.feed)(operation, draft, ask);
      return count % EVERY === 0 && isSafe ? draft : fed;
    },
    async changed(draft) {
      if (!pool) return draft;
      // What names nothing that the run has made is not deleted, nor changed where that can be.
      const isAsked = pool.thingIn(operation, draft) === undefined;
      if (isAboutOthers(draft) || (isAsked && isDeleting(operation)))
        return await pool.feed(operation, draft, ask);
      const examples = exampleDrafts(api, operation);
      return await pool.feed(operation, draft, ask, (given) => {
        // Whoever names a thing of the run means that one.
        if (!isAsked && 'parameter' in given) return true;
        const before = examples.flatMap(({ parameters, body }) => {
          if ('at' in given) return body ? [valueAt(body.value, given.at)] : [];
          return parameters.filter((it) => it.parameter === given.parameter).map((it) => it.value);
        });
        return !before.some((it) => it !== undefined && isEqual(it, given.value));
      });
    },
  };
}

/** Whether the description shows which thing to ask for. */
function isShown({ parameter, value }: Draft['parameters'][number]): boolean {
  return parameter.in === 'path' && parameter.examples.some((it) => isEqual(it.value, value));
}
