import { expect, test } from 'vitest';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createDoorman } from '../../../scripts/contract/run/doorman.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Things, version: '1'}
servers: [{url: 'http://things.test'}]
security: [{key: []}]
paths:
  /things:
    get: {operationId: list, responses: {'200': {description: ok}, '401': {description: no}}}
  /secrets:
    get: {operationId: spy, responses: {'200': {description: ok}, '401': {description: no}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
`);

/** What comes of the checks without any credential, on a server that answers so. */
async function tried(statusOf: (path: string) => number) {
  const doorman = createDoorman(api, undefined);
  const told: Record<string, string> = {};
  for (const operation of api.operations) {
    for (const id of ['conformance', 'auth.missing', 'auth.unknown']) {
      const property = PROPERTIES.find((it) => it.id === id);
      if (!property) throw new Error(id);
      const { outcome } = await runCheck(
        {
          api,
          doorman,
          targets: new Map([['http://things.test', 'http://127.0.0.1:1']]),
          profiles: NO_PROFILES,
          seed: 1,
          runs: 2,
          writes: true,
          now: () => 0,
          send: (request) =>
            Promise.resolve({
              request,
              response: { status: statusOf(new URL(request.url).pathname), headers: [], body: '' },
            }),
        },
        operation,
        property,
      );
      told[`${operation.id} ${id}`] = outcome;
    }
  }
  return told;
}

test('a server that does not ask for the documented credential is tried without one, and told so', async () => {
  expect(await tried((path) => (path === '/things' ? 200 : 401))).toEqual({
    'list conformance': 'held',
    'list auth.missing': 'violated',
    'list auth.unknown': 'skipped',
    'spy conformance': 'skipped',
    'spy auth.missing': 'skipped',
    'spy auth.unknown': 'skipped',
  });
});

test('a server that asks for it is not tried', async () => {
  const outcomes = Object.values(await tried(() => 401));
  expect(new Set(outcomes)).toEqual(new Set(['skipped']));
});
