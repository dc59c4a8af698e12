import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import { loadText } from '../../load/load-files.ts';

/** Where the operation is served. */
export const TARGET = 'http://pets.test/v1';

/** An operation whose contract leaves its server and its clients many liberties. */
export async function loadLiberal(): Promise<{ api: ApiModel; operation: Operation }> {
  const api = await loadText(DESCRIPTION);
  const [operation] = api.operations;
  if (!operation) throw new Error('the description has no operation');
  return { api, operation };
}

const DESCRIPTION = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    put:
      operationId: putPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: size, in: query, schema: { anyOf: [{ type: integer, maximum: 9 }, { const: all }] } }
        - { name: tags, in: query, schema: { type: array, items: { type: integer } } }
        - { name: note, in: query, schema: { type: string, maxLength: 5 } }
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/Pet' } }
          application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Pet' } }
          multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } }
          application/pdf: { schema: { type: string } }
      responses:
        '200':
          description: the pet
          headers:
            X-Left: { required: true, schema: { type: integer, minimum: 0 } }
            X-Ends: { schema: { anyOf: [{ type: integer }, { type: string, format: date-time }] } }
            X-Tags: { schema: { type: array, items: { type: string }, maxItems: 3 } }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Pet' } }
            image/*: { schema: { type: string, maxLength: 1 } }
            application/vnd.pets+json: { schema: { $ref: '#/components/schemas/Pet' } }
        '204': { description: nothing, content: { application/json: { schema: { type: object } } } }
        '304': { description: as before, content: { application/json: { schema: { type: object } } } }
        4XX:
          description: refused
          content: { application/json: { schema: { type: object, required: [code] } } }
        default: { description: something else }
components:
  schemas:
    Pet:
      type: object
      required: [id, name, secret]
      properties:
        id: { type: string, readOnly: true }
        name: { type: string, maxLength: 5 }
        secret: { type: string, writeOnly: true }
        age: { type: integer, minimum: 1 }
        born: { type: [string, 'null'], format: date-time }
`;
