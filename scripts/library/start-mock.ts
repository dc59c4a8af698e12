import { openMock, type MockBehaviour, type OpenMock } from './open-mock.ts';

export type { MockCredential, MockRequest } from './open-mock.ts';

/** How a mock behaves, and where it listens; what is left out is as `kiln mock` has it. */
export interface MockSettings extends MockBehaviour {
  /** Port to listen on at `host`; any free one when left out. */
  readonly port?: number;
  /** Address to listen on; `127.0.0.1` when left out. */
  readonly host?: string;
}

/** A mock that listens in this process. */
export interface RunningMock extends OpenMock {
  /** Base address of the first server of the first API: what an operation's path is put behind. */
  readonly url: string;
  /** Base address of each API's first server, by the name of the API. */
  readonly urls: Readonly<Record<string, string>>;
}

/**
 * Serves a description, or several, by a mock that behaves as they say: credentials, limits, quotas, error
 * envelopes, memory. Throws a UserError where a description cannot be read or a setting fits none.
 */
export async function startMock(
  descriptions: string | URL | readonly (string | URL)[],
  { host = '127.0.0.1', port = 0, ...behaviour }: MockSettings = {},
): Promise<RunningMock> {
  const { mock, apis, open } = await openMock(descriptions, behaviour);
  const origin = await mock.listen({ host, port });
  const urls = Object.fromEntries(
    apis.map(({ name }) => {
      const own = mock.mounts.find(({ api }) => api === name);
      return [name, `${origin}${own?.basePath ?? ''}`];
    }),
  );
  return { ...open, url: Object.values(urls)[0] ?? origin, urls };
}
