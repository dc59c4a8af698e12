import { expect, test } from 'vitest';
import { refuseCredentialHeaders } from '../../../scripts/cli/contract/refuse-credential-headers.ts';
import { toHeaders } from '../../../scripts/cli/options.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { headerOf, type HeaderFields, type WireRequest } from '../../../scripts/wire/exchange.ts';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { PARCELS } from '../run-parcels.ts';
import { describeOperation } from '../../values/describe-body.ts';

const SECRET = 'k-7f3a9921';

/** Tries everything on a server that takes one key only, in a header that is a plain parameter, and fails on large numbers. */
async function tryWith(headers: HeaderFields) {
  const { api, operation } = await describeOperation({
    parameters: [
      { name: 'X-Key', in: 'header', required: true, schema: { type: 'string' } },
      { name: 'size', in: 'query', schema: { type: 'integer' } },
    ],
    responses: { '200': { description: 'ok' }, '400': { description: 'refused' } },
  });
  const sent: WireRequest[] = [];
  const options = {
    api,
    targets: new Map(api.servers.map(({ url }) => [url, 'http://server.test'])),
    profiles: NO_PROFILES,
    headers,
    seed: 1,
    runs: 5,
    writes: true,
    now: () => 0,
    send: (request: WireRequest) => {
      sent.push(request);
      const size = new URL(request.url).searchParams.get('size');
      const isMine = headerOf(request, 'x-key') === SECRET;
      const status = !isMine ? 401 : size === null || Number.isInteger(Number(size)) ? 200 : 400;
      const failed = isMine && Number(size) > 2 ** 40 ? 500 : status;
      return Promise.resolve({
        request,
        response: { status: failed, headers: [], body: `you sent ${headerOf(request, 'x-key')}` },
      });
    },
  };
  const results = [];
  for (const property of PROPERTIES.filter(({ id }) => /^(?:conformance|input)/.test(id)))
    results.push(await runCheck(options, operation, property));
  return { results, sent, messages: results.flatMap((it) => it.violations.map((v) => v.message)) };
}

test('every request carries the headers that are given, and an operation succeeds by them', async () => {
  const { results, sent, messages } = await tryWith([['X-Key', SECRET]]);
  expect(sent.filter((it) => headerOf(it, 'x-key') !== SECRET)).toEqual([]);
  expect(results.some(({ isProven }) => isProven)).toBe(true);
  expect(messages.filter((it) => it.includes('401'))).toEqual([]);
  const without = await tryWith([]);
  expect(without.results.some(({ isProven }) => isProven)).toBe(false);
});

test('the value of such a header stands in nothing that is reported', async () => {
  const { results } = await tryWith([['X-Key', SECRET]]);
  const found = results.flatMap(({ violations }) => violations);
  expect(found.length).toBeGreaterThan(0);
  expect(JSON.stringify(results)).not.toContain(SECRET);
  expect(found[0]?.curl).toContain('$KILN_HEADER_X_KEY');
});

test.for<[text: string, fields: HeaderFields | undefined]>([
  ['X-Key: 123', [['X-Key', '123']]],
  ['x-tenant:a b ', [['x-tenant', 'a b']]],
  ['X-Empty:', [['X-Empty', '']]],
  ['no value', undefined],
  ['a b: c', undefined],
  ['X-Key: a\nb', undefined],
  ['Content-Length: 3', undefined],
])('--header %j is read as %j', ([text, fields]) => {
  const read = () => {
    try {
      return toHeaders(text);
    } catch {
      return undefined;
    }
  };
  expect(read()).toEqual(fields);
});

test('a header that is a credential of a security scheme is refused, and how it is given is said', async () => {
  const api = await loadDescription(nodeIo, PARCELS);
  expect(() => refuseCredentialHeaders(api, [['x-key', '1']])).toThrow(
    /--header x-key is a credential/,
  );
  expect(() => refuseCredentialHeaders(api, [['X-Other', '1']])).not.toThrow();
});
