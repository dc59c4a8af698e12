import { upgrade as upgradeElsewhere } from '@scalar/openapi-upgrader';
import { describe, expect, test } from 'vitest';
import { isObject, objectOf, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import { upgrade } from '../../../scripts/load/upgrade/upgrade.ts';
import { parseYaml } from '../../../scripts/load/yaml-source.ts';
import { validateWithSwaggerParser } from '../../../scripts/lint/swagger-parser.ts';
import { loadFiles } from '../load-files.ts';

const SWAGGER = `swagger: '2.0'
info: {title: Parcels, version: '1'}
host: parcels.example
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  login: {type: oauth2, flow: password, tokenUrl: 'https://parcels.example/token', scopes: {read: Read}}
security: [{key: []}]
paths:
  /parcels:
    get:
      operationId: listParcels
      parameters:
        - {name: state, in: query, type: array, items: {type: string, enum: [new, sent]}, collectionFormat: multi}
        - {name: limit, in: query, type: integer, minimum: 1, maximum: 50, default: 10}
      responses:
        200: {description: All., schema: {type: array, items: {$ref: '#/definitions/Parcel'}}}
    post:
      operationId: addParcel
      parameters: [{name: parcel, in: body, required: true, schema: {$ref: '#/definitions/Parcel'}}]
      responses:
        201: {description: Added., schema: {$ref: '#/definitions/Parcel'}, headers: {Location: {type: string}}}
        400: {$ref: '#/responses/Refused'}
  /parcels/{id}/label:
    parameters: [{name: id, in: path, required: true, type: string}]
    put:
      operationId: putLabel
      consumes: [multipart/form-data]
      parameters: [{name: file, in: formData, type: file}]
      responses: {204: {description: Kept.}}
responses:
  Refused: {description: Refused., schema: {$ref: '#/definitions/Problem'}}
definitions:
  Parcel:
    type: object
    required: [to]
    properties: {to: {type: string, maxLength: 40}, grams: {type: integer, minimum: 0, exclusiveMinimum: true}}
  Problem: {type: object, properties: {message: {type: string}}}
`;

const OPENAPI = `openapi: 3.0.3
info: {title: Parcels, version: '1'}
paths:
  /parcels:
    post:
      operationId: addParcel
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Parcel'}
      responses: {'201': {description: Added.}}
components:
  schemas:
    Parcel:
      type: object
      required: [to]
      properties:
        to: {type: string, example: Ada}
        note: {type: string, nullable: true}
        grams: {type: number, minimum: 0, exclusiveMinimum: true}
        label: {type: string, format: byte}
`;

describe.each([
  ['2.0', SWAGGER],
  ['3.0', OPENAPI],
] as const)('what was written in %s', (version, text) => {
  const given = objectOf(parseYaml(text, 'parcels.yaml').value);
  const { document } = upgrade(given, version);

  test('another converter makes the same of it', () => {
    const other = objectOf(upgradeElsewhere(structuredClone(given), '3.1'));
    expect(outlineOf(document)).toEqual(outlineOf(other));
  });

  test('a validator of 3.1 finds nothing in it', async () => {
    const api = await loadFiles({ 'pets/openapi.yaml': text });
    expect(await validateWithSwaggerParser(api)).toEqual([]);
    expect(api.aside).toEqual([]);
  });
});

/** What both must agree on: each operation with its parameters, bodies, answers and schemas. */
function outlineOf({ servers, paths, components }: JsonObject): Json {
  const { schemas, securitySchemes } = objectOf(components);
  return withoutStyles({
    servers: servers ?? [],
    paths: paths ?? {},
    schemas: schemas ?? {},
    securitySchemes: securitySchemes ?? {},
  });
}

/** The other one leaves out defaults and what all answers are in, lists what is not required, and tells octets in other words. */
function withoutStyles(node: Json): Json {
  if (Array.isArray(node)) return (node as readonly Json[]).map(withoutStyles);
  if (!isObject(node)) return node;
  if (node['contentMediaType'] === 'application/octet-stream') return {};
  const members = Object.entries(node).filter(([key, it]) => {
    const isNothing = key === 'required' && Array.isArray(it) && it.length === 0;
    return !isNothing && key !== 'style' && key !== 'explode' && key !== 'x-produces';
  });
  return Object.fromEntries(members.map(([key, it]) => [key, withoutStyles(it)]));
}
