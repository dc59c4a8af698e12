import { basename, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Targets } from '../contract/check-options.ts';
import { mockProfiles, NO_PROFILES, type Profiles } from '../contract/wire/profiles.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { UserError } from '../base/user-error.ts';
import type { WorkflowRun } from '../result/workflow-run.ts';
import { parseWorkflowFile, type WorkflowFile } from '../load/workflow-file.ts';
import { createMock } from '../mock/mock.ts';
import { isLocal } from './contract/is-local.ts';
import { profilesFor } from './contract/profiles-for.ts';
import { withProgress } from './contract/progress.ts';
import type { Io } from './io.ts';
import { outputsOf } from './settings.ts';
import { fileArgument, redoclyRespect } from './redocly.ts';
import { parseRespectReport } from './respect-report.ts';
import { workflowFilesOf } from './workflow-files.ts';

interface WorkflowOptions {
  /** Address of each documented server. */
  readonly targets: Targets;
  /** Values of inputs by name; the input for a credential is called as its security scheme. */
  readonly values: ReadonlyMap<string, string>;
  /** Gives an input without a value the first example of its schema, which no server elsewhere is sent. */
  readonly byExample: boolean;
}

/** Runs all workflows of descriptions on a mock of their own, with the credentials of its fixtures. */
export async function runOnMock(
  io: Io,
  apis: readonly ApiModel[],
  given: Profiles = NO_PROFILES,
): Promise<WorkflowRun[]> {
  const mock = await createMock(apis, { clock: { now: io.now }, limits: true });
  try {
    const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    const runs = apis.map((api) => {
      const own = mock.mounts.filter((mount) => mount.api === api.name);
      return runWorkflows(io, api, {
        targets: new Map(own.map(({ server, basePath }) => [server, `${origin}${basePath}`])),
        values: new Map([...mockProfiles(api, io.now()).good, ...given.good]),
        byExample: true,
      });
    });
    const all = withProgress(io, 'trying the workflows', () => Promise.all(runs));
    return (await all).flat();
  } finally {
    await mock.close();
  }
}

/** Runs the workflows of a description on a server; fixtures and examples are for this machine only. */
export async function runOnTarget(
  io: Io,
  api: ApiModel,
  targets: Targets,
  given: Profiles,
): Promise<WorkflowRun[]> {
  const { good } = profilesFor(io, api, { targets: [...targets.values()] }, given);
  return await runWorkflows(io, api, {
    targets,
    values: good,
    byExample: given.good.size === 0 || [...targets.values()].every(isLocal),
  });
}

/** One file after the other: a server sees no more at once than a person would send. */
async function runWorkflows(
  io: Io,
  api: ApiModel,
  options: WorkflowOptions,
): Promise<WorkflowRun[]> {
  const runs: WorkflowRun[] = [];
  for (const path of await workflowFilesOf(io, api)) {
    const file = parseWorkflowFile(await io.readText(path), path);
    runs.push(...(await runFile(io, api, file, options)));
  }
  return runs;
}

async function runFile(
  io: Io,
  api: ApiModel,
  file: WorkflowFile,
  options: WorkflowOptions,
): Promise<readonly WorkflowRun[]> {
  const servers = serversOf(api, file, options.targets);
  const inputs = inputsOf(file, options);
  const { reports } = await outputsOf(io);
  const report = `${reports}/workflows/${api.name}-${basename(file.file).replace(/\.arazzo\.\w+$/, '')}.json`;
  // Redocly makes no folder, and a report of an earlier run must not pass for this one's.
  await io.writeText(report, '');
  const { stdout, stderr } = await redoclyRespect(
    io,
    [fileArgument(file.file), `--server=${JSON.stringify(servers)}`, `--json-output=${report}`],
    Object.values(servers),
    // Its option --input, past the list of processes: among the inputs are credentials.
    { REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs) },
  );
  const result = parseRespectReport(await io.readText(report), api.name, file);
  if (!result) {
    const reason = stripVTControlCharacters(stderr || stdout).trim();
    throw new UserError('workflows-not-run', `Redocly cannot run ${file.file}: ${reason}`, {
      hint: `"npx redocly lint ${file.file}" shows every problem with its line.`,
    });
  }
  const [elsewhere] = /an answer leads to another host: \S+/.exec(stderr) ?? [];
  if (elsewhere !== undefined) {
    throw new UserError('leads-elsewhere', `${file.file} cannot be run: ${elsewhere}`, {
      hint: 'Credentials go to the servers that you name only: name that one, with --target or --server.',
    });
  }
  if (result.unreachable !== undefined) {
    const addresses = Object.values(servers).join(', ');
    throw new UserError(
      'target-unreachable',
      `Nothing answers at ${addresses}: ${result.unreachable}`,
      { hint: 'Start the server, or leave --target out to run on a mock.' },
    );
  }
  return result.runs;
}

/** The address for each source of the file. All are overridden, so that no documented server is ever called. */
function serversOf(
  api: ApiModel,
  { file, sources }: WorkflowFile,
  targets: Targets,
): Record<string, string> {
  return Object.fromEntries(
    sources.map(({ name, url, location, operations }) => {
      if (join(dirname(file), url) !== join(api.source)) {
        throw new UserError(
          'foreign-source',
          `"${name}" is another description than ${api.source}`,
          { at: location, hint: 'A workflow runs on the servers of the description beside it.' },
        );
      }
      const called = api.operations.find(({ id }) => operations.includes(id));
      const [server] = called?.servers ?? api.servers;
      const target = targets.get(server?.url ?? '');
      if (target !== undefined) return [name, target];
      throw new UserError('no-target', `There is no address for ${server?.url ?? 'its server'}`, {
        at: location,
        hint: 'Give one with --server DOCUMENTED=URL.',
      });
    }),
  );
}

function inputsOf(
  { workflows }: WorkflowFile,
  { values, byExample }: WorkflowOptions,
): Record<string, Json> {
  const inputs: Record<string, Json> = {};
  for (const { name, location, isNeeded, example } of workflows.flatMap((it) => it.inputs)) {
    const value = values.get(name) ?? (byExample && isNeeded ? example : undefined);
    if (value !== undefined) inputs[name] = value;
    else if (isNeeded) {
      throw new UserError('no-input', `There is no value for the input ${name}`, {
        at: location,
        hint: `Add a line "${name}: VALUE" to the file of --credentials.`,
      });
    }
  }
  return inputs;
}
