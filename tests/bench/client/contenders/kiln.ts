import { join } from 'node:path';
import { CALLS, ROOT, versionIn, type Contender } from './place.ts';

export const KILN: Contender = {
  name: 'Kiln',
  version: versionIn(join(ROOT, 'package.json')),
  generate: (api) => Promise.resolve(join(ROOT, 'generated', api)),
  oneCall: (api) => `import { connect, ${CALLS[api]} } from 'CLIENT/calls.js';
type Input = Parameters<typeof ${CALLS[api]}>[1];
export async function one(options: Parameters<typeof connect>[0], input: Input) {
  const result = await ${CALLS[api]}(connect(options), input as never);
  return result.status === 200 ? result.body : undefined;
}
`,
  adapter: `import { connect, getUser, listWorkspaces, pacing, trackEvent } from 'CLIENT/calls.js';
export function make({ baseUrl, fetch, timeout, quotas }) {
  const at = { baseUrl, fetch, timeout, auth: { bearerAuth: 'bench-token' } };
  const connection = quotas ? connect({ ...at, plan: 'free', deadline: 500 }, pacing) : connect(at);
  return {
    track: (body) => trackEvent(connection, { body }),
    user: (userId) => getUser(connection, { path: { userId } }),
    admin: () => listWorkspaces(connection),
  };
}
export const statusOf = (result) => result.status;
`,
  plays: {
    pages: `import { createClayBaseClient } from 'CLIENT/client.js';
export async function play({ baseUrl }) {
  const client = createClayBaseClient({ baseUrl, auth: { baseKey: 'bench-token' } });
  let count = 0;
  const input = { path: { baseId: 1 }, body: { table: 'a', config: { limit: 2 } } };
  for await (const _ of client.findRecords.items(input)) count += 1;
  return count;
}
`,
    batches: `import { createClayvaClient } from 'CLIENT/client.js';
export async function play({ baseUrl, many }) {
  const client = createClayvaClient({ baseUrl, auth: { bearerAuth: 'bench-token' } });
  await client.trackEventBatch.inBatches(many);
}
`,
    bytes: `import { createCommandersActV2Client } from 'CLIENT/client.js';
export async function play({ baseUrl, long }) {
  const client = createCommandersActV2Client({ baseUrl, auth: { sourceKey: 'bench-token' } });
  await client.trackEvent({ query: { tc_s: '29' }, body: { event_name: 'search', search_term: long } });
}
`,
    work: `import { createClaravineClient } from 'CLIENT/client.js';
export async function play({ baseUrl }) {
  const client = createClaravineClient({ baseUrl, auth: { apiKey: 'a', apiSecret: 'b' } });
  const body = { transactionName: 'a', fields: ['A'], rows: [['1']] };
  await client.createTransaction.submitAndWait({ path: { datasetUuid: 'd1' }, body }, { interval: 10 });
}
`,
    session: `import { createClayComClient } from 'CLIENT/client.js';
export async function play({ baseUrl }) {
  const login = { body: { email: 'ada@example.com', password: 'example-password', source: null } };
  const client = createClayComClient({ baseUrl, login });
  await client.listWorkspaces();
  await client.listWorkspaces();
}
`,
    cookies: `import { createClayComClient } from 'CLIENT/client.js';
export async function play({ baseUrl }) {
  const client = createClayComClient({ baseUrl });
  await client.login({ body: { email: 'ada@example.com', password: 'example-password', source: null } });
  await client.listWorkspaces();
}
`,
    veto: `import { receiveClayBaseWebhook } from 'CLIENT/client.js';
export async function play() {
  const receive = receiveClayBaseWebhook('recordInsert', () => ({ veto: 'not today' }));
  const headers = { 'Content-Type': 'application/json' };
  const response = await receive(new Request('http://hooks.test', { method: 'POST', headers, body: '{}' }));
  return response.status;
}
`,
    dryRun: `import { createClayvaClient } from 'CLIENT/client.js';
export async function play({ baseUrl }) {
  const client = createClayvaClient({ baseUrl, auth: { bearerAuth: 'bench-token' } });
  return (await client.trackEvent.dryRun({ body: { event: 'Opened', userId: 'u1' } })).curl;
}
`,
    told: `import { createClayvaClient } from 'CLIENT/client.js';
export async function play({ baseUrl }) {
  const told = [];
  const hear = (it) => void told.push(typeof it === 'string' ? it : JSON.stringify(it));
  const hooks = { onRequest: hear, onResponse: hear, onRetry: hear, log: hear };
  const client = createClayvaClient({ baseUrl, auth: { bearerAuth: 'bench-token' }, ...hooks });
  await client.trackEvent({ body: { event: 'Opened', userId: 'u1' } });
  return told.join(' ');
}
`,
  },
};
