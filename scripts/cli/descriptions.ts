import type { ApiModel } from '../model/api-model.ts';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';
import { loadApi } from '../load/load-api.ts';
import { isAddress } from '../load/sources.ts';
import { boundaryOf } from './boundary.ts';
import type { Io } from './io.ts';
import { tellAside, type AsideFlags } from './left-aside.ts';
import { readRecordedBundle } from './recorded-bundle.ts';
import { bundleWithRedocly } from './redocly.ts';

/** The folder that holds a folder for each description. */
const SPECS = 'specs';

/** Loads the descriptions that the arguments name, or all there are when they name none. */
export async function loadApis(
  io: Io,
  names: readonly string[],
  options: LoadOptions = {},
): Promise<ApiModel[]> {
  const roots = await rootsOf(io, names);
  const apis = await Promise.all(roots.map((root) => loadDescription(io, root, options)));
  for (const { source, upgradedFrom } of apis) {
    if (upgradedFrom === undefined) continue;
    io.err(`${source} is ${upgradedFrom}; Kiln reads it as OpenAPI 3.1.\n`);
  }
  if (options.aside) tellAside(io, apis, options.aside);
  return apis;
}

export interface LoadOptions {
  /** Bundles anew, also what has not changed since `kiln generate`. */
  readonly isFresh?: boolean;
  /** Whether another thread has loaded it before, so that all it refers to may be read. */
  readonly isKnown?: boolean;
  /** Where what is left aside has to be told, how. */
  readonly aside?: AsideFlags;
}

/** Loads a description from a file, or from an address: the user has named it, so that it may be asked. */
export async function loadDescription(
  io: Io,
  root: string,
  { isFresh = false, isKnown = false }: LoadOptions = {},
): Promise<ApiModel> {
  if (isAddress(root)) return await loadFromAddress(io, root);
  const { readText, exists } = io;
  return await loadApi(root, {
    readText,
    exists,
    ...(!isKnown && { boundary: await boundaryOf(io, root) }),
    bundle: (path) => bundleWithRedocly(io, path),
    ...(!isFresh && { recorded: (path) => readRecordedBundle(io, path) }),
  });
}

/** Nothing stands beside what comes from an address: no ledger, and no fixtures. */
async function loadFromAddress(io: Io, root: string): Promise<ApiModel> {
  const { address, text } = await io.fetchText(root);
  return await loadApi(address, {
    readText: async (path) => (path === address ? text : (await io.fetchText(path)).text),
    exists: () => Promise.resolve(false),
    // What comes from an address is bundled without another program.
    bundle: (path) => bundleWithRedocly(io, path),
  });
}

/** Root files of the descriptions named: a folder under `specs/`, the path of a file, or an address. */
export async function rootsOf(io: Io, names: readonly string[]): Promise<string[]> {
  const known = await knownNames(io);
  if (names.length === 0) {
    if (known.length > 0) return known.map(rootOf);
    throw new UserError('no-descriptions', `There is no description under ${SPECS}/`, {
      hint: 'Run from the project root, or pass the path of an OpenAPI 3.1 file.',
    });
  }
  return names.map((name) => {
    if (known.includes(name)) return rootOf(name);
    if (isAddress(name)) return name;
    if (/\.(ya?ml|json)$/.test(name)) return name.replace(/^\.\//, '');
    const meant = nearest(name, known);
    throw new UserError('unknown-api', `There is no API "${name}"`, {
      hint: meant
        ? `Did you mean ${meant}? The descriptions are: ${known.join(', ')}.`
        : `The descriptions are: ${known.join(', ') || 'none'}. A file is named by its path.`,
    });
  });
}

async function knownNames(io: Io): Promise<string[]> {
  const folders = await io.list(SPECS);
  const present = await Promise.all(folders.map((folder) => io.exists(rootOf(folder))));
  return folders.filter((_, index) => present[index]).toSorted();
}

function rootOf(name: string): string {
  return `${SPECS}/${name}/openapi.yaml`;
}
