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
};
