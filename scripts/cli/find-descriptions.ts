import { apiNameOf } from '../load/api-name.ts';
import { isAddress } from '../load/sources.ts';
import { isLocal } from './contract/is-local.ts';
import type { Io } from './io.ts';

/** Folders that hold what others made, or what was made from something else. */
const SKIPPED =
  /^(?:\..*|node_modules|bower_components|vendor|dist|build|out|coverage|target|tmp)$/;
const DEEPEST = 6;
/** Files and folders that are looked at: a project has more than that only where it holds data. */
const MOST = 20_000;

/** Paths of the OpenAPI descriptions in the working folder, in order. */
export async function findDescriptions(io: Io, leftOut: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let seen = 0;
  const look = async (folder: string, depth: number): Promise<void> => {
    for (const name of (await io.list(folder === '' ? '.' : folder)).toSorted()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      seen += 1;
      if (seen > MOST || SKIPPED.test(name) || leftOut.includes(path)) continue;
      if (/\.(?:ya?ml|json)$/i.test(name)) {
        if (isDescription(await io.readText(path).catch(() => ''))) found.push(path);
      } else if (depth < DEEPEST && !/\.\w{1,5}$/.test(name)) await look(path, depth + 1);
    }
  };
  await look('', 0);
  return found;
}

/** Whether a text begins an OpenAPI description, and is no part of one. */
function isDescription(text: string): boolean {
  return (
    /^["']?(?:openapi["']?\s*:\s*["']?3\.|swagger["']?\s*:\s*["']?2\.0)/m.test(text) ||
    /^\s*\{[^{}]{0,500}"(?:openapi"\s*:\s*"3\.|swagger"\s*:\s*"2\.0)/.test(text)
  );
}

/** Names that say where a description stands, and not of which API it is. */
const PLACES =
  /^(?:apis?|app|assets|backend|config|contracts?|definitions?|docs?|documentation|openapi|public|resources|schemas?|server|specs?|static|swagger|v\d+)$/i;

/**
 * A name for each path: its own or, where that says nothing, its title's, with those of the folders above it where two
 * would be called the same.
 */
export function nameDescriptions(
  paths: readonly string[],
  titles: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths) {
    const folders = path.split('/').slice(0, -1);
    const own =
      PLACES.test(apiNameOf(path)) || isHere(path)
        ? (nameOfTitle(titles.get(path)) ?? apiNameOf(path))
        : apiNameOf(path);
    const longer = folders.map((_, index) => apiNameOf(`${folders.slice(index).join('-')}.yaml`));
    const above = longer.toReversed();
    const wanted = [own, ...above.filter((it) => !PLACES.test(it)), ...above];
    const numbered = paths.map((_, index) => `${own}-${index + 2}`);
    const name = [...wanted, ...numbered].find((it) => !taken.has(it.toLowerCase())) ?? own;
    taken.add(name.toLowerCase());
    names.set(path, name);
  }
  return names;
}

/** An address on this machine, which says as little as a folder. */
function isHere(path: string): boolean {
  return isAddress(path) && isLocal(path);
}

/** `Invoices API` is called `invoices`; undefined where a title says nothing either. */
function nameOfTitle(title = ''): string | undefined {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.join('-').replace(/-(?:rest-)?api$/, '');
  return own === '' || PLACES.test(own) ? undefined : apiNameOf(`${own}.yaml`);
}
