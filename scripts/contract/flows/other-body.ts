import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isEqual } from '../../base/json.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { validDraft, type Draft } from '../generation/draft.ts';

/** Generated requests among which one with another body is looked for. */
const OTHERS = 20;

/** The same request with another valid body; undefined where none is found. */
export function withOtherBody(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): Draft | undefined {
  const { body } = draft;
  if (!body) return undefined;
  return fc
    .sample(validDraft(api, operation), { seed: 1, numRuns: OTHERS })
    .filter((it) => it.body?.mediaType === body.mediaType && !isEqual(it.body.value, body.value))
    .map((it): Draft => ({ ...draft, body: it.body }))
    .find((it) => readDraft(api, operation, it).length === 0);
}
