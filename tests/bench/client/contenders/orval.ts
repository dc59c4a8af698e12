import { plainPlays } from './plain-plays.ts';
import { join } from 'node:path';
import { bin, CALLS, descriptionOf, folderOf, INSTALLED, run, type Contender } from './place.ts';

export const ORVAL: Contender = {
  name: 'orval',
  version: INSTALLED.orval,
  async generate(api) {
    const folder = folderOf('orval', api);
    const output = join(folder, 'client.ts');
    await run(bin('orval'), '--input', descriptionOf(api), '--output', output, '--client', 'fetch');
    return folder;
  },
  oneCall: (api) => `import { ${CALLS[api]} } from 'CLIENT/client.ts';
export async function one(...input: Parameters<typeof ${CALLS[api]}>) {
  const result = await ${CALLS[api]}(...input);
  return result.status === 200 ? result.data : undefined;
}
`,
  // It writes paths alone, and calls what is global.
  adapter: `import { getUser, listWorkspaces, trackEvent } from 'CLIENT/client.ts';
const platforms = globalThis.fetch;
export function make({ baseUrl, fetch = platforms }) {
  const init = { headers: { Authorization: 'Bearer bench-token' } };
  const within = async (call) => {
    globalThis.fetch = (path, given) => fetch(new Request(baseUrl + path, given));
    try { return await call(); } finally { globalThis.fetch = platforms; }
  };
  return {
    track: (body) => within(() => trackEvent(body, init)),
    user: (userId) => within(() => getUser(userId, init)),
    admin: () => within(() => listWorkspaces(undefined, init)),
  };
}
export const statusOf = (result) => result.status;
`,
  plays: {
    ...plainPlays(
      (operations) => [
        `import { ${operations.join(', ')} } from 'CLIENT/client.ts';`,
        `const platforms = globalThis.fetch;
  const init = { headers: { Authorization: 'Bearer bench-token' } };
  const within = async (call) => {
    globalThis.fetch = (path, given) => platforms(at.baseUrl + path, given);
    try { return await call(); } finally { globalThis.fetch = platforms; }
  };`,
      ],
      ({ operation, variables, query, body }) => {
        const first = variables === undefined ? [] : [`...Object.values(${variables})`];
        const given = [...first, body, query].filter((it) => it !== undefined);
        return `within(() => ${operation}(${[...given, 'init'].join(', ')}))`;
      },
    ),
  },
};
