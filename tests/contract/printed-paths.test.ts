import { expect, test } from 'vitest';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { toMatcher } from '../../scripts/contract/passive/match.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { undocumentedMethod } from '../../scripts/contract/properties/envelope.ts';
import { readRequest } from '../../scripts/contract/wire/read-request.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { violationsOf } from '../../scripts/result/contract-run.ts';
import { loadText, START } from '../mock/pets.ts';

const DESCRIPTION = `openapi: 3.1.0
info: {title: Flows, version: '1'}
servers: [{url: https://api.flows.example/v1}]
x-errors:
  notFound: {status: 404, response: Lost}
  methodNotAllowed: {status: 405, response: Lost}
paths:
  /flow/{flowId}:
    x-documented-as: [/flow:flowId, /flow/:id/, 'GET /flows/:id', 'PUT /flows/:id']
    parameters: [{name: flowId, in: path, required: true, schema: {type: integer}}]
    get: {operationId: readFlow, responses: {'200': &flow {description: It., content: {application/json: {schema: {type: object}, example: {id: 1}}}}}}
    put: {operationId: changeFlow, responses: {'200': *flow}}
  /flows/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    delete: {operationId: removeFlow, responses: {'204': {description: Gone.}}}
components:
  responses:
    Lost: {description: Not here., content: {application/json: {schema: {type: object, required: [message], properties: {message: {type: string}}}, example: {message: no}}}}
`;
const now = () => START;
const api = await loadText(DESCRIPTION, undefined, 'flows');

test('blames nobody who serves what the documents print', async () => {
  const mock = await createMock([api], { clock: { now }, limits: true });
  const targets = targetsOf(mock, api, 'http://mock.test');
  const profiles = fixtureProfiles(api, now());
  const send = injectInto(mock);
  const options = { api, targets, profiles, seed: 1, runs: 3, writes: true, send, now };
  const found: string[] = [];
  for (const one of api.operations) {
    for (const property of PROPERTIES) {
      // One after the other, as some properties need it.
      // oxlint-disable-next-line no-await-in-loop
      const result = await runCheck(options, one, property);
      found.push(...violationsOf([result]).map((it) => `${it.property}: ${it.message}`));
    }
  }
  await mock.close();
  expect(found).toEqual([]);
});

test('asks for no method that the documents print on a path', () => {
  const methods = api.operations.map((it) => `${it.path} ${undocumentedMethod(api, it)}`);
  // Each operation of a path asks for another one.
  expect(methods).toEqual(['/flow/{flowId} post', '/flow/{flowId} delete', '/flows/{id} post']);
});

test.each([
  ['/flow:7', []],
  ['/flow/7/', []],
  ['/flows/7', []],
  ['/flow:seven', ['type']],
])('reads the variables of %s', (path, want) => {
  const [operation] = api.operations;
  const request = { method: 'GET', url: `https://x.test${path}`, headers: [], body: undefined };
  const breaches = operation ? readRequest(api, 'https://x.test', operation, request) : [];
  expect(breaches.map(({ keyword }) => keyword)).toEqual(want);
});

test('judges recorded requests for printed paths as those of the operation', () => {
  const match = toMatcher(api, new Map());
  const asked = (method: string, path: string) => {
    const url = `https://api.flows.example/v1${path}`;
    const found = match({ method, url, headers: [], body: undefined });
    return 'operation' in found ? found.operation.id : found.why;
  };
  expect(['/flow/7', '/flow:7', '/flow/7/', '/flows/7'].map((it) => asked('GET', it))).toEqual(
    Array.from({ length: 4 }, () => 'readFlow'),
  );
  expect(asked('DELETE', '/flows/7')).toBe('removeFlow');
  expect([asked('PATCH', '/flow:7'), asked('GET', '/flow:7/')]).toEqual(['method', 'path']);
});
