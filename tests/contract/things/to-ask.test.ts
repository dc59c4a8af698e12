import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { exampleDrafts } from '../../../scripts/contract/generation/draft.ts';
import { toAsk } from '../../../scripts/contract/things/to-ask.ts';
import { fixtureProfiles } from '../../../scripts/contract/wire/profiles.ts';
import type { HeaderFields } from '../../../scripts/wire/exchange.ts';

test('what is asked outside of checks has the header fields that a user gave as well', async () => {
  const api = await loadDescription(nodeIo, 'tests/contract/things/openapi.yaml');
  const list = api.operations.find(({ id }) => id === 'listThings');
  const [draft] = list ? exampleDrafts(api, list) : [];
  if (!list || !draft) throw new Error('nothing lists things');
  let sent: HeaderFields = [];
  const ask = toAsk({
    api,
    targets: new Map(api.servers.map(({ url }) => [url, 'http://127.0.0.1:4010'])),
    profiles: fixtureProfiles(api, 0),
    headers: [['x-desk', 'north']],
    send(request) {
      sent = request.headers;
      return Promise.resolve({ request, failure: 'nobody is there' });
    },
  });
  await ask(list, draft);
  expect(sent).toContainEqual(['x-desk', 'north']);
});
