import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT: string = resolve(import.meta.dirname, '../../../..');
export const PLACE = join(ROOT, '.kiln/bench-client');

/** What is installed for the comparison alone; Redocly's generator is there anyway. */
export const INSTALLED = {
  '@hey-api/openapi-ts': '0.99.0',
  orval: '8.38.0',
  'openapi-typescript': '7.13.0',
  'openapi-fetch': '0.17.0',
  openai: '7.59.0',
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

/**
 * What a client is asked to do beyond one call: a module with `play(at)`, in its own way where it has one, and else by
 * the plain call that its users would make. Undefined where there is nothing to call.
 */
type Plays = Readonly<Partial<Record<PlayName, string>>>;
export type PlayName =
  | 'pages'
  | 'batches'
  | 'bytes'
  | 'work'
  | 'session'
  | 'cookies'
  | 'veto'
  | 'dryRun'
  | 'told';

/** A maker of clients. */
export interface Contender {
  readonly name: string;
  readonly version: string;
  /** Set where its maker makes no client of other people's descriptions here: its calls are of an API of its own. */
  readonly ofItsOwn?: string;
  /** Makes the client of a description, and tells the folder in which it is. */
  readonly generate: (api: Api) => Promise<string>;
  /** A module that makes one call and knows types. */
  readonly oneCall: (api: Api) => string;
  /**
   * A module for `clayva` with `make({ baseUrl, fetch, timeout, quotas })`, which gives `track(body)`, `user(id)` and
   * `admin()`, the status of an answer, and whether a refusal came as a value. Retries are on where there are any.
   */
  readonly adapter: string;
  /** What it does beyond one call. */
  readonly plays: Plays;
}

export const descriptionOf = (api: Api) => join(ROOT, 'generated', api, 'openapi.json');
export const folderOf = (name: string, api: Api) => join(PLACE, 'out', name, api);

export async function run(command: string, ...argv: string[]): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', DO_NOT_TRACK: '1' };
  await promisify(execFile)(command, argv, { cwd: PLACE, env, maxBuffer: 2 ** 26 });
}

export const bin = (name: string) => join(PLACE, 'node_modules/.bin', name);

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

export function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
