import { plainPlays } from './plain-plays.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bin,
  CALLS,
  descriptionOf,
  folderOf,
  INSTALLED,
  run,
  type Api,
  type Contender,
} from './place.ts';

export const OPENAPI_FETCH: Contender = {
  name: 'openapi-fetch',
  version: INSTALLED['openapi-fetch'],
  async generate(api) {
    const folder = folderOf('openapi-fetch', api);
    await run(bin('openapi-typescript'), descriptionOf(api), '-o', join(folder, 'types.ts'));
    return folder;
  },
  oneCall(api) {
    const [method, path] = placeOf(api);
    return `import createClient from 'openapi-fetch';
import type { paths } from 'CLIENT/types.ts';
export async function one(auth: string, input: object) {
  const client = createClient<paths>({ baseUrl: 'https://api.example', headers: { Authorization: auth } });
  const { data } = await client.${method.toUpperCase()}('${path}', input as never);
  return data;
}
`;
  },
  adapter: `import createClient from 'openapi-fetch';
export function make({ baseUrl, fetch }) {
  const client = createClient({ baseUrl, fetch, headers: { Authorization: 'Bearer bench-token' } });
  return {
    track: (body) => client.POST('/events/track', { body }),
    user: (userId) => client.GET('/users/{userId}', { params: { path: { userId } } }),
    admin: () => client.GET('/workspaces'),
  };
}
export const statusOf = ({ error, data, response }) => (error || data ? response.status : undefined);
`,
  plays: {
    ...plainPlays(
      () => [
        "import createClient from 'openapi-fetch';",
        "const client = createClient({ baseUrl: at.baseUrl, headers: { Authorization: 'Bearer bench-token' } });",
      ],
      ({ method, path, variables = '{}', query = '{}', body = 'undefined' }) =>
        `client.${method}('${path}', { params: { path: ${variables}, query: ${query} }, body: ${body} })`,
    ),
    told: `import createClient from 'openapi-fetch';
export async function play({ baseUrl }) {
  const told = [];
  const client = createClient({ baseUrl, headers: { Authorization: 'Bearer bench-token' } });
  client.use({ onRequest: ({ request }) => void told.push(JSON.stringify([...request.headers])) });
  await client.POST('/events/track', { body: { event: 'Opened', userId: 'u1' } });
  return told.join(' ');
}
`,
  },
};

/** Method and path of the call that is weighed. */
function placeOf(api: Api): readonly [method: string, path: string] {
  const { paths } = JSON.parse(readFileSync(descriptionOf(api), 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId?: string }>>>>;
  };
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, it] of Object.entries(item)) {
      if (it.operationId === CALLS[api]) return [method, path];
    }
  }
  throw new Error(`${api} has no ${CALLS[api]}`);
}
