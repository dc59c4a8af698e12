import { beforeAll, describe, expect, test } from 'vitest';
import { runCheck } from '../../scripts/contract/contract.ts';
import { createPassiveRun } from '../../scripts/contract/passive/passive.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { NO_PROFILES } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import { createClient } from '../../scripts/generate/runtime/client.ts';
import { writeParameters } from '../../scripts/generate/runtime/parameters.ts';
import { writeAnyBody } from '../../scripts/generate/runtime/write-any-body.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { examplesPresentAndValid } from '../../scripts/lint/rules/examples-present-and-valid.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { loadText, startMock, type TestMock } from '../mock/pets.ts';
import { BASE, describeRows, fieldsOf, ROWS, urlOf } from './trials/describe-rows.ts';
import { toAsked, withBoundary, type Asked, type Row, type Sent } from './trials/row.ts';

let api: ApiModel;
let contract: ReturnType<typeof toContract>;
let mock: TestMock;
beforeAll(async () => {
  api = await loadText(describeRows(ROWS));
  contract = toContract(api);
  mock = await startMock([api], { limits: false });
});

const rows = ROWS.map((row) => [row.id, row] as const);

describe('each request of the tables is told right by hand', () => {
  test.for(rows)('%s', async ([, row]) => {
    for (const sent of goodOf(row))
      expect([sent, await row.keeps(askedOf(row, sent))]).toEqual([sent, true]);
    for (const [, sent] of row.bad)
      expect([sent, await row.keeps(askedOf(row, sent))]).toEqual([sent, false]);
  });
});

describe('the mock takes what keeps the contract, and refuses what breaks it', () => {
  // What injects requests has no field of that name; on a socket there is one, see mock/serve.test.ts.
  const carried = rows.filter(([id]) => id !== 'named-__proto__-header');
  test.for(carried)('%s', async ([, row]) => {
    for (const sent of goodOf(row)) expect([sent, await statusOf(row, sent)]).toEqual([sent, 200]);
    for (const [, sent] of row.bad) {
      const status = await statusOf(row, sent);
      expect([sent, status >= 400 && status < 500]).toEqual([sent, true]);
    }
  });
});

describe('check says nothing of what keeps the contract, and blames a success of what breaks it', () => {
  test.for(rows)('%s', async ([, row]) => {
    for (const sent of [...goodOf(row), ...(row.undetermined ?? [])]) {
      expect([sent, await blamed(row, sent)]).toEqual([sent, false]);
    }
    // Recorders leave cookies out, so that nobody is blamed for one.
    const isTold = row.parameter?.in !== 'cookie';
    for (const [, sent] of row.bad) expect([sent, await blamed(row, sent)]).toEqual([sent, isTold]);
  });
});

describe('the client writes each value as the table does', () => {
  test.for(rows)('%s', async ([, row]) => {
    for (const [value, sent] of row.good)
      expect(await written(row, value)).toEqual(flatten(row, sent));
  });
});

describe('lint takes the examples that keep the contract, and no others', () => {
  const found = loadText(describeRows(ROWS, true)).then((it) =>
    checkRules(it, [examplesPresentAndValid]).map(({ at }) => at),
  );
  test.for(rows)('%s', async ([id, row]) => {
    const own = (await found).filter(
      (at) => at.startsWith(`#/paths/~1${id}/`) || at.startsWith(`#/paths/~1${id}~1`),
    );
    const named = own.map((at) => /\/examples\/(\w+)/.exec(at)?.[1]);
    const bad = row.bad.flatMap(([value], at) => (value === undefined ? [] : [`bad${at}`]));
    expect(new Set(named)).toEqual(new Set(bad));
  });
});

describe('test is silent about a server that keeps the contract, and really tries it', () => {
  test.for(rows)('%s', async ([, row]) => {
    const results = await tried(row, row.keeps);
    expect(results.map(({ property, outcome }) => [property, outcome])).toEqual([
      ['input.accepted', 'held'],
      ['input.rejected', 'held'],
    ]);
  });
});

describe('test blames a server that takes everything', () => {
  test.for(rows)('%s', async ([, row]) => {
    const [, rejected] = await tried(row, () => true);
    expect(rejected?.outcome).toBe('violated');
  });
});

describe('test blames a server that reads it as others do by mistake', () => {
  test.for(rows.filter(([, row]) => row.mistaken))('%s', async ([, row]) => {
    const [accepted] = await tried(row, row.mistaken ?? (() => false));
    expect(accepted?.outcome).toBe('violated');
  });
});

function goodOf({ good, also = [] }: Row): readonly Sent[] {
  return [...good.map(([, sent]) => sent), ...also];
}

function askedOf(row: Row, sent: Sent): Asked {
  return toAsked(prefixOf(row), urlOf(row, sent), fieldsOf(sent), sent.body);
}

function prefixOf({ id, parameter }: Row): string {
  return parameter?.in === 'path' ? `/${id}/` : `/${id}`;
}

async function statusOf(row: Row, sent: Sent): Promise<number> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of fieldsOf(sent)) {
    const former = Object.hasOwn(headers, name) ? (headers[name] ?? []) : [];
    const lines = [...[former].flat(), value];
    Object.defineProperty(headers, name, { value: lines, enumerable: true, configurable: true });
  }
  const method = row.body ? 'POST' : 'GET';
  // Header lines that repeat are told one by one.
  const { status } = await mock.send(method, urlOf(row, sent), {
    headers: headers as Record<string, string>,
    ...(sent.body !== undefined && { body: sent.body }),
  });
  return status;
}

async function blamed(row: Row, sent: Sent): Promise<boolean> {
  const run = createPassiveRun(api, { file: 'day.ndjson', targets: new Map(), now: () => 0 });
  const request = {
    method: row.body ? 'POST' : 'GET',
    url: `${BASE}${urlOf(row, sent)}`,
    headers: fieldsOf(sent),
    body: sent.body,
  };
  const response = { status: 200, headers: [], body: '' };
  const location = { file: 'day.ndjson', line: 1, column: 1 };
  const times = { began: undefined, ended: undefined, isCached: false };
  const exchange = { request, response };
  await run.take({ ...times, exchange, hasBody: true, hasContent: true, location });
  const { results, traffic } = await run.end();
  expect(traffic?.matched).toBe(1);
  return results.some(({ outcome }) => outcome === 'violated');
}

async function written({ id, parameter }: Row, value: unknown): Promise<object> {
  const requests: Request[] = [];
  const fetch = (request: Request) => {
    requests.push(request);
    return Promise.resolve(new Response(null, { status: 200 }));
  };
  // The client has a method for each operation of the contract.
  const client = createClient(
    contract,
    { fetch },
    { writeBody: writeAnyBody, writeParameters },
  ) as Readonly<Record<string, (input: object) => Promise<unknown>>>;
  const input = parameter
    ? { [parameter.in]: Object.fromEntries([[parameter.name, value]]) }
    : { body: value };
  await client[id]?.(input);
  const [request] = requests;
  if (!request) throw new Error(`${id} was not sent`);
  const [type, body] = [request.headers.get('content-type'), await request.text()];
  const sent = withBoundary({ ...(type !== null && { type }), ...(body !== '' && { body }) });
  const name = parameter?.in === 'cookie' ? 'cookie' : (parameter?.name ?? '');
  return {
    url: request.url.slice(BASE.length),
    field: parameter?.in === 'header' || name === 'cookie' ? request.headers.get(name) : null,
    type: sent.type ?? '',
    body: sent.body ?? '',
  };
}

function flatten(row: Row, sent: Sent): object {
  return {
    url: urlOf(row, sent),
    field: sent.fields?.map(([, value]) => value).join(', ') ?? null,
    type: sent.type ?? '',
    body: sent.body ?? '',
  };
}

const withoutRefusals = loadText(describeRows(ROWS).replaceAll('"400":', '"404":'));

async function tried(row: Row, keeps: Row['keeps']) {
  const send: Send = async (request) => {
    const { url, headers, body, bytes } = request;
    const asked = toAsked(
      prefixOf(row),
      url.slice('http://server.test'.length),
      headers,
      bytes ?? body,
    );
    const status = (await keeps(asked)) ? 200 : 400;
    return { request, response: { status, headers: [], body: '' } };
  };
  // Of a refusal that is documented nobody can tell whether it is about more than the description says.
  const unforeseen = await withoutRefusals;
  const operation = unforeseen.operations.find(({ id }) => id === row.id);
  if (!operation) throw new Error(`no operation ${row.id}`);
  const targets = new Map([[BASE, 'http://server.test']]);
  const options = {
    api: unforeseen,
    targets,
    profiles: NO_PROFILES,
    seed: 1,
    runs: 5,
    writes: true,
    send,
    now: () => 0,
  };
  return await Promise.all(
    ['input.accepted', 'input.rejected'].map(async (id) => {
      const property = PROPERTIES.find((it) => it.id === id);
      if (!property) throw new Error(`no property ${id}`);
      return await runCheck(options, operation, property);
    }),
  );
}
