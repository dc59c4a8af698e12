import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import type { Attempt } from '../bench.ts';
import { richDrafts } from '../generation/broken-draft.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { emptyDrafts } from '../generation/empty-lists.ts';
import { shortDrafts, missingDraft } from '../generation/short-draft.ts';
import { wrongsIn } from '../judges/failures.ts';
import { withHeader } from './with-header.ts';
import type { Property } from '../property.ts';

/** Requests that are made up by chance where none was taken so far: of many alternatives a server may take one. */
const KNOCKS = 9;
/** Far from the rounds of what is made up later. */
const KNOCKING_ROUND = 1000;

/** Different things that are looked for in the answers of one operation. */
const MOST = 6;

/**
 * What tells most first: an example, all that may be said at once, what is not there, and lists of nothing. Then other examples,
 * and requests with as little in them as a text or a list can have.
 */
function inTurns(
  api: ApiModel,
  operation: Operation,
): readonly [opening: readonly Draft[], others: readonly Draft[]] {
  const [example, ...others] = exampleDrafts(api, operation);
  const full = richDrafts(api, operation).at(-1);
  const missing = missingDraft(api, operation);
  const [empty, ...empties] = emptyDrafts(api, operation);
  const first = [example, full, missing, empty].filter((it) => it !== undefined);
  const opening = new Set(first);
  const rest = new Set([...others, ...shortDrafts(api, operation), ...empties]);
  return [[...opening], [...rest.difference(opening)]];
}

/** Who says nothing of media types gets one that is documented, too (RFC 9110, section 12.5.1). */
const takingAnything = (request: WireRequest) => withHeader(request, 'accept', '*/*');

/** What is read, and what is not there: many a server tells of the latter in another media type. */
function anywayTaken(api: ApiModel, operation: Operation): readonly Draft[] {
  const [plain] = isRead(operation) ? exampleDrafts(api, operation) : [];
  return [plain, missingDraft(api, operation)].filter((it) => it !== undefined);
}

function isRead({ method, responses }: Operation): boolean {
  return method === 'get' && responses.some(({ content }) => content.length > 0);
}

export const conformance: Property = {
  id: 'conformance',
  title: 'every answer has a documented status, media type, body and headers',
  unless: ({ operation }) =>
    operation.responses.length > 0 ? undefined : 'no response is documented',
  async check({ api, operation, runs, isRepeated, isRefused, falsify }) {
    const told = new Set<string>();
    // Each attempt ends with the first thing that it finds: one must not hide the next.
    const drafts = validDraft(api, operation).map((draft) => {
      made += 1;
      return draft;
    });
    const isFound = async (
      attempt: Partial<
        Pick<Attempt, 'drafts' | 'examples' | 'round' | 'rewrite' | 'isWellBehaved'>
      > &
        Pick<Attempt, 'runs'>,
    ) => {
      let first: string | undefined;
      const isBlamed = await falsify({
        drafts,
        ...attempt,
        judge(exchange, draft) {
          const fresh = wrongsIn(api, operation, exchange).filter(
            ({ clause, message }) => !told.has(`${clause} ${message}`),
          );
          const [found] = fresh;
          if (first === undefined && found) {
            first = `${found.clause} ${found.message}`;
            last = draft;
          }
          return fresh;
        },
      });
      // What was left open once may be proven by another answer.
      if (isBlamed && first !== undefined) told.add(first);
      return isBlamed && told.size < MOST;
    };
    let made = 0;
    // One answer may show several things.
    let last: Draft | undefined;
    const [opening, others] = inTurns(api, operation);
    const tryEach = async (those: readonly Draft[]) => {
      for (const draft of isRepeated ? [] : those) {
        while (told.size < MOST && (await isFound({ examples: [draft], runs: 0 }))) continue;
      }
    };
    await tryEach(opening);
    // Each alternative as often as any other.
    const unbiased = { drafts: fc.noBias(validDraft(api, operation)), runs: 1 };
    for (let knock = 0; knock < KNOCKS && isRefused() && told.size < MOST; knock += 1)
      await isFound({ ...unbiased, round: KNOCKING_ROUND + knock });
    await tryEach(others);
    if (told.size >= MOST) return;
    for (const draft of isRepeated ? [] : anywayTaken(api, operation))
      await isFound({ examples: [draft], runs: 0, rewrite: takingAnything, isWellBehaved: true });
    last = undefined;
    // What was made up in the rounds before counts as well.
    const next = (round: number) => ({
      examples: last ? [last] : [],
      runs: Math.max(runs - made, 1),
      round,
    });
    for (let round = 0; await isFound(next(round)); round += 1) continue;
  },
};
