import { beforeAll, expect, test } from 'vitest';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import type { WireParameter } from '../../scripts/wire/write-parameter.ts';
import { loadText, startMock, type TestMock } from '../mock/pets.ts';

const SCHEMAS = {
  text: { type: 'string', minLength: 1, maxLength: 8 },
  integer: { type: 'integer', minimum: 1, maximum: 50 },
  union: { anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] },
  list: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
  words: { type: 'array', minItems: 1, maxItems: 3, items: { enum: ['red', 'a,b', 'c d'] } },
  object: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['warm', 'cold'] }, size: { type: 'integer' } },
    additionalProperties: false,
  },
} as const;
type SchemaName = keyof typeof SCHEMAS;

const PLAIN: readonly SchemaName[] = ['text', 'integer', 'union'];
const STRUCTURES: readonly SchemaName[] = ['list', 'words', 'object'];
const ALL = [...PLAIN, ...STRUCTURES];
/** Every combination that OpenAPI 3.1.1, section 4.8.12.4, defines. */
const CELLS: readonly (readonly [WireParameter['in'], string, boolean, readonly SchemaName[]])[] = [
  ...[true, false].flatMap(
    (explode) =>
      [
        ['path', 'simple', explode, ALL],
        ['path', 'label', explode, ALL],
        ['path', 'matrix', explode, ALL],
        ['query', 'form', explode, ALL],
        ['header', 'simple', explode, ALL],
        ['cookie', 'form', explode, ALL],
      ] as const,
  ),
  ['query', 'spaceDelimited', false, STRUCTURES],
  ['query', 'pipeDelimited', false, STRUCTURES],
  ['query', 'deepObject', true, ['object']],
];

const OPERATIONS = CELLS.flatMap(([place, style, explode, schemas]) =>
  schemas.map((schema) => {
    const id = `${place}-${style}-${explode}-${schema}`;
    const required = place === 'path';
    const parameter = { name: 'p', in: place, style, explode, required, schema: SCHEMAS[schema] };
    return { id, path: required ? `/${id}/{p}` : `/${id}`, parameter };
  }),
);

let api: ApiModel;
let mock: TestMock;
beforeAll(async () => {
  const responses = { 200: { description: 'Well.' }, 400: { description: 'No.' } };
  const description = {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Matrix', version: '1' },
    servers: [{ url: 'https://matrix.test/v1' }],
    paths: Object.fromEntries(
      OPERATIONS.map(({ id, path, parameter }) => [
        path,
        { get: { operationId: id, parameters: [parameter], responses } },
      ]),
    ),
  };
  api = await loadText(JSON.stringify(description));
  mock = await startMock([api], { limits: false });
});

test(
  'what is generated for each cell of the styles is accepted, and what breaks it refused',
  { timeout: 60_000 },
  async () => {
    const results = await check(['input.accepted', 'input.rejected']);
    const faults = results.filter(({ outcome }) => ['violated', 'unchecked'].includes(outcome));
    expect(faults.map(({ operation, property }) => [operation, property])).toEqual([]);
    const tested = results.filter(({ outcome }) => outcome === 'held').map((it) => it.operation);
    expect(OPERATIONS.map(({ id }) => id).filter((id) => !tested.includes(id))).toEqual([]);
    const dropped = results.filter((it) => it.property === 'input.accepted' && it.dropped > 0);
    expect(dropped.map(({ operation }) => operation)).toEqual([]);
  },
);

async function check(ids: readonly string[]): Promise<readonly CheckResult[]> {
  const targets = new Map([['https://matrix.test/v1', 'http://matrix.test']]);
  const profiles = fixtureProfiles(api, 0);
  const options = { api, targets, profiles, seed: 1, runs: 2, writes: true, send, now: () => 0 };
  const properties = PROPERTIES.filter(({ id }) => ids.includes(id));
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of properties) results.push(await runCheck(options, operation, property));
  }
  return results;
}

const send: Send = async (request) => {
  const path = request.url.slice('http://matrix.test'.length);
  const { status, headers, text } = await mock.send('GET', path, {
    headers: Object.fromEntries(request.headers),
  });
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((it) => [name, typeof it === 'string' ? it : ''] as const),
  );
  return { request, response: { status, headers: fields, body: text } };
};
