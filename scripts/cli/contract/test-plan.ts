import type { Targets } from '../../contract/check-options.ts';
import type { GivenProfiles } from '../../contract/wire/profiles.ts';
import { shellWord } from '../../base/shell-word.ts';
import { UserError } from '../../base/user-error.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { parseProgress } from '../../model/job-progress.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import type { ProjectApi, ProjectConfig } from '../../load/project-config.ts';
import type { Io } from '../io.ts';
import { toMockTargets, toTargets } from '../options.ts';
import { apiSettings, outputsOf, settingsOf } from '../settings.ts';
import { documentedTarget, remoteServer } from './documented-target.ts';
import { readBaseline, type BaselineFile } from './baseline.ts';
import { readCredentials, type CredentialSource } from './profiles.ts';
import type { ServerStart } from './started-server.ts';
import { variableOf } from '../../contract/wire/redact.ts';

/** What the command line says of where a run goes, and with what. */
export interface GivenPlan {
  readonly target?: string | undefined;
  readonly mock?: string | undefined;
  readonly server?: readonly string[] | undefined;
  readonly credentials?: string | undefined;
  readonly baseline?: string | undefined;
  readonly start?: string | undefined;
  /** Milliseconds. */
  readonly wait?: number | undefined;
  readonly header?: HeaderFields | undefined;
  readonly tokenUrl?: string | undefined;
  readonly allowWrites?: true | undefined;
  readonly throwAway?: true | undefined;
  readonly webhookPort?: number | undefined;
}

/** Where a run of one API goes, and with what: as the command line says, else as the configuration does. */
export interface TestPlan {
  readonly targets: Targets;
  readonly isMock: boolean;
  readonly profiles: GivenProfiles;
  readonly baseline: BaselineFile | undefined;
  readonly start: ServerStart | undefined;
  /** What `--replay` has to be told again. */
  readonly options: readonly string[];
}

/** Milliseconds that a started server may take to answer. */
const WAIT = 30_000;

/** Throws a UserError where nobody says which server is to be tested. */
export async function planTest(io: Io, api: ApiModel, given: GivenPlan): Promise<TestPlan> {
  const settings = await settingsOf(io);
  const own = ownOf(settings, api);
  const { mock, server = [] } = given;
  const isMock = mock !== undefined;
  const named = given.target ?? own?.target;
  const target = isMock ? given.target : (named ?? documentedTarget(api));
  if (!isMock && target === undefined) throw noTarget(api, settings);
  if (!isMock && named === undefined) {
    io.err(`testing ${target}, where the description says its server is\n`);
  }
  const targets = isMock ? toMockTargets(api, mock) : toTargets(api, target ?? '', server);
  const baseline = given.baseline ?? own?.baseline;
  // A mock of ours is not what the configuration starts, nor is another server that the command line names.
  const isConfigured = !isMock && (given.target ?? own?.target) === own?.target;
  const command = given.start ?? (isConfigured ? own?.start : undefined);
  const { reports } = await outputsOf(io);
  return {
    targets,
    isMock,
    profiles: await readCredentials(io, credentialSourceOf(given.credentials, settings, api), [
      api,
    ]),
    baseline: baseline === undefined ? undefined : await readBaseline(io, baseline),
    start:
      command === undefined
        ? undefined
        : {
            command,
            targets: [...targets.values()],
            wait: waitFor(given, own),
            log: `${reports}/${api.name}.server.log`,
          },
    options: optionsOf(given),
  };
}

/** The credentials of an API: the file of the command line, else what the configuration names or holds. */
export function credentialSourceOf(
  file: string | undefined,
  settings: ProjectConfig,
  api: ApiModel | undefined,
): CredentialSource | undefined {
  const own = api && ownOf(settings, api);
  if (file !== undefined || own?.credentials === undefined || !settings.source) return file;
  if (typeof own.credentials === 'string') return own.credentials;
  return { source: settings.source, at: [...settings.within, 'apis', own.name, 'credentials'] };
}

/** What the configuration says of a description: of that one, and not of another that is called the same. */
export function ownOf(settings: ProjectConfig, api: ApiModel) {
  return api.argument === api.name
    ? settings.apis.get(api.name)
    : apiSettings(settings, api.source);
}

/** Milliseconds that a started server may take to answer: as the command line says, else as the configuration does. */
export function waitFor(given: GivenPlan, own: Pick<ProjectApi, 'wait'> | undefined): number {
  const time = own?.wait === undefined ? undefined : parseProgress(own.wait);
  return given.wait ?? (time?.kind === 'time' ? time.milliseconds : WAIT);
}

function noTarget(api: ApiModel, { source }: ProjectConfig): UserError {
  const { name, argument } = api;
  const remote = remoteServer(api);
  const address = remote === undefined ? 'URL' : remote.replace(/\/+$/, '');
  const why = remote === undefined ? '' : ', which the description names, if it may be asked';
  const where = source ? `, or write a target for ${name} into ${source.file}` : '';
  return new UserError('no-target', `There is no --target to test ${name} at`, {
    hint: `Pass the address of your server: kiln test ${shellWord(argument)} --target ${address}${why}${where}. Or start a mock with "kiln mock" and pass the address it prints: --mock http://127.0.0.1:4010.`,
  });
}

/** The options without which the same requests could not be sent again; the target stands in the report. */
function optionsOf(given: GivenPlan): readonly string[] {
  const { mock, server = [], credentials, header = [], tokenUrl, start, webhookPort } = given;
  return [
    ...word('--mock', mock),
    ...server.flatMap((it) => word('--server', it)),
    ...word('--credentials', credentials),
    // As secret as a credential: the shell puts it in.
    ...header.flatMap(([name]) => [
      '--header',
      `"${name}: $${variableOf(`header_${name}`, 'good')}"`,
    ]),
    ...word('--token-url', tokenUrl),
    ...word('--start', start),
    ...(given.allowWrites ? ['--allow-writes'] : []),
    ...(given.throwAway ? ['--throw-away'] : []),
    ...word('--webhook-port', webhookPort),
  ];
}

function word(flag: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [flag, shellWord(String(value))];
}
