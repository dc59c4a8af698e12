import { version } from 'node:process';
import kilnPackage from '../../package.json' with { type: 'json' };
import { shellWord } from '../base/shell-word.ts';
import { UserError } from '../base/user-error.ts';
import type { ProjectConfig } from '../load/project-config.ts';
import type { ApiModel } from '../model/api-model.ts';
import { documentedTarget } from './contract/documented-target.ts';
import { readBaseline } from './contract/baseline.ts';
import { sayHowToGive } from './contract/missing-credentials.ts';
import { answers } from './contract/probe.ts';
import { readCredentials } from './contract/profiles.ts';
import { credentialSourceOf, ownOf } from './contract/test-plan.ts';
import { loadDescription, rootsOf } from './descriptions.ts';
import type { Io } from './io.ts';
import { installedSchemathesis } from './schemathesis/provide-schemathesis.ts';
import { settingsOf } from './settings.ts';

/** Something that was looked at. A note is what works all the same. */
interface Sight {
  readonly state: 'ok' | 'missing' | 'note';
  readonly text: string;
}

const ok = (text: string): Sight => ({ state: 'ok', text });
const missing = (text: string): Sight => ({ state: 'missing', text });
const note = (text: string): Sight => ({ state: 'note', text });

/** Milliseconds in which a server must answer. */
const PATIENCE = 2000;

/** Looks at all that a project needs, and says of each thing whether it is there and what mends it. */
export async function examine(io: Io, names: readonly string[]): Promise<readonly Sight[]> {
  return [
    nodeSight(),
    ...(await orWhy(async () => {
      const settings = await settingsOf(io);
      const roots = await rootsOf(io, names);
      const each = roots.map((root) => orWhy(() => examineApi(io, settings, root)));
      return [configSight(settings), ...(await Promise.all(each)).flat()];
    })),
    (await installedSchemathesis(io)) === undefined
      ? note(
          'Schemathesis is not installed: kiln schemathesis --install, where you want its opinion',
        )
      : ok('Schemathesis is installed'),
  ];
}

/** What looking comes to; where it cannot be done, why. */
async function orWhy(look: () => Promise<readonly Sight[]>): Promise<readonly Sight[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    return [missing(hint === undefined ? message : `${message}. ${hint}`)];
  }
}

function nodeSight(): Sight {
  const needed = kilnPackage.engines.node;
  const isNew = majorOf(version) >= majorOf(needed);
  return isNew ? ok(`Node ${version}`) : missing(`Node ${version}: Kiln needs ${needed}`);
}

function majorOf(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

function configSight({ source, apis }: ProjectConfig): Sight {
  if (!source) return note('There is no kiln.config.yaml: kiln init writes one');
  return ok(`${source.file}: ${apis.size} ${apis.size === 1 ? 'API' : 'APIs'}`);
}

async function examineApi(io: Io, settings: ProjectConfig, root: string): Promise<Sight[]> {
  const api = await loadDescription(io, root);
  const { name, operations, aside, source } = api;
  const own = ownOf(settings, api);
  return [
    ok(`${name}: ${source}, ${operations.length} operations`),
    ...(aside.length > 0
      ? [
          note(
            `${name}: ${aside.length} things cannot be used: kiln lint ${shellWord(api.argument)}`,
          ),
        ]
      : []),
    ...(await orWhy(() =>
      credentialSights(io, settings, api, (own?.target ?? documentedTarget(api)) !== undefined),
    )),
    ...(await orWhy(async () => {
      if (own?.baseline === undefined) return [];
      const { entries } = await readBaseline(io, own.baseline);
      return [ok(`${name}: ${own.baseline}, ${entries.length} known violations`)];
    })),
    await targetSight(name, own?.target ?? documentedTarget(api), own?.start),
  ];
}

/** Schemes that operations ask for, and for which nobody has given a secret. */
async function credentialSights(
  io: Io,
  settings: ProjectConfig,
  api: ApiModel,
  hasTarget: boolean,
): Promise<readonly Sight[]> {
  // A mock has its own: they are missed where a server is to be tested.
  const lacking = hasTarget ? missing : note;
  const asked = new Set(
    api.operations.flatMap(({ security }) => security.flatMap((it) => [...it.keys()])),
  );
  const { good } = await readCredentials(io, credentialSourceOf(undefined, settings, api), [api]);
  return [...asked].map((scheme) =>
    good.has(scheme)
      ? ok(`${api.name}: a credential for ${scheme}`)
      : lacking(`${api.name}: no credential for ${sayHowToGive(api, scheme)}`),
  );
}

async function targetSight(
  name: string,
  target: string | undefined,
  start: string | undefined,
): Promise<Sight> {
  if (target === undefined) return note(`${name}: no target: kiln test needs --target URL`);
  if (await answers(target, PATIENCE)) return ok(`${name}: ${target} answers`);
  return start === undefined
    ? missing(`${name}: nothing answers at ${target}: start the server, or write its start command`)
    : ok(`${name}: kiln test starts ${target} with "${start}"`);
}
