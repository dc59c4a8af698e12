import { expect, test } from 'vitest';
import { twinPaths } from '../../../scripts/docs/twins/twin-paths.ts';
import { loadOrchard } from '../orchard.ts';

const api = await loadOrchard();
const [first] = api.operations;
if (!first) throw new Error('the orchard has operations');

test.each([
  [
    ['getUser', 'getuser'],
    ['getUser', 'getuser-2'],
  ],
  [
    ['GET /trees/{id}', 'a b', '../..', 'é'],
    ['GET-trees-id', 'a-b', 'operation', 'operation-2'],
  ],
])('%j have the files %j', (ids, want) => {
  const operations = ids.map((id) => ({ ...first, id }));
  const paths = [...twinPaths({ ...api, operations, webhooks: [] }).values()];
  expect(paths).toEqual(want.map((name) => `operations/${name}`));
});
