import { expect, test } from 'vitest';
import { run } from '../../scripts/cli/main.ts';
import { fakeIo } from '../generate/fake-io.ts';

const DESCRIPTION = `openapi: 3.1.0
info: {title: Pets, version: '1', description: Pets are kept.}
servers: [{url: https://api.pets.example/v1}]
security: [{key: []}]
paths:
  /pets:
    get:
      operationId: listPets
      x-resource: {name: pet, action: list, key: '#/id', items: '#'}
      responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}, name: {type: string}}}}, example: []}}}}
    post:
      operationId: createPet
      x-access: write
      x-resource: {name: pet, action: create, key: '#/id', item: '#'}
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
      responses:
        '200': {description: It is added., content: {application/json: {schema: {type: object, properties: {id: {type: string}, name: {type: string}}}, example: {id: pet_1, name: Rex}}}}
        '400': {description: It breaks a rule.}
        '401': {description: No key.}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
`;

const AUDIT = `setups:
  a pet: [{send: POST /pets, body: {name: Tom}, keep: {id: '#/id'}, gives: {status: 200}}]
facts:
  - {id: A1, section: Pets, kind: general, fact: Pets are kept, described: [{at: '#/info/description', has: kept}]}
  - {id: A2, section: Pets, kind: general, fact: Cats are kept, described: [{at: '#/info/description', has: Cats}]}
  - {id: A3, section: Pets, kind: behaviour, fact: What was added is listed, after: a pet, tried: [{send: GET /pets, gives: {body: [{at: '#', has: {id: '{id}', name: Tom}}]}}]}
  - {id: A4, section: Pets, kind: auth, fact: A key is needed, tried: [{send: GET /pets, as: nobody, gives: {status: 401}}]}
  - {id: A5, section: Pets, kind: limit, fact: Two pets are one too many, tried: [{send: POST /pets, body: {name: {$letters: 3}}, times: 2, gives: {status: 429}}], notYet: Nobody counts.}
  - {id: A6, section: Pets, kind: general, fact: Nothing shows this}
`;

const LEDGER = `sources: {S1: {title: Pets, address: 'https://pets.example', retrieved: '2026-11-22'}}
claims: []
`;

const FILES = {
  'specs/pets/openapi.yaml': DESCRIPTION,
  'specs/pets/audit.yaml': AUDIT,
  'specs/pets/evidence.yaml': LEDGER,
};

test('kiln evidence tells what of a second reading is found and behaves, and what does not, with reasons', async () => {
  const io = fakeIo(FILES);
  expect(await run(['evidence'], io)).toBe(0);
  const report = io.files.get('.kiln/reports/evidence.md') ?? '';
  expect(report).toContain('| [Pets](#pets) | 6 | 3 of 6 (50%) | 2 of 3 (66%) |');
  expect(report).toContain('<summary>3 facts that do not show, and why</summary>');
  expect(report).toMatch(/\[A2\]\(.*audit\.yaml#L5\) Cats are kept\. \*Not in the description\.\*/);
  expect(report).toContain('Two pets are one too many. *Not in the description.* *Nobody counts.*');
  expect(report).toContain(
    'Nothing shows this. *Not in the description.* *Nothing says where to look.*',
  );
});

test.for<[what: string, from: string, to: string, message: string]>([
  ['credentials', 'as: nobody', 'as: somebody', 'Fact A4 is tried as "somebody"'],
  [
    'server',
    'GET /pets, as',
    'GET https://cats.example/pets, as',
    'No server of the description has',
  ],
])('kiln evidence refuses steps for an unknown %s', async ([, from, to, message]) => {
  const io = fakeIo({ ...FILES, 'specs/pets/audit.yaml': AUDIT.replace(from, to) });
  expect(await run(['evidence'], io)).toBe(2);
  expect(io.printed.join('')).toContain(message);
});
