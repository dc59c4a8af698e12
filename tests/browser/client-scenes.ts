import type * as Claravine from '../../generated/claravine/client.d.ts';
import type * as ClayBase from '../../generated/clay-base/client.d.ts';
import type * as ClayCom from '../../generated/clay-com/client.d.ts';
import type * as Clayva from '../../generated/clayva/client.d.ts';

/** Loads a module in the page. */
declare const load: <Module>(path: string) => Promise<Module>;

// Each runs in a page, to which only its text goes: it knows nothing but what it is given.

/** Two calls at once, of one client for all of the page's life. */
export async function listTwice(base: string): Promise<number[]> {
  const { createClayComClient } = await load<typeof ClayCom>('./clay-com/client.js');
  const own = globalThis as { client?: ReturnType<typeof createClayComClient> };
  const client = (own.client ??= createClayComClient({
    baseUrl: base,
    credentials: 'include',
    login: { body: { email: 'ada@example.com', password: 'example-password', source: null } },
  }));
  const results = await Promise.all([client.listWorkspaces(), client.listWorkspaces()]);
  return results.map(({ status }) => status);
}

/** So many events at once; a line for each of them. */
export async function trackMany([base, count]: readonly [string, number]): Promise<string[]> {
  const { createClayvaClient } = await load<typeof Clayva>('./clayva/client.js');
  const client = createClayvaClient({ baseUrl: base, auth: { bearerAuth: 'kiln_clayva_free' } });
  const events = Array.from({ length: count }, (_, index) => ({ event: `Page Viewed ${index}` }));
  const delivered = await client.trackEventBatch.inBatches(events);
  return delivered.map(({ index, item, result, error }) =>
    [index, item.event, result?.status, error?.message].join(' '),
  );
}

/** One call, and the waits before it was sent again. */
export async function listPatiently(
  base: string,
): Promise<{ readonly status: number; readonly waits: unknown[]; readonly longest: number }> {
  const { createClayvaClient } = await load<typeof Clayva>('./clayva/client.js');
  const waits: unknown[] = [];
  let longest = 0;
  const client = createClayvaClient({
    baseUrl: base,
    auth: { bearerAuth: 'kiln_clayva_free' },
    timeout: 0,
    onRetry({ cause, milliseconds }) {
      waits.push(cause);
      longest = Math.max(longest, milliseconds);
    },
  });
  const { status } = await client.listWorkspaces();
  return { status, waits, longest };
}

/** A read, or a write. */
export async function callOnce([base, id]: readonly [
  string,
  'findRecords' | 'createRecords',
]): Promise<number> {
  const { createClayBaseClient } = await load<typeof ClayBase>('./clay-base/client.js');
  const auth = { accountToken: 'kiln_claybase_account' };
  const client = createClayBaseClient({ baseUrl: base, auth });
  const path = { baseId: 2041 };
  const table = 'articles';
  const { status } = await (id === 'findRecords'
    ? client.findRecords({ path, body: { table, config: {} } })
    : client.createRecords({ path, body: { table, values: { title: 'Tides' } } }));
  return status;
}

/** A submission that is waited for, and the states that it was in. */
export async function submit(base: string): Promise<readonly [ok: boolean, states: string[]]> {
  const { createClaravineClient } = await load<typeof Claravine>('./claravine/client.js');
  const auth = {
    apiKey: 'kiln_claravine_editor_key',
    apiSecret: 'kiln_claravine_editor_secret',
  };
  const client = createClaravineClient({ baseUrl: base, auth });
  const { body } = await client.listDatasets().orThrow();
  const dataset = Array.isArray(body) ? body[0] : undefined;
  const datasetUuid = typeof dataset === 'object' ? (dataset.uuid ?? '') : '';
  const states: string[] = [];
  const { ok } = await client.createTransaction.submitAndWait(
    {
      path: { datasetUuid },
      body: { fields: ['Campaign', 'Country'], rows: [['Summer Sale', 'France']] },
    },
    { interval: 20, onState: (state) => states.push(state) },
  );
  return [ok, states];
}

/** Five records, and all of them from the last to the first, two a page. */
export async function walkPages(base: string): Promise<unknown[]> {
  const { createClayBaseClient } = await load<typeof ClayBase>('./clay-base/client.js');
  const auth = { accountToken: 'kiln_claybase_account' };
  const client = createClayBaseClient({ baseUrl: base, auth });
  const made = await client.createBase({ body: { name: 'newsroom' } }).orThrow();
  const path = { baseId: made.body.result.bid };
  const table = 'articles';
  const columns = [{ name: 'title', type: 'text' as const }];
  await client.createTable({ path, body: { name: table, columns } }).orThrow();
  const values = Array.from({ length: 5 }, (_, index) => ({ title: `Article ${index}` }));
  await client.createRecords({ path, body: { table, values } }).orThrow();
  const titles: unknown[] = [];
  const body = { table, config: { limit: 2, order: 'title DESC' } };
  for await (const item of client.findRecords.items({ path, body })) titles.push(item.title);
  return titles;
}

/** A record that is to be made, and a handler that vetoes it: whether it was made, and what was asked. */
export async function vetoRecord(
  base: string,
): Promise<readonly [ok: boolean, asked: string | undefined]> {
  const { createClayBaseClient, receiveClayBaseWebhook } =
    await load<typeof ClayBase>('./clay-base/client.js');
  let asked: string | undefined;
  const receiver = globalThis as { receive?: (request: Request) => Promise<Response> };
  receiver.receive = receiveClayBaseWebhook('recordInsert', ({ payload }) => {
    asked = JSON.stringify(payload);
    return { veto: 'not today' };
  });
  const auth = { accountToken: 'kiln_claybase_account' };
  const client = createClayBaseClient({ baseUrl: base, auth });
  const body = { table: 'people', values: { name: 'Ada' } };
  const { ok } = await client.createRecords({ path: { baseId: 2041 }, body });
  return [ok, asked];
}

/** What the handler of the page answers to a webhook. */
export async function receive([url, method, body]: readonly [
  string,
  string,
  string,
]): Promise<number> {
  const receiver = globalThis as { receive?: (request: Request) => Promise<Response> };
  const request = new Request(url, { method: method.toUpperCase(), body });
  return (await receiver.receive?.(request))?.status ?? 404;
}

/** A form with a file, twice, of so many bytes. */
export async function upload([base, bytes]: readonly [string, number]): Promise<number> {
  type Call = (input: object) => Promise<{ readonly status: number }>;
  type Make = (options: object) => { readonly sendParts: Call };
  const { createBodiesClient } = await load<{ readonly createBodiesClient: Make }>(
    './uploads/bodies/client.js',
  );
  const pixels = new Uint8Array(bytes).map((_, index) => index % 251);
  const image = new File([pixels], 'ä.png', { type: 'image/png' });
  const client = createBodiesClient({ baseUrl: base });
  return (await client.sendParts({ body: { image, files: [image], csv: 'a' } })).status;
}
