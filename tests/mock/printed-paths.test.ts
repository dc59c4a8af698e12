import { describe, expect, test } from 'vitest';
import { loadText, startMock } from './pets.ts';

const DESCRIPTION = `openapi: 3.1.0
info: {title: Flows, version: '1'}
servers: [{url: https://api.flows.example/v1}]
paths:
  /flow/{flowId}:
    x-documented-as: [/flow:flowId, /v1/flows/:id, 'https://api.flows.example/v1/flow/[id]/', '/teams/{team}/flows/{id}']
    parameters: &id [{name: flowId, in: path, required: true, schema: {type: integer}}]
    get: {operationId: readFlow, responses: {'200': &flow {description: It., content: {application/json: {schema: {type: object}, example: {id: 1}}}}}}
    patch: {operationId: changeFlow, responses: {'200': *flow}}
  /flows/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    delete: {operationId: removeFlow, responses: {'204': {description: Gone.}}}
    x-documented-as: DELETE /flow/:id
`;

async function send(method: 'GET' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS', path: string) {
  const mock = await startMock([await loadText(DESCRIPTION, undefined, 'flows')]);
  const { statusCode, body, headers } = await mock.inject({ method, url: `/flows/v1${path}` });
  return { status: statusCode, body, allow: headers['allow'] };
}

describe('what a document prints is served as the operation', () => {
  test.each([
    ['PATCH', '/flow/7'],
    ['PATCH', '/flows/7'],
    ['PATCH', '/flow:7'],
    ['GET', '/flow/7/'],
    ['GET', '/flows/7'],
    ['DELETE', '/flow/7'],
    ['DELETE', '/flows/7'],
  ] as const)('%s %s', async (method, path) => {
    expect((await send(method, path)).status).toBe(method === 'DELETE' ? 204 : 200);
  });

  test('with its rules for the variable', async () => {
    expect((await send('PATCH', '/flow:seven')).status).toBe(400);
    expect((await send('PATCH', '/flows/seven')).body).toContain('flowId');
  });

  test('and its methods are those of the path', async () => {
    const { status, allow } = await send('PUT', '/flows/7');
    expect([status, allow]).toEqual([405, 'DELETE, GET, PATCH, HEAD, OPTIONS']);
    expect((await send('OPTIONS', '/flow:7')).allow).toBe('GET, PATCH, HEAD, OPTIONS');
  });
});

test.each([
  ['/teams/red/flows/7', '/flow/{flowId}'],
  ['/flow:7/', '/flow/{flowId}'],
  ['/flow/7/steps', '/flow/{flowId}'],
])(
  'what cannot be served is a 404 that names the path of the description: %s',
  async (path, meant) => {
    const { status, body } = await send('GET', path);
    expect([status, body.includes(`did you mean ${meant}?`)]).toEqual([404, true]);
  },
);
