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

const LINK = '<https://things.test/things?page=2>; rel="next"';
const listed = {
  '200': {
    description: 'fine',
    headers: { Link: { schema: { type: 'string' }, example: LINK } },
    content: { 'application/json': { schema: { type: 'array', items: { type: 'integer' } } } },
  },
};

test.for([
  ['nor is who links to the example of a page', LINK, 'skipped'],
  ['who links to a page of its own is followed', LINK.replace('=2', '=3'), 'violated'],
] as const)('%s', async ([, link, want]) => {
  const { outcome } = await tryProperty('paging.link', { responses: listed }, ({ url }) =>
    url.includes('page=')
      ? { status: 404, headers: [], body: '' }
      : {
          status: 200,
          headers: [
            ['content-type', 'application/json'],
            ['link', link],
          ],
          body: '[1]',
        },
  );
  expect(outcome).toBe(want);
});
