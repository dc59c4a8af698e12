import { expect, test } from 'vitest';
import { isDocumentedSuccess } from '../../scripts/model/documented-response.ts';
import type { DocumentedResponse } from '../../scripts/model/api-model.ts';

const documenting = (...statuses: string[]) => ({
  responses: statuses.map((status): DocumentedResponse => {
    return { status, pointer: '#', headers: [], content: [] } as unknown as DocumentedResponse;
  }),
});

test.for<[what: string, documented: string[], status: number | undefined, is: boolean]>([
  ['what is documented', ['200'], 200, true],
  ['another success than the documented one', ['200'], 204, false],
  ['a documented refusal beside a success', ['200', '404'], 404, false],
  ['any success where nothing is documented', [], 204, true],
  ['a refusal where nothing is documented', [], 404, false],
  ['a success where only refusals are documented', ['404'], 200, true],
  ['no answer', ['200'], undefined, false],
])('%s', ([, documented, status, is]) => {
  expect(isDocumentedSuccess(documenting(...documented), status)).toBe(is);
});
