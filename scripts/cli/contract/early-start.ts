import { apiNameOf } from '../../load/api-name.ts';
import { isAddress } from '../../load/sources.ts';
import { rootsOf } from '../descriptions.ts';
import type { Io } from '../io.ts';
import { apiSettings, outputsOf, settingsOf } from '../settings.ts';
import { isLocal } from './is-local.ts';
import { answers } from './probe.ts';
import type { ServerStart } from './started-server.ts';
import { waitFor, type GivenPlan } from './test-plan.ts';

/** Milliseconds in which a server that runs must answer. */
const PATIENCE = 2000;

/**
 * How a server is started that serves its own description: before that is read. Undefined where the description is a
 * file, is there already, or comes from another machine, and where nothing says how to start the server.
 */
export async function earlyStart(
  io: Io,
  names: readonly string[],
  given: GivenPlan,
): Promise<ServerStart | undefined> {
  const [root, ...others] = await rootsOf(io, names);
  if (root === undefined || others.length > 0 || !isAddress(root) || !isLocal(root)) {
    return undefined;
  }
  const own = apiSettings(await settingsOf(io), root);
  const isConfigured = given.mock === undefined && (given.target ?? own?.target) === own?.target;
  const command = given.start ?? (isConfigured ? own?.start : undefined);
  if (command === undefined || (await answers(root, PATIENCE))) return undefined;
  const { reports } = await outputsOf(io);
  return {
    command,
    targets: [root],
    wait: waitFor(given, own),
    log: `${reports}/${own?.name ?? apiNameOf(root)}.server.log`,
  };
}
