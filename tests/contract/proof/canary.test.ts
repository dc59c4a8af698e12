import { describe, expect, test } from 'vitest';
import { loadApis, loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { coverageOf } from '../../../scripts/contract/coverage/coverage.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { PROFILES, type Profiles } from '../../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../../scripts/contract/wire/send.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { disputesOf } from '../../../scripts/result/dispute.ts';
import { violationsOf, type CheckResult } from '../../../scripts/result/contract-run.ts';
import type { Exchange, WireRequest, WireResponse } from '../../../scripts/wire/exchange.ts';
import { checkFinished, toRun, type RunHeader } from '../../../scripts/result/run-event.ts';
import { renderDispute, renderViolation } from '../../../scripts/result/violation-text.ts';
import { renderReports, REPORT_CHOICES } from '../../../scripts/report/report.ts';
import { loadText } from '../../load/load-files.ts';
import { PARCELS } from '../run-parcels.ts';

const MARK = 'Canary';

/** A secret that no escape leaves as it is, but whose mark every escape does. */
function canary(name: string): string {
  return `${MARK}${name.replaceAll(/\W/g, '')}+/="&<x>`;
}

/** A secret for each profile and scheme; that of a Basic scheme is a pair, as it is sent. */
function canariesFor({ securitySchemes }: ApiModel): Profiles {
  const secretsOf = (profile: string) =>
    new Map(
      [...securitySchemes].map(([name, scheme]) => {
        const secret = canary(`${profile}${name}`);
        const isBasic = scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
        return [name, isBasic ? Buffer.from(`user:${secret}`).toString('base64') : secret];
      }),
    );
  return Object.fromEntries(PROFILES.map((it) => [it, secretsOf(it)])) as unknown as Profiles;
}

/** Fails in every way it can, and repeats what it was sent, plain and encoded. */
function createParrot({ policies, operations, securitySchemes }: ApiModel): Send {
  const { token, issuedBy } = policies.session ?? {};
  const issuer = operations.find(({ id }) => id === issuedBy);
  let turn = 0;
  return (request) => {
    turn += 1;
    const status = [200, 401, 500, 400, 201, 404, 429][turn % 7] ?? 200;
    const issued = canary(`issued${turn % 5}`);
    const cookies = [...securitySchemes.values()].flatMap((scheme) =>
      scheme.type === 'apiKey' && scheme.in === 'cookie'
        ? [['Set-Cookie', `${scheme.name}=${issued.replaceAll('"', '')}; HttpOnly`] as const]
        : [],
    );
    const isIssuing = token !== undefined && request.url.endsWith(issuer?.path ?? '\0');
    const echo = echoesOf(request)[turn % ECHOES] ?? '';
    const response: WireResponse = {
      status,
      headers: [['content-type', 'application/json'], ['x-echo', echo], ...cookies],
      body: JSON.stringify({ ...(isIssuing && { token: issued }), echo }),
    };
    const failure = `socket hang up after ${echo}`;
    const exchange: Exchange = turn % 11 === 0 ? { request, failure } : { request, response };
    return Promise.resolve(exchange);
  };
}

const ECHOES = 7;

function echoesOf({ url, headers, body = '' }: WireRequest): string[] {
  const fields = headers.map((it) => it.join(': ')).join(' | ');
  const text = `${fields} ${url} ${body.slice(0, 500)}`.toWellFormed();
  return [
    text,
    encodeURIComponent(text),
    new URLSearchParams([['q', text]]).toString(),
    Buffer.from(text).toString('base64'),
    Buffer.from(headers.map(([, value]) => value).join(' ')).toString('base64url'),
    decodedIn(text).join(' '),
    JSON.stringify(text),
  ];
}

/** Texts that stand in base64 in a text, whatever they begin with. */
function decodedIn(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
  return runs.flatMap((run) =>
    [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')),
  );
}

/** Where a text gives a secret away: what stands around the mark. */
function leaksIn(text: string): string[] {
  return [text, ...decodedIn(text)].flatMap((it) => {
    const at = it.indexOf(MARK);
    return at < 0 ? [] : [it.slice(Math.max(0, at - 40), at + 40)];
  });
}

/** All that is written or printed of a run of every property on every operation. */
async function writtenOf(
  api: ApiModel,
): Promise<{ texts: Map<string, string>; results: CheckResult[] }> {
  const send = createParrot(api);
  const header: RunHeader = {
    api: api.name,
    title: api.title,
    target: 'http://parrot.test',
    mode: 'active',
    started: '2026-01-01T00:00:00Z',
    seed: 1,
    runs: 1,
    operations: api.operations.map(({ id, method, path, pointer }) => ({
      id,
      method,
      path,
      location: api.locate(pointer),
    })),
    properties: PROPERTIES.map(({ id, title }) => ({ id, title })),
  };
  const options = {
    api,
    targets: new Map(api.servers.map(({ url }) => [url, 'http://parrot.test'])),
    profiles: canariesFor(api),
    seed: 1,
    runs: 1,
    writes: true,
    send,
    now: () => 0,
    keepExchanges: true,
    // The parrot says something else each time: nothing gets smaller.
    effort: 3,
  };
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) results.push(await runCheck(options, operation, property));
  }
  const coverage = coverageOf(api, results);
  const run = toRun(header, results, { milliseconds: 0, interrupted: undefined, coverage });
  const printed = [
    ...violationsOf(results).map(renderViolation),
    ...disputesOf(results).map(renderDispute),
  ];
  const texts = new Map([
    ...renderReports(run, REPORT_CHOICES).map(({ path, text }) => [path, text] as const),
    ['console', printed.join('\n')],
    ['events', JSON.stringify(results.flatMap((result, i) => checkFinished(result, i)))],
  ]);
  return { texts, results };
}

describe('no secret is in anything that is written', async () => {
  const all = [...(await loadApis(nodeIo, [])), await loadDescription(nodeIo, PARCELS)];

  test.each(all.map((it) => [it.name, it] as const))(
    'of %s, against a server that fails and repeats what it is sent',
    { timeout: 120_000 },
    async (_name, api) => {
      const { texts, results } = await writtenOf(api);
      expect(violationsOf(results).length).toBeGreaterThan(3);
      for (const [file, text] of texts) expect([file, leaksIn(text)]).toEqual([file, []]);
      const everything = [...texts.values()].join('\n');
      for (const scheme of api.securitySchemes.keys()) {
        const variable = scheme.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
        // A text of megabytes is no use beside an expectation.
        expect([variable, everything.includes(`$KILN_${variable}`)]).toEqual([variable, true]);
      }
    },
  );

  test('of a Basic pair, a query key, and sessions that the server issues', async () => {
    const api = await loadText(BASIC);
    const { texts, results } = await writtenOf(api);
    expect(violationsOf(results).length).toBeGreaterThan(3);
    for (const [file, text] of texts) expect([file, leaksIn(text)]).toEqual([file, []]);
    expect([...texts.values()].join('\n').includes('$KILN_SESSION_ISSUED')).toBe(true);
  });
});

test('the parrot gives secrets away', async () => {
  const api = await loadText(BASIC);
  const secret = canary('good');
  const request = {
    method: 'GET',
    url: `http://parrot.test/?key=${encodeURIComponent(secret)}`,
    headers: [
      ['authorization', `Basic ${Buffer.from(`user:${secret}`).toString('base64')}`],
    ] as const,
    body: undefined,
  };
  const parrot = createParrot(api);
  const leaks: number[] = [];
  for (let turn = 0; turn < ECHOES; turn += 1) {
    leaks.push(leaksIn(JSON.stringify(await parrot(request))).length);
  }
  expect(Math.min(...leaks)).toBeGreaterThan(0);
});

const BASIC = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Pets, version: '1' }
servers: [{ url: https://pets.test }]
x-session: { scheme: session, lifetime: 60, issuedBy: logIn, token: '#/token' }
paths:
  /login:
    post:
      operationId: logIn
      security: [{ pair: [] }]
      responses: { '200': { description: in, content: { application/json: { schema: { type: object, required: [no] } } } } }
  /pets:
    get:
      operationId: listPets
      security: [{ session: [] }, { pair: [], key: [] }]
      responses: { '200': { description: pets, content: { application/json: { schema: { type: array } } } } }
components:
  securitySchemes:
    pair: { type: http, scheme: basic }
    key: { type: apiKey, in: query, name: key }
    session: { type: http, scheme: bearer }
`;
