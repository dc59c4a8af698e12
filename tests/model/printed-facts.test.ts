import { expect, test } from 'vitest';
import type { FactKind } from '../../scripts/model/evidence.ts';
import { findPrinted } from '../../scripts/model/printed-facts.ts';
import { loadText } from '../load/load-files.ts';

const TEXT = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example/v1}]
x-rate-limits:
  partition: credential
  window: 60
  headers: {limit: X-Limit}
  quotas: {all: {free: 20, pro: custom}, few: {free: 5}}
paths:
  /pets/{petId}:
    x-documented-as: /pets:id
    parameters: [{name: verbose, in: query, schema: {type: boolean, default: false}}]
    get:
      operationId: getPet
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '404': {description: no, content: {application/json: {example: {error: {code: NO_PET}}}}}
webhooks:
  petAdded:
    post:
      operationId: sendPetAdded
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
      responses: {'200': {description: ok, headers: {X-Seen: {schema: {type: string}}}}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Pet:
      properties:
        name: {type: string, maxLength: 50}
        mood: {enum: [happy, sad], example: {angry: 1}}
        owner: {$ref: '#/components/schemas/Owner'}
        friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Owner: {properties: {phone: {type: string}}}
`;

const GET = '#/paths/~1pets~1{petId}/get';
const PET = '#/components/schemas/Pet';

const FOUND: readonly [FactKind, string, string | undefined, string][] = [
  ['operations', '/pets/{petId}', undefined, GET],
  ['operations', 'GET /v1/pets/:id', undefined, GET],
  ['operations', 'GET https://pets.example/v1/pets/[id]', undefined, GET],
  ['operations', '/pets:id', undefined, GET],
  ['authentication', 'Bearer', undefined, '#/components/securitySchemes/key/scheme'],
  ['limits', '20', undefined, '#/x-rate-limits/quotas/all/free'],
  ['limits', 'custom', 'all', '#/x-rate-limits/quotas/all/pro'],
  ['limits', 'X-Limit', undefined, '#/x-rate-limits/headers/limit'],
  ['limits', '50', 'getPet', `${PET}/properties/name/maxLength`],
  ['errors', '404', undefined, `${GET}/responses/404`],
  ['errors', 'NO_PET', undefined, `${GET}/responses/404/content/application~1json/example`],
  ['fields', 'name', 'Pet', `${PET}/properties/name`],
  ['fields', 'phone', 'getPet', '#/components/schemas/Owner/properties/phone'],
  ['fields', 'verbose', 'getPet', '#/paths/~1pets~1{petId}/parameters/0/name'],
  ['fields', 'sad', 'Pet', `${PET}/properties/mood`],
  ['fields', 'X-Seen', 'sendPetAdded', '#/webhooks/petAdded/post/responses/200/headers/X-Seen'],
];

test.each(FOUND)('%s: %s of %s is found', async (kind, text, owner, want) => {
  const fact = { kind, text, ...(owner !== undefined && { owner }) };
  expect(findPrinted(fact, await loadText(TEXT))).toBe(want);
});

const LACKING: readonly [FactKind, string, string | undefined, string][] = [
  ['operations', 'POST /pets/{petId}', undefined, 'another method'],
  ['operations', '/pets', undefined, 'another path'],
  ['authentication', 'Basic', undefined, 'another scheme'],
  ['limits', '20', 'few', 'the figure of another category'],
  ['limits', '50', 'Owner', 'the bound of another schema'],
  ['limits', '60', 'Nobody', 'an owner that does not exist'],
  ['errors', '200', undefined, 'a success'],
  ['errors', 'happy', undefined, 'a word that no error has'],
  ['fields', 'name', 'Owner', 'the field of another schema'],
  ['fields', 'angry', 'Pet', 'a name in an example'],
  ['fields', 'name', undefined, 'a field without an owner'],
];

test.each(LACKING)('%s: %s of %s is missing: %s', async (kind, text, owner) => {
  const fact = { kind, text, ...(owner !== undefined && { owner }) };
  expect(findPrinted(fact, await loadText(TEXT))).toBeUndefined();
});
