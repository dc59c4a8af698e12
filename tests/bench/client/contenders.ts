import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT: string = resolve(import.meta.dirname, '../../..');
const PLACE = join(ROOT, '.kiln/bench-client');

/** What is installed for the comparison alone; Redocly's generator is there anyway. */
const INSTALLED = {
  '@hey-api/openapi-ts': '0.99.0',
  orval: '8.38.0',
  'openapi-typescript': '7.13.0',
  'openapi-fetch': '0.17.0',
};

/** The call whose bundle is weighed, by description. */
export const CALLS = {
  clayva: 'trackEvent',
  claravine: 'listDatasets',
  'clay-base': 'listBases',
  'clay-com': 'listWorkspaces',
  'commanders-act-v2': 'trackEvent',
} as const;
export type Api = keyof typeof CALLS;

/** A maker of clients. */
export interface Contender {
  readonly name: string;
  readonly version: string;
  /** Makes the client of a description, and tells the folder in which it is. */
  readonly generate: (api: Api) => Promise<string>;
  /** A module that makes one call and knows types. */
  readonly oneCall: (api: Api) => string;
  /**
   * A module for `clayva` with `make({ baseUrl, fetch, timeout, quotas })`, which gives `track(body)`, `user(id)` and
   * `admin()`, the status of an answer, and whether a refusal came as a value. Retries are on where there are any.
   */
  readonly adapter: string;
}

const descriptionOf = (api: Api) => join(ROOT, 'generated', api, 'openapi.json');
const folderOf = (name: string, api: Api) => join(PLACE, 'out', name, api);

async function run(command: string, ...argv: string[]): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', DO_NOT_TRACK: '1' };
  await promisify(execFile)(command, argv, { cwd: PLACE, env, maxBuffer: 2 ** 26 });
}

const bin = (name: string) => join(PLACE, 'node_modules/.bin', name);

/** Installs what is compared, where it is not there yet. */
export async function installContenders(): Promise<void> {
  mkdirSync(PLACE, { recursive: true });
  writeFileSync(join(PLACE, 'package.json'), '{ "private": true, "type": "module" }\n');
  const missing = Object.entries(INSTALLED).filter(([name, version]) => {
    const manifest = join(PLACE, 'node_modules', name, 'package.json');
    return !existsSync(manifest) || versionIn(manifest) !== version;
  });
  if (missing.length === 0) return;
  const wanted = Object.entries(INSTALLED).map((it) => it.join('@'));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  await run('npm', 'install', ...flags, ...wanted);
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}

const REDOCLY = join(ROOT, 'node_modules/@redocly/cli');

/** All that is compared; ours is the first. */
export const CONTENDERS: readonly Contender[] = [
  {
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
  },
  {
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
  },
  {
    name: 'orval',
    version: INSTALLED.orval,
    async generate(api) {
      const folder = folderOf('orval', api);
      const output = join(folder, 'client.ts');
      await run(
        bin('orval'),
        '--input',
        descriptionOf(api),
        '--output',
        output,
        '--client',
        'fetch',
      );
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
  },
  {
    name: 'Redocly',
    version: versionIn(join(REDOCLY, 'package.json')),
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
  },
  {
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
  },
];

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
