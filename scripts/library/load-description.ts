import { fileURLToPath } from 'node:url';
import { loadApis } from '../cli/descriptions.ts';
import { nodeIo, type Io } from '../cli/io.ts';
import type { ApiModel } from '../model/api-model.ts';

/** Nothing is printed by who only calls a function. */
export const QUIET: Io = { ...nodeIo, out: () => {}, err: () => {}, isTerminal: false };

/**
 * Loads one description: the path of a file, an http or https address, or the name of a folder under
 * `specs/`. Throws a UserError where it cannot be read.
 */
export async function loadOne(description: string | URL): Promise<ApiModel> {
  const [api] = await loadApis(QUIET, [nameOf(description)]);
  if (!api) throw new Error('one description is named, and none was loaded');
  return api;
}

/** Loads several descriptions, each with a name of its own. */
export async function loadSeveral(
  descriptions: string | URL | readonly (string | URL)[],
): Promise<readonly ApiModel[]> {
  const all = Array.isArray(descriptions) ? descriptions : [descriptions];
  return await loadApis(
    QUIET,
    all.map((it: string | URL) => nameOf(it)),
  );
}

function nameOf(description: string | URL): string {
  if (typeof description === 'string') return description;
  return description.protocol === 'file:' ? fileURLToPath(description) : description.href;
}
