import { createControllableClock } from '../base/clock.ts';
import { nodeIo } from '../cli/io.ts';
import { toFaultPlan } from '../cli/mock-faults.ts';
import { createMock } from '../mock/mock.ts';
import { credentialsOf } from '../wire/credentials.ts';
import { loadSeveral } from './load-description.ts';

/** How a mock behaves; what is left out is as `kiln mock` has it. */
export interface MockSettings {
  /** Port to listen on at `host`; any free one when left out. */
  readonly port?: number;
  /** Address to listen on; `127.0.0.1` when left out. */
  readonly host?: string;
  /** Root of every random choice; 1 when left out. */
  readonly seed?: number;
  /** Plan whose quotas every client has. */
  readonly plan?: string;
  /** `any` takes every credential of the right form, `off` needs none. */
  readonly auth?: 'any' | 'off';
  /** False refuses no request for their number; true when left out. */
  readonly limits?: boolean;
  /** Deviations, each `id@operation`, as `kiln mock --list-faults` prints them. */
  readonly faults?: readonly string[];
}

/** A credential that a mock accepts. */
export interface MockCredential {
  /** Name of the security scheme. */
  readonly scheme: string;
  readonly secret: string;
  readonly plan: string | undefined;
  readonly access: 'read' | 'write';
}

/** A request that a mock has answered, without secrets: no query, no header, no body. */
export interface MockRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Id of the operation; undefined where it was for none. */
  readonly operation: string | undefined;
  /** Why it was refused, such as `invalid` or `rateLimited`; undefined where it was not. */
  readonly refused: string | undefined;
}

/** A mock that listens in this process. */
export interface RunningMock extends AsyncDisposable {
  /** Base address of the first server of the first API: what an operation's path is put behind. */
  readonly url: string;
  /** Base address of each API's first server, by the name of the API. */
  readonly urls: Readonly<Record<string, string>>;
  /** The credentials that it accepts, by the name of the API. */
  readonly credentials: Readonly<Record<string, readonly MockCredential[]>>;
  /** What it has answered, the newest last; the last thousand are kept. */
  readonly requests: () => readonly MockRequest[];
  /** Moves its clock on, by so many milliseconds: windows end, sessions expire, jobs are done. */
  readonly advance: (milliseconds: number) => void;
  /** Forgets what was counted and stored, and what was asked. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Requests that are kept. */
const KEPT = 1000;

/**
 * Serves a description, or several, by a mock that behaves as they say: credentials, limits, quotas, error
 * envelopes, memory. Throws a UserError where a description cannot be read or a setting fits none.
 */
export async function startMock(
  descriptions: string | URL | readonly (string | URL)[],
  settings: MockSettings = {},
): Promise<RunningMock> {
  const { host = '127.0.0.1', port = 0, limits = true, faults = [], ...others } = settings;
  const apis = await loadSeveral(descriptions);
  const clock = createControllableClock({ now: nodeIo.now });
  const answered: MockRequest[] = [];
  const mock = await createMock(apis, {
    ...others,
    clock,
    limits,
    faults: await toFaultPlan(apis, { fault: [...faults], seed: settings.seed ?? 1 }),
    onRequest({ method, path, status, operation, refused }) {
      answered.push({ method, path, status, operation, refused });
      if (answered.length > KEPT) answered.shift();
    },
  });
  const origin = await mock.listen({ host, port });
  const urls = Object.fromEntries(
    apis.map(({ name }) => {
      const own = mock.mounts.find(({ api }) => api === name);
      return [name, `${origin}${own?.basePath ?? ''}`];
    }),
  );
  const close = () => mock.close();
  return {
    url: Object.values(urls)[0] ?? origin,
    urls,
    credentials: Object.fromEntries(
      apis.map((api) => [
        api.name,
        credentialsOf(api).map(({ scheme, value, plan, access }) => ({
          scheme,
          secret: value,
          plan,
          access,
        })),
      ]),
    ),
    requests: () => [...answered],
    advance: (milliseconds) => clock.advance(milliseconds),
    async reset() {
      answered.length = 0;
      await mock.reset();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
