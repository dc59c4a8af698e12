import type { Mock } from '../mock/mock.ts';
import type { Mount } from '../mock/mounts.ts';
import { openMock, type MockBehaviour, type OpenMock } from './open-mock.ts';

/** A mock that is asked through a function in the place of `fetch`. */
export interface MockFetch extends OpenMock {
  /**
   * Answers what is sent to a server of the descriptions, as the mock does; nothing leaves the process. It rejects
   * with a TypeError, as `fetch` does, for other addresses, and where a fault breaks the connection.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * A `fetch` that checks requests and answers them from a description, or several, without a port: give it to a client
 * in a test. Throws a UserError where a description cannot be read or a setting fits none.
 */
export async function mockFetch(
  descriptions: string | URL | readonly (string | URL)[],
  behaviour: MockBehaviour = {},
): Promise<MockFetch> {
  const { mock, open } = await openMock(descriptions, behaviour);
  return {
    ...open,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return await Promise.race([ask(mock, request), whenAborted(request.signal)]);
    },
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    // The reason is what `fetch` rejects with (Fetch Standard, section 5.6).
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function ask(mock: Mock, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = placeIn(mock.mounts, url);
  if (path === undefined) {
    throw new TypeError(`fetch failed: no description is served at ${url.origin}${url.pathname}`);
  }
  const payload = Buffer.from(await request.arrayBuffer());
  const answer = await mock
    .inject({
      method: request.method,
      url: `${path}${url.search}`,
      headers: { host: url.host, ...Object.fromEntries(request.headers) },
      ...(payload.length > 0 && { payload }),
    })
    .catch((cause: unknown) => {
      throw new TypeError('fetch failed', { cause });
    });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const text of [value].flat()) {
      if (text !== undefined && !HOPPING.has(name)) headers.append(name, String(text));
    }
  }
  const { statusCode: status } = answer;
  const isEmpty = request.method === 'HEAD' || BODILESS.has(status);
  return new Response(isEmpty ? null : new Uint8Array(answer.rawPayload), { status, headers });
}

/** Fields of a connection (RFC 9110, section 7.6.1), of which there is none. */
const HOPPING = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Statuses with which a Response takes no body (Fetch Standard, section 2.2.3). */
const BODILESS = new Set([204, 205, 304]);

/** The path in the mock that stands for an address; undefined where no server is there. The longest server counts. */
function placeIn(mounts: readonly Mount[], { origin, pathname }: URL): string | undefined {
  const found = mounts.flatMap(({ server, basePath }) => {
    // A relative server is on whatever host it is asked for.
    const base = URL.canParse(server, origin) ? new URL(server, origin) : undefined;
    const start = base?.pathname.replace(/\/+$/, '') ?? '';
    const isHere = base?.origin === origin && `${pathname}/`.startsWith(`${start}/`);
    return isHere ? [{ start, basePath }] : [];
  });
  const [best] = found.toSorted((left, right) => right.start.length - left.start.length);
  return best && `${best.basePath}${pathname.slice(best.start.length)}`;
}
