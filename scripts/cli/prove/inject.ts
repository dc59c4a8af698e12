import { Readable } from 'node:stream';
import { readResponse } from '../../contract/wire/read-response.ts';
import type { Send } from '../../contract/wire/send.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import type { Mock } from '../../mock/mock.ts';

/** Bytes of a response body that are read. */
const LARGEST = 64 * 1024 * 1024;

/** Sends to a mock of this process, without a port; what comes back is read as from a socket. */
export function injectInto(mock: Pick<Mock, 'inject'>): Send {
  return async (request) => {
    const payload = request.bytes === undefined ? request.body : Buffer.from(request.bytes);
    const response = await mock.inject({
      method: request.method,
      url: request.url,
      headers: gathered(request),
      ...(payload !== undefined && { payload }),
    });
    const rawHeaders = Object.entries(response.headers).flatMap(([name, value]) =>
      [value ?? []].flat().flatMap((it) => [name, String(it)]),
    );
    const { statusCode, rawPayload } = response;
    const incoming = Object.assign(Readable.from([rawPayload]), { statusCode, rawHeaders });
    return readResponse(incoming, LARGEST).then(
      (read) => ({ request, response: read }),
      (error: unknown) => ({ request, failure: error instanceof Error ? error.message : '' }),
    );
  };
}

/** Header fields by name, those of one name together. */
function gathered({ headers }: WireRequest): Record<string, string | string[]> {
  const byName = Map.groupBy(headers, ([name]) => name.toLowerCase());
  return Object.fromEntries(
    [...byName].map(([name, fields]) => {
      const values = fields.map(([, value]) => value);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
