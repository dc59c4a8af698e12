import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { escapePattern } from '../../scripts/base/escape-pattern.ts';
import { isGuarded } from '../../scripts/faults/operators/refused.ts';
import { NAMESPACE_HEADER } from '../../scripts/wire/namespace.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import type { ApiModel, Operation } from '../../scripts/model/api-model.ts';
import { START } from '../mock/pets.ts';
import { listPrinted } from './printed/list-printed.ts';
import { DOCUMENTS, readPrinted, type Listed } from './printed/read-printed.ts';
import { meant, verbatim, type MockRequest } from './printed/to-requests.ts';

const apis = await loadApis(nodeIo, []);
const now = () => START;
const mock = await createMock(apis, { clock: { now }, limits: false });
afterAll(() => mock.close());

const tables = await Promise.all(
  DOCUMENTS.map(async (name) => ({ name, ...(await readPrinted(name)) })),
);

test('each document has a list, and no list is without a document', async () => {
  const files = (await readdir('tests/specs/printed')).filter((it) => it.endsWith('.yaml'));
  expect(files.toSorted()).toEqual(DOCUMENTS.map((it) => `${it}.yaml`));
  expect(tables.map(({ name, requests }) => [name, requests.length])).toEqual([
    ['claravine', 6],
    ['clay-base', 107],
    ['clay-com', 30],
    ['clayva', 12],
    ['commanders-act', 4],
  ]);
});

describe.each(tables)('what $name prints', ({ api: main, servers, requests }) => {
  const cases = requests
    .filter(({ sends }) => sends === undefined)
    .map((listed, at) => {
      const api = apis.find(({ name }) => name === (listed.api ?? main));
      if (!api) throw new Error(`there is no ${listed.api ?? main}`);
      const operation = api.operations.find(({ id }) => id === listed.operation);
      return { listed, api, operation, servers, title: titleOf(listed, at) };
    });
  const calls = cases.filter(({ listed }) => listed.printed.as !== 'event');

  test.each(calls)('is served to the letter: $title', async ({ listed, api, operation, ...at }) => {
    const { status, refusal } = await send(verbatim(api, operation, listed), api, at.servers);
    const needsKey = operation !== undefined && isGuarded(operation);
    expect([status, refusal]).toEqual([listed.verbatim ?? (needsKey ? 401 : 200), refusal]);
    expect(operation ? statusesOf(operation) : [String(status)]).toContain(String(status));
  });

  test.each(calls)(
    'is served as it is meant: $title',
    async ({ listed, api, operation, ...at }) => {
      const { status, refusal } = operation
        ? await send(meant(api, operation, listed), api, at.servers)
        : { status: 404, refusal: 'nothing is described there' };
      expect([status, refusal]).toEqual([listed.answer ?? 200, refusal]);
      for (const { operation: id, answer } of listed.also ?? []) {
        const other = api.operations.find((it) => it.id === id);
        if (!other) throw new Error(`there is no ${id}`);
        // One after the other, as they are listed.
        // oxlint-disable-next-line no-await-in-loop
        const also = await send(meant(api, other, listed), api, at.servers);
        expect([id, also.status]).toEqual([id, answer]);
      }
    },
  );

  const flawedCalls = calls.filter(({ listed }) => listed.printed.flaws !== undefined);
  test.skipIf(flawedCalls.length === 0)('is refused where its body is no JSON', async () => {
    for (const { listed, api, operation } of flawedCalls) {
      if (!operation) throw new Error('a flawed body belongs to an operation');
      // oxlint-disable-next-line no-await-in-loop
      const { status } = await send(meant(api, operation, listed, true), api, servers);
      expect([operation.id, status]).toEqual([operation.id, 400]);
    }
  });

  const events = cases.filter(({ listed }) => listed.printed.as === 'event');
  test.skipIf(events.length === 0)('of what the API sends is what its webhook describes', () => {
    for (const { listed, api } of events) {
      const webhook = api.webhooks.find(({ id }) => id === listed.operation);
      const schema = webhook?.body?.content[0]?.schema ?? '#/nowhere';
      expect(api.schemas.check(schema, listed.printed.body, 'request')).toEqual([]);
    }
  });
});

const FOLDER = process.env['KILN_DOCUMENTS'] ?? '../shared/sources';

describe.skipIf(!existsSync(FOLDER))('the documents themselves', () => {
  test.each(tables)(
    'print what is listed of $name, and no more',
    async ({ name, servers, requests }) => {
      const text = await readFile(`${FOLDER}/${name}.txt`, 'utf8');
      expect(listPrinted({ text, servers })).toEqual(requests.map(({ printed }) => printed));
    },
  );
});

let sent = 0;

/** The host replaced by that of the mock; what one request changes is of no matter to the next. */
async function send(
  { method, address, headers, body }: MockRequest,
  api: ApiModel,
  servers: readonly string[],
) {
  const [, host] = /^(https?:\/\/[^/]+)/.exec(address) ?? [];
  const mounts = mock.mounts.filter((it) => it.api === api.name);
  const mount = host === undefined ? mounts[0] : mounts.find(({ server }) => isAt(server, host));
  if (!mount) throw new Error(`no server of ${api.name} is at ${host}`);
  const server = servers.find((it) => address.startsWith(it));
  const base = new URL(mount.server).pathname.replace(/\/$/, '');
  const local = address.slice(server?.length ?? 0);
  const rest = base !== '' && local.startsWith(`${base}/`) ? local.slice(base.length) : local;
  const response = await mock.inject({
    method,
    url: `${mount.basePath}${encodeURI(rest)}`,
    headers: { ...headers, [NAMESPACE_HEADER]: `printed-${(sent += 1)}` },
    ...(body !== undefined && { payload: body }),
  });
  return {
    status: response.statusCode,
    refusal: `${method} ${rest}: ${response.body.slice(0, 200)}`,
  };
}

function isAt(server: string, printed: string): boolean {
  const literals = printed.split(/\[[^\]]+\]/).map((it) => escapePattern(it));
  return new RegExp(`^${literals.join('[^/]+')}(/|$)`).test(server);
}

function statusesOf({ responses }: Operation): readonly string[] {
  return responses.map(({ status }) => status);
}

function titleOf({ printed, completed }: Listed, at: number): string {
  const { as, method = completed?.method, address, headers = {}, query = [] } = printed;
  const what = address ?? [...Object.values(headers), ...query].join(', ');
  return [`${at + 1}.`, as, method, what].filter((it) => it !== undefined).join(' ');
}
