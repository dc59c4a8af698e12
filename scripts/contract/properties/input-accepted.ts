import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { isLeftOpen } from '../../refusal/documented-refusal.ts';
import { isDocumentedDraft } from '../generation/documented-draft.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { edgeDrafts } from '../generation/edge-draft.ts';
import type { Verdict } from '../bench.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { BY_DATA, judgeAccepted, unsaid } from '../judges/accepted.ts';
import { objectionsIn } from '../judges/verdict.ts';
import type { Property } from '../property.ts';

export const inputAccepted: Property = {
  id: 'input.accepted',
  title: 'a request that keeps every constraint is not refused as invalid',
  unless: () => undefined,
  async check({ api, operation, target, runs, isRepeated, falsify, exchange, complain }) {
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
    const isAccepted = async (draft: Draft): Promise<boolean> => {
      const answered = await exchange(draft, {});
      const verdict = judge(answered, draft);
      complain(verdict, answered, (again) => judge(again, draft));
      return objectionsIn(verdict).length === 0;
    };
    const examples = exampleDrafts(api, operation);
    const hasInput = operation.parameters.length > 0 || operation.body !== undefined;
    // What says nothing can be said once.
    const others = hasInput ? runs : 0;
    const shown = isRepeated ? [] : examples;
    await falsify({ drafts: validDraft(api, operation), examples: shown, runs: others, judge });
    if (isRepeated) return;
    for (const { draft, alone } of edgeDrafts(api, operation)) {
      const together = await exchange(draft, {});
      const verdict = judge(together, draft);
      if (objectionsIn(verdict).length === 0) {
        complain(verdict, together);
        continue;
      }
      // One edge alone says more than many: each is tried until one is refused.
      let isFound = false;
      for (const edge of alone) isFound ||= !(await isAccepted(edge));
      if (!isFound) complain(verdict, together, (again) => judge(again, draft));
    }
  },
};

function isUndocumented(operation: Operation, { response }: Exchange): boolean {
  if (!response || isLeftOpen(operation, response.status)) return false;
  return responseFor(operation, response.status) === undefined;
}
