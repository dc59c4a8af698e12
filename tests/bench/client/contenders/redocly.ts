import { inputOf, plainPlays } from './plain-plays.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CALLS, descriptionOf, folderOf, ROOT, run, versionIn, type Contender } from './place.ts';

const CLI = join(ROOT, 'node_modules/@redocly/cli');

export const REDOCLY: Contender = {
  name: 'Redocly',
  version: versionIn(join(CLI, 'package.json')),
  async generate(api) {
    const folder = folderOf('redocly', api);
    const output = join(folder, 'client.ts');
    mkdirSync(folder, { recursive: true });
    const cli = join(ROOT, 'node_modules/.bin/redocly');
    await run(cli, 'generate-client', descriptionOf(api), '-o', output, '--import-ext', 'ts');
    return folder;
  },
  oneCall: (api) => `import { client, ${CALLS[api]} } from 'CLIENT/client.ts';
export async function one(auth: string, ...input: Parameters<typeof ${CALLS[api]}>) {
  client.auth.bearer(auth);
  return await ${CALLS[api]}(...input);
}
`,
  adapter: `import { createClient, OPERATIONS } from 'CLIENT/client.ts';
export function make({ baseUrl, fetch, timeout }) {
  const auth = { bearer: 'bench-token' };
  const client = createClient(OPERATIONS, { serverUrl: baseUrl, fetch, timeout, auth, retry: { retries: 2 } });
  return {
    track: (body) => client.trackEvent({ body }),
    user: (userId) => client.getUser({ path: { userId } }),
    admin: () => client.listWorkspaces({}),
  };
}
export const statusOf = (result) => (result === undefined ? undefined : 200);
`,
  plays: {
    ...plainPlays(
      () => [
        "import { createClient, OPERATIONS } from 'CLIENT/client.ts';",
        "const client = createClient(OPERATIONS, { serverUrl: at.baseUrl, auth: { bearer: 'bench-token' } });",
      ],
      (one) => `client.${one.operation}(${inputOf(one)})`,
    ),
    // Where it made members for pages they are used.
    pages: `import { createClient, OPERATIONS } from 'CLIENT/client.ts';
export async function play({ baseUrl }) {
  const client = createClient(OPERATIONS, { serverUrl: baseUrl, auth: { bearer: 'bench-token' } });
  const input = { path: { baseId: 1 }, body: { table: 'a', config: { limit: 2 } } };
  let count = 0;
  if (!client.findRecords.items) return (await client.findRecords(input)).result.length;
  for await (const _ of client.findRecords.items(input)) count += 1;
  return count;
}
`,
    told: `import { createClient, OPERATIONS } from 'CLIENT/client.ts';
export async function play({ baseUrl }) {
  const told = [];
  const onRequest = (context) => void told.push(JSON.stringify([...new Headers(context.headers ?? context.init?.headers)]));
  const client = createClient(OPERATIONS, { serverUrl: baseUrl, auth: { bearer: 'bench-token' }, onRequest });
  await client.trackEvent({ body: { event: 'Opened', userId: 'u1' } });
  return told.join(' ');
}
`,
  },
};
