import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { violationsOf } from '../../scripts/result/contract-run.ts';
import { describeOperation } from '../values/describe-body.ts';
import { START } from '../mock/pets.ts';

const now = () => START;
const CLOSED: JsonObject = {
  type: 'object',
  required: ['message'],
  properties: { message: { type: 'string' } },
  additionalProperties: false,
};
const ok = { '200': { description: 'ok' } };
const query = [{ name: 'n', in: 'query', schema: { type: 'integer' } }];
const body = (schema: JsonObject, required = true): JsonObject => ({
  required,
  content: { 'application/json': { schema } },
});
const pet = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
const answered = (content: JsonObject): JsonObject => ({ '200': { description: 'ok', content } });
const refused = (status: string): JsonObject => ({
  ...ok,
  [status]: { description: 'no', content: { 'application/json': { schema: CLOSED } } },
});

test.each<[name: string, operation: JsonObject, path?: string]>([
  ['no refusal', { parameters: query, responses: ok }],
  ['no refusal of a body', { requestBody: body(pet), responses: ok }],
  ['no refusal of who asks', { security: [{ token: [] }], responses: ok }],
  ['400 alone', { parameters: query, requestBody: body(pet), responses: refused('400') }],
  ['422 alone', { parameters: query, requestBody: body(pet), responses: refused('422') }],
  ['4XX alone', { parameters: query, requestBody: body(pet), responses: refused('4XX') }],
  ['default beside a success', { requestBody: body(pet), responses: refused('default') }],
  [
    'only failures',
    {
      requestBody: body(pet),
      responses: { '400': { description: 'no' }, '404': { description: 'no' } },
    },
  ],
  ['no response', { parameters: query, responses: {} }],
  [
    'an optional body that a cut leaves valid',
    { requestBody: body({ type: 'integer' }, false), responses: ok },
  ],
  [
    'a path variable and no 404',
    {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      responses: ok,
    },
    '/things/{id}',
  ],
  [
    'a length of the body as a parameter',
    {
      parameters: [
        { name: 'Content-Length', in: 'header', required: true, schema: { type: 'integer' } },
      ],
      requestBody: body(pet),
      responses: ok,
    },
  ],
  [
    'content that nothing satisfies',
    { responses: answered({ 'application/json': { schema: false } }) },
  ],
  [
    'XML, lines and events',
    {
      responses: answered({
        'application/xml': { schema: pet },
        'application/x-ndjson': { schema: pet },
        'text/event-stream': { schema: pet },
      }),
    },
  ],
  ['only a picture', { responses: answered({ 'image/*': {} }) }],
])(
  'finds nothing wrong with its own mock where a description has %s',
  async (_, operation, path) => {
    const { api } = await describeOperation(operation, path);
    const mock = await createMock([api], { clock: { now }, limits: true });
    const options = {
      api,
      targets: targetsOf(mock, api, 'http://mock.test'),
      profiles: fixtureProfiles(api, now()),
      seed: 1,
      runs: 3,
      writes: true,
      send: injectInto(mock),
      now,
    };
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
  },
);
