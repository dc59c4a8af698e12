import { objectOf } from '../base/json.ts';
import { UserError } from '../base/user-error.ts';
import { isAddress } from '../load/sources.ts';
import {
  NO_CONFIG,
  parseProjectConfig,
  type Outputs,
  type ProjectApi,
  type ProjectConfig,
} from '../load/project-config.ts';
import { parseYaml } from '../load/yaml-source.ts';
import type { Io } from './io.ts';

export const CONFIG_FILE = 'kiln.config.yaml';
const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = 'kiln';

const READ = new WeakMap<Io, Promise<ProjectConfig>>();

/**
 * What the project says in `kiln.config.yaml`, or under `kiln` in package.json: read once for each world. Throws a
 * UserError at the line of what is wrong with it, or where both say something.
 */
export async function settingsOf(io: Io): Promise<ProjectConfig> {
  const known = READ.get(io);
  if (known) return await known;
  const read = readSettings(io);
  READ.set(io, read);
  return await read;
}

/** The folders that Kiln writes to. */
export async function outputsOf(io: Io): Promise<Outputs> {
  return (await settingsOf(io)).outputs;
}

/** What the project says of a description, by its name or by its path. */
export function apiSettings({ apis }: ProjectConfig, named: string): ProjectApi | undefined {
  const path = isAddress(named) ? named : named.replace(/^\.\//, '');
  return apis.get(named) ?? [...apis.values()].find(({ description }) => description === path);
}

async function readSettings(io: Io): Promise<ProjectConfig> {
  const own = (await io.exists(CONFIG_FILE)) ? await io.readText(CONFIG_FILE) : undefined;
  const inPackage = (await io.exists(PACKAGE_FILE)) ? await readPackage(io) : undefined;
  if (own !== undefined && inPackage) {
    throw new UserError('config-twice', `${CONFIG_FILE} and ${PACKAGE_FILE} both configure Kiln`, {
      at: inPackage.locate([PACKAGE_KEY]),
      hint: `Keep one of the two: ${CONFIG_FILE}, or the key "${PACKAGE_KEY}".`,
    });
  }
  if (own !== undefined) return parseProjectConfig(parseYaml(own, CONFIG_FILE));
  return inPackage ? parseProjectConfig(inPackage, [PACKAGE_KEY]) : NO_CONFIG;
}

/** A package.json that has something to say to Kiln; what is wrong with another is not ours to tell. */
async function readPackage(io: Io) {
  const text = await io.readText(PACKAGE_FILE);
  if (!text.includes(`"${PACKAGE_KEY}"`)) return undefined;
  const source = parseYaml(text, PACKAGE_FILE);
  return PACKAGE_KEY in objectOf(source.value) ? source : undefined;
}
