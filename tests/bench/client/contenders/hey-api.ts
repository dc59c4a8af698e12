import { inputOf, plainPlays } from './plain-plays.ts';
import { bin, CALLS, descriptionOf, folderOf, INSTALLED, run, type Contender } from './place.ts';

export const HEY_API: Contender = {
  name: 'hey-api',
  version: INSTALLED['@hey-api/openapi-ts'],
  async generate(api) {
    const folder = folderOf('hey-api', api);
    await run(
      bin('openapi-ts'),
      '-i',
      descriptionOf(api),
      '-o',
      folder,
      '-c',
      '@hey-api/client-fetch',
    );
    return folder;
  },
  oneCall: (api) => `import { client } from 'CLIENT/client.gen.ts';
import { ${CALLS[api]} } from 'CLIENT/sdk.gen.ts';
export async function one(auth: string, input: Parameters<typeof ${CALLS[api]}>[0]) {
  client.setConfig({ auth: () => auth });
  const { data } = await ${CALLS[api]}(input);
  return data;
}
`,
  adapter: `import { client } from 'CLIENT/client.gen.ts';
import { getUser, listWorkspaces, trackEvent } from 'CLIENT/sdk.gen.ts';
export function make({ baseUrl, fetch }) {
  client.setConfig({ baseUrl, fetch, auth: () => 'bench-token' });
  return {
    track: (body) => trackEvent({ body }),
    user: (userId) => getUser({ path: { userId } }),
    admin: () => listWorkspaces(),
  };
}
export const statusOf = (result) => {
  if (result.error instanceof Error) throw result.error;
  return result.error || result.data ? result.response?.status : undefined;
};
`,
  plays: {
    ...plainPlays(
      (operations) => [
        `import { client } from 'CLIENT/client.gen.ts';
import { ${operations.join(', ')} } from 'CLIENT/sdk.gen.ts';`,
        "client.setConfig({ baseUrl: at.baseUrl, auth: () => 'bench-token' });",
      ],
      (one) => `${one.operation}(${inputOf(one)})`,
    ),
    told: `import { client } from 'CLIENT/client.gen.ts';
import { trackEvent } from 'CLIENT/sdk.gen.ts';
export async function play({ baseUrl }) {
  const told = [];
  client.setConfig({ baseUrl, auth: () => 'bench-token' });
  client.interceptors.request.use((request) => {
    told.push(JSON.stringify([...request.headers]));
    return request;
  });
  await trackEvent({ body: { event: 'Opened', userId: 'u1' } });
  return told.join(' ');
}
`,
  },
};
