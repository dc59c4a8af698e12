import { expect, test } from 'vitest';
import type { OutcomeExplanation } from '../../scripts/mock/control/explain.ts';
import { selectFaults } from '../../scripts/faults/select-faults.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { startControlled } from './controlled.ts';
import { FREE, loadPets, loadText } from './pets.ts';
import { planOf } from './play.ts';

const STATEFUL = await loadText(`
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
x-errors:
  notFound: {status: 404, response: Refused}
  invalid: {status: 422, response: Refused, detail: {message: '#/why'}}
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-resource: {name: pet, action: create, key: '#/id'}
      responses: {'201': {description: A pet., content: {application/json: {example: {id: 1, name: Rex}}}}}
    get:
      operationId: listPets
      x-resource: {name: pet, action: list, items: '#', key: '#/id'}
      responses: {'200': {description: Pets., content: {application/json: {example: [{id: 1, name: Rex}]}}}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: getPet
      x-resource: {name: pet, action: read, id: id, key: '#/id'}
      responses: &one {'200': {description: A pet., content: {application/json: {example: {id: 1, name: Rex}}}}, '404': {$ref: '#/components/responses/Refused'}}
    delete:
      operationId: deletePet
      x-resource: {name: pet, action: delete, id: id}
      responses: *one
webhooks:
  petAdded:
    post:
      operationId: sendPetAdded
      x-veto: {allow: 204, before: [createPet]}
      requestBody: {content: {application/json: {schema: {type: object}, example: {name: Rex}}}}
      responses: {'204': {description: Yes.}}
components:
  responses: {Refused: {description: No., content: {application/json: {example: {why: x}}}}}
`);

const HOOK = { name: undefined, url: 'http://127.0.0.1:9/hook?key=secret' };

interface Forecast {
  readonly verdict: string;
  readonly status: number;
  readonly explanation: OutcomeExplanation;
}

async function start(api = STATEFUL, behaviour: Partial<MockOptions> = {}) {
  const controlled = await startControlled([api], {}, {}, behaviour);
  const forecast = async (request: object) =>
    (await controlled.ask('POST', '/explain', request)).json as Forecast;
  return { ...controlled, forecast };
}

const saysAt = ({ explanation }: Forecast, wanted: string) =>
  explanation.steps.find(({ stage }) => stage === wanted);

test('foresees that a thing is gone, and who says so', async () => {
  const { mock, forecast } = await start();
  const read = { path: '/pets/v1/pets/1' };
  expect(await forecast(read)).toMatchObject({ verdict: 'served', status: 200 });
  expect(await forecast({ ...read, method: 'DELETE' })).toMatchObject({ verdict: 'served' });
  expect((await mock.send('GET', '/pets/1')).status).toBe(200);
  await mock.send('DELETE', '/pets/1');
  expect(await forecast(read)).toMatchObject({
    verdict: 'refused',
    status: 404,
    explanation: {
      stage: 'behaviour',
      kind: 'notFound',
      grounds: [
        { what: 'constraint', pointer: '#/paths/~1pets~1{id}/get/x-resource' },
        { what: 'envelope', pointer: '#/x-errors/notFound' },
        { what: 'operation' },
      ],
    },
  });
});

test('creates nothing, and uses up no id', async () => {
  const { mock, forecast } = await start();
  const create = { method: 'POST', path: '/pets/v1/pets', body: { name: 'Tom' } };
  for (let i = 0; i < 3; i += 1) expect((await forecast(create)).status).toBe(201);
  const made = await mock.send('POST', '/pets', { body: { name: 'Tom' } });
  expect(made.json).toMatchObject({ id: 2, name: 'Tom' });
  expect((await mock.send('GET', '/pets')).json).toHaveLength(2);
});

test('foresees that no content is acceptable, and a preference nobody can meet', async () => {
  const { forecast } = await start(await loadPets());
  const read = { path: '/pets/v1/pets' };
  expect(await forecast({ ...read, headers: { ...FREE, accept: 'image/png' } })).toMatchObject({
    verdict: 'refused',
    status: 406,
    explanation: { stage: 'respond', grounds: [{ pointer: '#/paths/~1pets/get/responses' }, {}] },
  });
  expect(await forecast({ ...read, headers: { ...FREE, prefer: 'code=418' } })).toMatchObject({
    verdict: 'refused',
    explanation: { stage: 'respond', kind: 'invalid', field: 'Prefer' },
  });
});

test('names the webhook that would decide, and asks nobody', async () => {
  let asked = 0;
  const deliver = () => Promise.resolve((asked += 1) && 500);
  const { mock, ask, forecast } = await start(STATEFUL, { webhooks: [HOOK], deliver });
  const told = await forecast({ method: 'POST', path: '/pets/v1/pets', body: {} });
  expect([told.status, asked]).toEqual([201, 0]);
  expect(saysAt(told, 'behaviour')).toEqual({
    stage: 'behaviour',
    verdict: 'passed',
    says: 'if petAdded to http://127.0.0.1:9 is answered 204',
  });
  expect(told.explanation.grounds[0]).toMatchObject({
    what: 'veto',
    pointer: '#/webhooks/petAdded/post/x-veto',
  });
  await mock.send('POST', '/pets', { body: {} });
  expect((await ask('GET', '/requests/1')).json).toMatchObject({
    status: 422,
    explanation: {
      stage: 'behaviour',
      grounds: [{ what: 'constraint', pointer: '#/webhooks/petAdded/post/x-veto' }, {}, {}],
    },
  });
});

test('names the faults that a request is exposed to, foreseen and met', async () => {
  const pets = await loadPets();
  const faults = planOf(selectFaults(['missing-property:0.5@createPet'], [pets]));
  const { mock, ask, forecast } = await start(pets, { faults });
  const create = { method: 'POST', path: '/pets/v1/pets', headers: FREE, body: { name: 'Rex' } };
  const told = await forecast(create);
  expect(saysAt(told, 'fault')?.says).toBe(
    'missing-property@createPet#/required: the server leaves a required property out, for 50% of requests',
  );
  expect(told.explanation.grounds[0]).toMatchObject({ what: 'fault', at: expect.any(String) });
  expect(saysAt(await forecast({ path: '/pets/v1/public' }), 'fault')?.verdict).toBe(
    'not applicable',
  );
  for (let i = 0; i < 3; i += 1) await mock.send('POST', '/pets', create);
  const met = await Promise.all([1, 2, 3].map((id) => ask('GET', `/requests/${id}`)));
  const said = met.map(({ json }) => saysAt(json as Forecast, 'fault')?.verdict);
  expect(new Set(said)).toEqual(new Set(['passed', 'not applicable']));
});
