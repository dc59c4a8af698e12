import { expect, test } from 'vitest';
import { tryProperty } from '../try-property.ts';

const ETAG = '"33a64df5"';
const responses = {
  '200': {
    description: 'fine',
    headers: { ETag: { schema: { type: 'string', examples: [ETAG] } } },
    content: { 'text/plain': {} },
  },
};

test.for([
  ['who answers with the example of a header is not asked what it means', ETAG, 'skipped'],
  ['who has a tag of its own is', '"own"', 'violated'],
] as const)('%s', async ([, tag, want]) => {
  const { outcome } = await tryProperty('http.conditional', { responses }, () => ({
    status: 200,
    headers: [
      ['content-type', 'text/plain'],
      ['etag', tag],
    ],
    body: 'fine',
  }));
  expect(outcome).toBe(want);
});
