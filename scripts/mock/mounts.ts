import type { ApiModel } from '../model/api-model.ts';
import type { Server } from '../model/server.ts';
import { UserError } from '../base/user-error.ts';
import { encodeComponent } from '../base/encode-component.ts';
import { bindPath } from '../model/bind-segment.ts';

/** Where the mock serves one server of a description. */
export interface Mount {
  readonly api: string;
  /** URL of the server as documented. */
  readonly server: string;
  /** Path in the mock that stands for the server's URL, without a trailing slash. */
  readonly basePath: string;
  /** The same with other values of the server's variables. */
  readonly alsoAt: readonly string[];
  /** Where a variable takes any value: `/pets/{tenant}/v1`. */
  readonly alsoBelow: readonly string[];
}

/**
 * Each server of each API under `/<api><base path>`. Servers that differ only by their host get it in
 * between, `/<api>/<host><base path>`, and those that still agree a number instead. Two that are written otherwise
 * and mean the same have one path.
 */
export function toMounts(apis: readonly ApiModel[]): readonly Mount[] {
  const taken = new Set<string>();
  const names = new Set<string>();
  return apis.flatMap((api) => {
    const { name, servers, source } = api;
    if (names.has(name)) {
      throw new UserError('repeated-api', `Two descriptions are called "${name}"`, {
        hint: `Rename one: the mock serves each under its name. The second is ${source}.`,
      });
    }
    names.add(name);
    const root = rootOf(name);
    const mounts = new Map<string, Mount>();
    const all = servers.map((server, index) => {
      const { url, basePath } = server;
      const meaning = meaningOf(api, server);
      const same = mounts.get(meaning);
      if (same) return { ...same, server: url, alsoAt: [], alsoBelow: [] };
      const host = hostOf(url);
      const numbered = `${root}/${index + 1}`;
      const roots = [root, ...(host === undefined ? [] : [`${root}/${host}`]), numbered];
      const isFree = (it: string) => !taken.has(it) && !holdsAnother(it, taken);
      const own = roots.find((it) => isFree(`${it}${basePath}`));
      const free = own === undefined ? numbered : `${own}${basePath}`;
      taken.add(free);
      const at = placesOf(server, own ?? free, taken);
      const mount = { api: name, server: url, basePath: free, ...at };
      mounts.set(meaning, mount);
      return mount;
    });
    const fixed = all.flatMap(({ basePath, alsoAt }) => [basePath, ...alsoAt]);
    return all.map((mount, index) => {
      // Below another's path any value would be taken for one of its own paths.
      const apart = (template: string) =>
        fixed.some((it) => template.startsWith(`${it}/`))
          ? `${root}/${index + 1}${template.slice(root.length)}`
          : template;
      return { ...mount, alsoBelow: mount.alsoBelow.map(apart) };
    });
  });
}

/** What else a server's variables lead to, besides what others have taken. */
function placesOf(
  { alsoAt, alsoBelow }: Server,
  root: string,
  taken: Set<string>,
): Pick<Mount, 'alsoAt' | 'alsoBelow'> {
  const at = alsoAt.map((path) => `${root}${path}`).filter((path) => !taken.has(path));
  for (const path of at) taken.add(path);
  return { alsoAt: at, alsoBelow: alsoBelow.map((path) => `${root}${path}`) };
}

/** Servers of one host and path at which the same is found. */
function meaningOf({ operations }: ApiModel, { url, basePath }: Server): string {
  const found = operations.filter(({ servers }) => servers.some((it) => it.url === url));
  return [hostOf(url)?.toLowerCase(), basePath, ...found.map(({ pointer }) => pointer)].join('\n');
}

function hostOf(url: string): string | undefined {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]+)/i.exec(url)?.[1];
}

/** An API's name as it stands in a path. */
function rootOf(name: string): string {
  return new URL(`http://host/${name.replaceAll(/[%?#]/g, encodeComponent)}`).pathname;
}

/** Below such a mount the other's paths would look like its own. */
function holdsAnother(candidate: string, taken: ReadonlySet<string>): boolean {
  return [...taken].some((it) => it.startsWith(`${candidate}/`));
}

/** Where a path leads in the mock. */
export interface FoundMount {
  readonly api: string;
  /** URL of the documented server; undefined beside every mount of the API. */
  readonly server: string | undefined;
  /** The path below the mount; undefined beside every mount of the API. */
  readonly rest: string | undefined;
}

/** The mount that a path lies below and what is left of the path; the longest mount wins. */
export function findMount(mounts: readonly Mount[], path: string): FoundMount | undefined {
  let [longest, length]: [Mount | undefined, number] = [undefined, 0];
  const see = (mount: Mount, found: number): void => {
    if (found > length) [longest, length] = [mount, found];
  };
  for (const mount of mounts) {
    for (const at of [mount.basePath, ...mount.alsoAt])
      if (isBelow(path, at)) see(mount, at.length);
  }
  // What is written is preferred to what a variable takes.
  for (const mount of mounts) {
    for (const template of mount.alsoBelow) see(mount, lengthBelow(path, template));
  }
  if (longest) {
    const { api, server } = longest;
    return { api, server, rest: path.slice(length) };
  }
  // Beside every mount of an API its own envelope still says so.
  const owner = mounts.find(({ api }) => {
    const root = rootOf(api);
    return path === root || path.startsWith(`${root}/`);
  });
  return owner && { api: owner.api, server: undefined, rest: undefined };
}

/** How much of a path a template takes whose variables stand for anything within a segment. */
function lengthBelow(path: string, template: string): number {
  const start = path.split('/').slice(0, template.split('/').length).join('/');
  return bindPath(template, start) ? start.length : 0;
}

function isBelow(path: string, basePath: string): boolean {
  return path.startsWith(basePath) && (path[basePath.length] ?? '/') === '/';
}
