import { firstCall } from '../../scripts/generate/example-call.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';

/** Rows for a dataset of claravine, as its description shows them. */
export function submissionOf(api: ApiModel): object {
  const operations = api.operations.filter(({ id }) => id === 'createTransaction');
  const call = firstCall({ ...api, operations });
  if (!call) throw new Error(`${api.name} has no createTransaction`);
  return call.input;
}
