import type { ApiModel } from '../model/api-model.ts';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';
import { loadApi } from '../load/load-api.ts';
import { isAddress } from '../load/sources.ts';
import { boundaryOf } from './boundary.ts';
import { apiNameOf } from '../load/api-name.ts';
import { apiSettings, settingsOf } from './settings.ts';
import { withProgress } from './contract/progress.ts';
import type { Io } from './io.ts';
import { tellAside, type AsideFlags } from './left-aside.ts';
import { readRecordedBundle } from './recorded-bundle.ts';
import { bundleWithRedocly } from './redocly.ts';

const MEBI = 1024 * 1024;
/** Files and characters that are fetched for one description: a server can make up others without an end. */
const MOST_FILES = 500;
const MOST_TEXT = 64 * MEBI;

/** The folder that holds a folder for each description. */
const SPECS = 'specs';

/** Loads the descriptions that the arguments name, or all there are when they name none. */
export async function loadApis(
  io: Io,
  names: readonly string[],
  options: LoadOptions = {},
): Promise<ApiModel[]> {
  const roots = await rootsOf(io, names);
  const apis = await withProgress(io, `reading ${roots.join(', ')}`, () =>
    Promise.all(roots.map((root) => loadDescription(io, root, options))),
  );
  if (options.mayShareNames !== true) refuseOneName(apis, roots);
  for (const { source, upgradedFrom } of apis) {
    if (upgradedFrom === undefined || options.isTold === true) continue;
    io.err(`${source} is ${upgradedFrom}; Kiln reads it as OpenAPI 3.1.\n`);
  }
  if (options.aside) tellAside(io, apis, options.aside);
  return apis;
}

/** What is written of one would be written over with the other's; some systems know no capitals. */
function refuseOneName(apis: readonly ApiModel[], roots: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, { name: written, source }] of apis.entries()) {
    const name = written.toLowerCase();
    const other = seen.get(name);
    if (other !== undefined && roots[other] !== roots[index]) {
      const message = `${apis[other]?.source} and ${source} are both called ${written}`;
      throw new UserError('name-repeated', message, {
        hint: 'Rename one of the files, or run the command for one after the other in folders of their own.',
      });
    }
    seen.set(name, index);
  }
}

export interface LoadOptions {
  /** Bundles anew, also what has not changed since `kiln generate`. */
  readonly isFresh?: boolean;
  /** Whether another thread has loaded it before, so that all it refers to may be read. */
  readonly isKnown?: boolean;
  /** Whether nothing is told apart by the names of the APIs. */
  readonly mayShareNames?: boolean;
  /** Whether the user has been told of the version before. */
  readonly isTold?: boolean;
  /** Where what is left aside has to be told, how. */
  readonly aside?: AsideFlags;
}

/** Loads a description from a file, or from an address: the user has named it, so that it may be asked. */
export async function loadDescription(
  io: Io,
  written: string,
  { isFresh = false, isKnown = false }: LoadOptions = {},
): Promise<ApiModel> {
  const { root, called } = await placeOf(io, written);
  if (isAddress(root)) return await loadFromAddress(io, root, called);
  const { readText, exists } = io;
  return await loadApi(root, {
    readText,
    exists,
    called,
    ...(!isKnown && { boundary: await boundaryOf(io, root) }),
    bundle: (path) => bundleWithRedocly(io, path),
    ...(!isFresh && { recorded: (path) => readRecordedBundle(io, path) }),
  });
}

/** Addresses as the user gave them, by those that they are known and shown by. */
const GIVEN = new Map<string, string>();

/** By what a description can be loaded again: its source leaves out what may be a key. */
export function rootToLoad({ name, source }: ApiModel): string {
  const root = GIVEN.get(source) ?? source;
  return apiNameOf(source) === name ? root : `${name}=${root}`;
}

type Called = Pick<ApiModel, 'name' | 'argument'>;

/** Where a description stands, and what it is called: as `NAME=PATH` says, or the configuration. */
async function placeOf(
  io: Io,
  written: string,
): Promise<{ readonly root: string; readonly called?: Called | undefined }> {
  const { name, root } = await splitNamed(io, written);
  const own = apiSettings(await settingsOf(io), root);
  if (own && (name === undefined || name === own.name)) {
    return { root, called: { name: own.name, argument: own.name } };
  }
  if (name === undefined) return { root };
  const usable = apiNameOf(`${name}.yaml`);
  if (usable === name) return { root, called: { name, argument: written.replace(/\?.*$/s, '') } };
  throw new UserError('name-unusable', `"${name}" cannot be the name of an API`, {
    hint: `It names a folder: letters, digits, dots and dashes. ${usable} would do.`,
  });
}

/** `NAME=PATH`, unless that is a file as it stands. */
async function splitNamed(
  io: Io,
  written: string,
): Promise<{ readonly name: string | undefined; readonly root: string }> {
  const [, name, root] = /^([^=/\\:?#]+)=(.+)$/s.exec(written) ?? [];
  if (name === undefined || root === undefined || (await io.exists(written))) {
    return { name: undefined, root: written };
  }
  return { name, root: root.replace(/^\.\//, '') };
}

/**
 * Nothing stands beside what comes from an address: no ledger, and no fixtures. What stands behind the
 * question mark (`?token=…`) is for the server alone: nothing that is printed or written has it.
 */
async function loadFromAddress(
  io: Io,
  root: string,
  called: Called | undefined,
): Promise<ApiModel> {
  const { address: asked, text } = await io.fetchText(root);
  const address = asked.replace(/\?.*$/s, '');
  GIVEN.set(address, root);
  let files = 1;
  let size = text.length;
  const readText = async (path: string): Promise<string> => {
    if (path === address) return text;
    files += 1;
    if (files > MOST_FILES || size > MOST_TEXT) throw new Error('too much');
    const part = await io.fetchText(path);
    size += part.text.length;
    return part.text;
  };
  const api = await loadApi(address, {
    readText,
    exists: () => Promise.resolve(false),
    called,
    // What comes from an address is bundled without another program.
    bundle: (path) => bundleWithRedocly(io, path),
  });
  if (files <= MOST_FILES && size <= MOST_TEXT) return api;
  const what = `it leads to more than ${MOST_FILES} files or ${MOST_TEXT / MEBI} MiB`;
  throw new UserError('address-not-read', `Cannot read ${address}: ${what}`, {
    hint: 'Download the files, and pass the path of the first.',
  });
}

/** Root files of the descriptions named: a folder under `specs/`, the path of a file, or an address. */
export async function rootsOf(io: Io, names: readonly string[]): Promise<string[]> {
  const settings = await settingsOf(io);
  const configured = [...settings.apis.values()];
  const folders = await knownNames(io);
  if (names.length === 0) {
    if (configured.length > 0) return configured.map(({ description }) => description);
    if (folders.length > 0) return folders.map(rootOf);
    throw new UserError('no-descriptions', `There is no description under ${SPECS}/`, {
      hint: 'Run from the project root, pass the path or address of a description, or run "kiln init".',
    });
  }
  const known = [...new Set([...settings.apis.keys(), ...folders])];
  const files = (await io.list('.')).filter((it) => DESCRIPTION.test(it));
  return names.map((written) => {
    const own = settings.apis.get(written);
    if (own) return own.description;
    if (folders.includes(written)) return rootOf(written);
    const [, label = '', name = written] = /^([^=/\\:?#]+=)(.+)$/s.exec(written) ?? [];
    if (isAddress(name)) return written;
    const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(name) ?? /^(https?):/i.exec(name) ?? [];
    if (scheme !== undefined) {
      throw new UserError('unknown-address', `Kiln reads no address that begins with ${scheme}:`, {
        hint: 'An address begins with http:// or https://. Or download the file, and pass its path.',
      });
    }
    if (DESCRIPTION.test(name)) return `${label}${name.replace(/^\.\//, '')}`;
    throw new UserError('unknown-api', `There is no API "${name}"`, {
      hint: whichThereAre(name, known, files),
    });
  });
}

const DESCRIPTION = /\.(?:ya?ml|json)$/;

/** What can be named in the place of a name that nobody knows: an API, or a file of the working folder. */
function whichThereAre(name: string, known: readonly string[], files: readonly string[]): string {
  const stems = new Map(files.map((file) => [file.replace(DESCRIPTION, ''), file]));
  const near = nearest(name, [...known, ...stems.keys(), ...files]);
  const meant = near === undefined || known.includes(near) ? near : (stems.get(near) ?? near);
  return [
    ...(meant === undefined ? [] : [`Did you mean ${meant}?`]),
    ...(known.length > 0 ? [`The descriptions are: ${known.join(', ')}.`] : []),
    ...(meant === undefined ? ['A description is named by its path, such as openapi.yaml.'] : []),
  ].join(' ');
}

async function knownNames(io: Io): Promise<string[]> {
  const folders = await io.list(SPECS);
  const present = await Promise.all(folders.map((folder) => io.exists(rootOf(folder))));
  return folders.filter((_, index) => present[index]).toSorted();
}

function rootOf(name: string): string {
  return `${SPECS}/${name}/openapi.yaml`;
}
