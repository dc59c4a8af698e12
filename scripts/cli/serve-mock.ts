import type { ApiModel } from '../model/api-model.ts';
import { createControllableClock } from '../base/clock.ts';
import type { AuthMode } from '../mock/access/authenticate.ts';
import { createControl, type Control } from '../mock/control/control.ts';
import { createJournal } from '../mock/control/journal.ts';
import { renderFaultNotice, type FaultPlan } from '../mock/fault-plan.ts';
import { renderMemoryNotice } from '../mock/memory-notice.ts';
import { createMock } from '../mock/mock.ts';
import { renderStartNotice } from '../mock/start-notice.ts';
import type { Io } from './io.ts';
import { toTls, type TlsFlags } from './mock-tls.ts';
import { watchDescriptions } from './watch-descriptions.ts';
import { toBehaviour, type BehaviourFlags } from './mock-behaviour.ts';

/** The options of `kiln mock`. */
export interface ServeMockOptions extends BehaviourFlags, TlsFlags {
  readonly port: number;
  readonly host: string;
  readonly control: boolean;
  readonly controlPort?: number | undefined;
  readonly controlHost: string;
  readonly logBodies?: true | undefined;
  readonly plan?: string | undefined;
  readonly seed: number;
  readonly auth?: AuthMode | undefined;
  readonly limits: boolean;
  /** The deviations of these descriptions, where there are to be any. */
  readonly toFaults: (apis: readonly ApiModel[]) => Promise<FaultPlan | undefined>;
  /** Loads the same descriptions again whenever a file of theirs changes. */
  readonly reload?: ((io: Io) => Promise<readonly ApiModel[]>) | undefined;
  readonly cors?: readonly string[] | boolean | undefined;
}

/** Serves the APIs and their control plane until the user stops them. */
export async function serveMock(
  io: Io,
  apis: readonly ApiModel[],
  options: ServeMockOptions,
): Promise<void> {
  const { port, host, control: isControlled, controlHost, plan, seed, limits, auth } = options;
  const clock = createControllableClock({ now: io.now });
  const journal = createJournal({ clock, stopwatch, withBodies: options.logBodies });
  const faults = await options.toFaults(apis);
  const mock = await createMock(apis, {
    clock,
    plan,
    seed,
    limits,
    auth,
    ...toBehaviour(options),
    faults,
    tls: await toTls(io, options),
    cors: options.cors === true ? undefined : options.cors,
    watch: isControlled ? journal.watch : undefined,
    onRequest: ({ method, path, refused, reason = '' }) => {
      if (refused === 'internal') io.err(`${method} ${path}: ${reason}\n`);
    },
  });
  let control: Control | undefined;
  let unwatch: (() => Promise<void>) | undefined;
  try {
    const origin = await mock.listen({ host, port });
    const lines = [`listening on ${reachOf(origin, host)} with seed ${seed}; Ctrl-C stops`];
    if (isControlled) {
      control = await createControl({ mock, clock, journal, origin, host: controlHost });
      // Beside a port that the user did not choose, the control plane takes any as well.
      const next = port === 0 || port === 65_535 ? 0 : port + 1;
      const at = { host: controlHost, port: options.controlPort ?? next };
      const reach = reachOf(await control.listen(at), controlHost);
      lines.unshift(`control plane on ${reach}: requests, clock, limits, reset`);
    }
    if (options.memory !== false) lines.unshift(...renderMemoryNotice(apis));
    if (faults) lines.unshift(renderFaultNotice(faults));
    if (options.reload) {
      unwatch = await watchDescriptions({
        io,
        apis,
        load: options.reload,
        serve: async (loaded) => mock.reload(loaded, await options.toFaults(loaded)),
      });
      lines.unshift('watching: a change of any file of theirs is served at once');
    }
    // Whoever reads that it listens may stop it at once.
    const stopped = io.interrupted();
    io.out(`${renderStartNotice(apis, mock.mounts, origin, auth)}\n\n${lines.join('\n')}\n`);
    await stopped;
  } finally {
    await Promise.all([unwatch?.(), control?.close(), mock.close()]);
  }
}

/** The unspecified addresses stand for every address of a machine (RFC 4291, section 2.5.2). */
function reachOf(origin: string, host: string): string {
  return ['0.0.0.0', '::'].includes(host) ? `${origin} (and every other address)` : origin;
}

function stopwatch(): number {
  return performance.now();
}
