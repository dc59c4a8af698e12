import type { ApiModel } from '../model/api-model.ts';
import { UserError } from '../base/user-error.ts';

/** Where the mock serves one server of a description. */
export interface Mount {
  readonly api: string;
  /** URL of the server as documented. */
  readonly server: string;
  /** Path in the mock that stands for the server's URL, without a trailing slash. */
  readonly basePath: string;
}

/**
 * Each server of each API under `/<api><base path>`. Servers that differ only by their host get it in
 * between, `/<api>/<host><base path>`, and those that still agree a number instead.
 */
export function toMounts(apis: readonly ApiModel[]): readonly Mount[] {
  const taken = new Set<string>();
  const names = new Set<string>();
  return apis.flatMap(({ name, servers, source }) => {
    if (names.has(name)) {
      throw new UserError('repeated-api', `Two descriptions are called "${name}"`, {
        hint: `Rename one: the mock serves each under its name. The second is ${source}.`,
      });
    }
    names.add(name);
    return servers.map(({ url, basePath }, index) => {
      const host = /^[a-z][a-z0-9+.-]*:\/\/([^/]+)/i.exec(url)?.[1];
      const candidates = [
        `/${name}${basePath}`,
        ...(host === undefined ? [] : [`/${name}/${host}${basePath}`]),
        `/${name}/${index + 1}${basePath}`,
      ];
      const free =
        candidates.find((it) => !taken.has(it) && !holdsAnother(it, taken)) ??
        `/${name}/${index + 1}`;
      taken.add(free);
      return { api: name, server: url, basePath: free };
    });
  });
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
  let longest: Mount | undefined;
  for (const mount of mounts) {
    const { length } = mount.basePath;
    if (length > (longest?.basePath.length ?? 0) && isBelow(path, mount.basePath)) longest = mount;
  }
  if (longest) {
    const { api, server, basePath } = longest;
    return { api, server, rest: path.slice(basePath.length) };
  }
  // Beside every mount of an API its own envelope still says so.
  const owner = mounts.find(({ api }) => path === `/${api}` || path.startsWith(`/${api}/`));
  return owner && { api: owner.api, server: undefined, rest: undefined };
}

function isBelow(path: string, basePath: string): boolean {
  return path.startsWith(basePath) && (path[basePath.length] ?? '/') === '/';
}
