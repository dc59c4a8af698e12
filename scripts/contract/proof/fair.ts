import type { ApiModel, Operation } from '../../model/api-model.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { isRoutable, type Draft } from '../generation/draft.ts';

/** Whether a draft has a path of its own still, and breaks no more than the one it comes from. */
export function toFair(
  api: ApiModel,
  operation: Operation,
  from: Draft,
): (draft: Draft) => boolean {
  const breachesOf = (draft: Draft) =>
    readDraft(api, operation, draft).map(({ part, constraint }) => `${part} ${constraint}`);
  const allowed = new Set(breachesOf(from));
  return (draft) => isRoutable(draft) && breachesOf(draft).every((it) => allowed.has(it));
}
