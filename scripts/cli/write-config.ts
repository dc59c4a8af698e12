import { stringify } from 'yaml';
import { objectOf } from '../base/json.ts';
import { jsonOrNone } from '../base/json-text.ts';
import { UserError } from '../base/user-error.ts';
import { variableOf } from '../contract/wire/redact.ts';
import { KEPT_RUNS, OUTPUT_DEFAULTS, toConfigSchema } from '../load/config-shape.ts';
import type { ApiModel } from '../model/api-model.ts';
import { documentedTarget } from './contract/documented-target.ts';
import { loadDescription } from './descriptions.ts';
import { findDescriptions, nameDescriptions } from './find-descriptions.ts';
import type { Io } from './io.ts';
import { CONFIG_FILE, settingsOf } from './settings.ts';

const SCHEMA = `${OUTPUT_DEFAULTS.generated}/config.schema.json`;
const IGNORED = '.kiln/';

/**
 * Sets a project up: `kiln.config.yaml` with the descriptions that it holds, or those named, and a line of
 * `.gitignore`. What is there is left as it is. Gives a line for each thing that was done.
 */
export async function writeConfig(io: Io, named: readonly string[]): Promise<readonly string[]> {
  const { source, outputs } = await settingsOf(io);
  const done: string[] = [];
  if (source) {
    done.push(`${source.file} is there already, and stays as it is`);
  } else {
    const paths = named.length > 0 ? named : await findDescriptions(io, Object.values(outputs));
    if (paths.length === 0) {
      throw new UserError('no-descriptions', 'There is no OpenAPI description in this folder', {
        hint: 'Name it: kiln init PATH, or kiln init http://127.0.0.1:3000/openapi.json.',
      });
    }
    const apis = new Map<string, ApiModel>();
    for (const path of paths) {
      const api = await loadOrNone(io, path);
      if (api) apis.set(path, api);
    }
    const titles = new Map([...apis].map(([path, { title }]) => [path, title]));
    const start = await startOf(io);
    const entries = [...nameDescriptions(paths, titles)].map(([path, name]) =>
      entryOf(name, path, start, apis.get(path)),
    );
    await io.writeText(CONFIG_FILE, renderConfig(entries));
    await io.writeText(SCHEMA, `${JSON.stringify(toConfigSchema(), null, 2)}\n`);
    done.push(`wrote ${CONFIG_FILE}: ${paths.join(', ')}`);
  }
  if (await ignore(io)) done.push(`added ${IGNORED} to .gitignore`);
  return done;
}

async function ignore(io: Io): Promise<boolean> {
  const text = (await io.exists('.gitignore')) ? await io.readText('.gitignore') : '';
  if (/^\/?\.kiln\/?\s*$/m.test(text)) return false;
  await io.writeText(
    '.gitignore',
    `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${IGNORED}\n`,
  );
  return true;
}

/** A description that cannot be read is for "kiln doctor" to tell. */
async function loadOrNone(io: Io, path: string): Promise<ApiModel | undefined> {
  return await loadDescription(io, path).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
}

/** What most likely starts the project's server: its own script, where it has one. */
async function startOf(io: Io): Promise<string> {
  const text = (await io.exists('package.json')) ? await io.readText('package.json') : '';
  const { start } = objectOf(objectOf(jsonOrNone(text))['scripts']);
  return typeof start === 'string' ? 'npm start' : 'node server.mjs';
}

/** What is known of an API, and as comments what only its owner knows. */
function entryOf(name: string, path: string, start: string, api: ApiModel | undefined): string {
  const target = documentedTarget(api ?? { servers: [{ url: '/' }], source: path });
  const variables = [...(api?.securitySchemes.keys() ?? [])].map((it) => variableOf(it, 'good'));
  return [
    `  ${keyOf(name)}:`,
    `    description: ${scalarOf(path)}`,
    target === undefined
      ? `    # target: http://127.0.0.1:3000${basePathOf(api)}`
      : `    target: ${scalarOf(target)}`,
    `    # start: ${start}    # started by kiln test, and ended with its children`,
    ...(variables.length > 0
      ? [`    # credentials: secrets.yaml    # or set ${variables.join(', ')}`]
      : []),
    '',
  ].join('\n');
}

function basePathOf(api: ApiModel | undefined): string {
  const [server] = api?.servers ?? [];
  const path = URL.parse(server?.url ?? '', 'http://localhost')?.pathname ?? '';
  return path.replace(/\/+$/, '');
}

function renderConfig(entries: readonly string[]): string {
  return `# yaml-language-server: $schema=${SCHEMA}
apis:
${entries.join('')}lint:
  profile: recommended
  # rules:
  #   no-unused-components: warn    # off, warn or error, by the id of a rule
# outputs:
#   reports: ${OUTPUT_DEFAULTS.reports}
#   generated: ${OUTPUT_DEFAULTS.generated}
# history:
#   keep: ${KEPT_RUNS}    # runs of each API among the reports
# client:
#   name: '@you/clients'
`;
}

function scalarOf(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

function keyOf(name: string): string {
  return stringify({ [name]: 0 }, { lineWidth: 0 }).replace(/: 0\n$/, '');
}
