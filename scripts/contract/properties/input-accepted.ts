import * as fc from 'fast-check';
import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { isLeftOpen } from '../../refusal/documented-refusal.ts';
import { isDocumentedDraft } from '../generation/documented-draft.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { edgeDrafts, edgesOfDraft, type EdgeDraft } from '../generation/edge-draft.ts';
import type { Bench, Verdict } from '../bench.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { BY_DATA, judgeAccepted, unsaid } from '../judges/accepted.ts';
import { objectionsIn } from '../judges/verdict.ts';
import type { Property } from '../property.ts';

export const inputAccepted: Property = {
  id: 'input.accepted',
  title: 'a request that keeps every constraint is not refused as invalid',
  unless: () => undefined,
  async check({ api, operation, target, runs, isRepeated, falsify, tellReach, tookInstead }) {
    const judge = (it: Exchange, draft: Draft): Verdict => {
      // What is not documented at all conformance tells.
      if (isUndocumented(operation, it)) return undefined;
      // What stands for whatever else there is, such as "no such thing", promises nothing of an example.
      const documented = responseFor(operation, it.response?.status ?? 0)?.status;
      const isCaught = documented?.toLowerCase() === 'default';
      const isPromised = !isCaught && isDocumentedDraft(api, operation, draft);
      const verdict = judgeAccepted(api, target, operation, it, isPromised);
      const { status = 0 } = it.response ?? {};
      const isByData = verdict === undefined && BY_DATA.includes(status);
      return isByData ? { undetermined: unsaid(status) } : verdict;
    };
    const tryEdges = async ({ draft, edges, alone }: EdgeDraft) => {
      // What is asked twice may be answered otherwise the second time.
      if (edges === 1) {
        await falsify({ ...changed(draft), judge });
        return;
      }
      if (!(await isRefused(draft, falsify, judge))) return;
      // One edge alone says more than many: each is tried until one is refused.
      let isFound = false;
      for (const edge of alone()) {
        if (isFound) return;
        await falsify({
          ...changed(edge),
          judge(it, given) {
            const verdict = judge(it, given);
            isFound ||= objectionsIn(verdict).length > 0;
            return verdict;
          },
        });
      }
      if (!isFound) await falsify({ ...changed(draft), judge });
    };
    const drafts = validDraft(api, operation);
    if (!isRepeated) {
      await falsify({ drafts, examples: exampleDrafts(api, operation), runs: 0, judge });
      for (const edge of edgeDrafts(api, operation)) await tryEdges(edge);
      tellReach(edgeDrafts(api, operation).reach());
      const instead = tookInstead();
      for (const edge of instead ? edgesOfDraft(api, operation, instead) : []) await tryEdges(edge);
    }
    const hasInput = operation.parameters.length > 0 || operation.body !== undefined;
    // What says nothing can be said once.
    if (hasInput) await falsify({ drafts, runs, judge });
  },
};

const changed = (draft: Draft) =>
  ({ drafts: fc.constant(draft), runs: 1, isChanged: true }) as const;

/** Whether a request with many edges is refused: it is not blamed for that, as long as one of them may be. */
async function isRefused(
  draft: Draft,
  falsify: Bench['falsify'],
  judge: (exchange: Exchange, draft: Draft) => Verdict,
): Promise<boolean> {
  let isOne = false;
  await falsify({
    ...changed(draft),
    judge(it, given) {
      const verdict = judge(it, given);
      isOne = objectionsIn(verdict).length > 0;
      return isOne ? undefined : verdict;
    },
  });
  return isOne;
}

function isUndocumented(operation: Operation, { response }: Exchange): boolean {
  if (!response || isLeftOpen(operation, response.status)) return false;
  return responseFor(operation, response.status) === undefined;
}
