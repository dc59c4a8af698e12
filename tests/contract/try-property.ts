import type { JsonObject } from '../../scripts/base/json.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { loadApi } from '../../scripts/load/load-api.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import type { HeaderFields, WireRequest } from '../../scripts/wire/exchange.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: HeaderFields;
  readonly body?: string;
}

/** A server as a function of the request, and how often one like it came. */
export type Server = (request: WireRequest, times: number) => Reply | 'silence';

/** Where an operation is: a POST where it takes a body, else a GET, at `/things`, unless said. */
interface At {
  readonly method?: string;
  readonly path?: string;
}

async function described(operation: JsonObject, { method: given, path = '/things' }: At) {
  const method = given ?? ('requestBody' in operation ? 'post' : 'get');
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    servers: [{ url: 'https://things.test' }],
    paths: { [path]: { [method]: { operationId: 'send', ...operation } } },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  });
  return await loadApi('things.json', {
    readText: () => Promise.resolve(text),
    exists: (name) => Promise.resolve(name === 'things.json'),
    bundle: () => Promise.resolve(text),
  });
}

/** Tries one property on an operation, at a time in milliseconds since the epoch. */
export async function tryProperty(
  property: string,
  operation: JsonObject,
  server: Server,
  now = 0,
  at: At = {},
): Promise<CheckResult> {
  const api = await described(operation, at);
  const [own] = api.operations;
  const [meant] = PROPERTIES.filter(({ id }) => id === property);
  if (!meant || !own) throw new Error(`there is no ${property}`);
  const seen = new Map<string, number>();
  const none = new Map<string, string>();
  const good = new Map([...api.securitySchemes.keys()].map((it) => [it, 'k-123456'] as const));
  return await runCheck(
    {
      api,
      targets: new Map(api.servers.map(({ url }) => [url, 'http://server.test'])),
      profiles: { good, expired: none, readOnly: none, narrow: none, metered: none, other: none },
      seed: 1,
      runs: 3,
      writes: true,
      now: () => now,
      send(request) {
        const { method, url, headers, body } = request;
        const like = JSON.stringify([method, url, headers, body]);
        const times = (seen.get(like) ?? 0) + 1;
        seen.set(like, times);
        const reply = server(request, times);
        if (reply === 'silence')
          return Promise.resolve({ request, failure: 'no answer within 7 ms' });
        return Promise.resolve({ request, response: { headers: [], body: '', ...reply } });
      },
    },
    own,
    meant,
  );
}
