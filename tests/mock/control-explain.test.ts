import { expect, test } from 'vitest';
import type { OutcomeExplanation } from '../../scripts/mock/control/explain.ts';
import { startControlled, type Controlled } from './controlled.ts';
import { DESCRIPTION, FREE, loadPets, loadText } from './pets.ts';

const pets = await loadPets();

/** Line of the description that begins a text. */
function lineOf(text: string): string {
  return `pets/openapi.yaml:${DESCRIPTION.slice(0, DESCRIPTION.indexOf(text)).split('\n').length}`;
}

async function explain({ ask }: Controlled, id: number): Promise<OutcomeExplanation> {
  const { json } = await ask('GET', `/requests/${id}`);
  return (json as { explanation: OutcomeExplanation }).explanation;
}

function verdictsOf({ steps }: OutcomeExplanation): Record<string, string> {
  return Object.fromEntries(steps.map(({ stage, verdict }) => [stage, verdict]));
}

test('gives no value to a field that did not come, and null to one that held it', async () => {
  const controlled = await startControlled([pets]);
  await controlled.mock.send('POST', '/pets', { headers: FREE, body: {} });
  await controlled.mock.send('POST', '/pets', { headers: FREE, body: { name: null } });
  const missing = await explain(controlled, 1);
  expect(missing.field).toBe('name');
  expect(missing).not.toHaveProperty('value');
  expect(await explain(controlled, 2)).toMatchObject({ field: 'name', value: null });
});

test('names the constraint, its line and the way there', async () => {
  const controlled = await startControlled([pets]);
  await controlled.mock.send('POST', '/pets', { headers: FREE, body: { name: '' } });
  const explanation = await explain(controlled, 1);
  expect(explanation).toMatchObject({
    stage: 'schema',
    kind: 'invalid',
    field: 'name',
    value: '',
    grounds: [
      {
        what: 'constraint',
        pointer: '#/components/schemas/NewPet/properties/name/minLength',
        at: lineOf('name: {type: string, minLength: 1}\n        age'),
        states: 1,
      },
      { what: 'envelope', pointer: '#/x-errors/invalid', at: lineOf('  invalid:\n') },
      { what: 'operation', pointer: '#/paths/~1pets/post' },
    ],
  });
  expect(verdictsOf(explanation)).toMatchObject({
    route: 'passed',
    authenticate: 'passed',
    authorise: 'not applicable',
    'rate limit': 'passed',
    parse: 'passed',
    schema: 'refused',
    respond: 'not reached',
  });
  expect(explanation.steps).toContainEqual({
    stage: 'rate limit',
    verdict: 'passed',
    says: 'request 1 of 3 in "writing"',
  });
});

test.each([
  ['GET', '/pets', {}, 'authenticate', '#/components/securitySchemes/bearer'],
  ['GET', '/search?q=a', {}, 'authenticate', '#/paths/~1search/get/security'],
  [
    'GET',
    '/pets',
    { authorization: 'Bearer wrong' },
    'authenticate',
    '#/components/securitySchemes/bearer',
  ],
  ['GET', '/pair', FREE, 'authenticate', '#/components/securitySchemes/headerKey'],
  ['GET', '/pets?limit=500', FREE, 'schema', '#/paths/~1pets/get/parameters/0/schema/maximum'],
  [
    'GET',
    '/search',
    { cookie: 'session=pets_cookie' },
    'schema',
    '#/paths/~1search/get/parameters/0/required',
  ],
  ['GET', '/pets', { ...FREE, accept: 'image/png' }, 'respond', '#/paths/~1pets/get/responses'],
  ['GET', '/pets', { ...FREE, prefer: 'code=999' }, 'respond', '#/paths/~1pets/get'],
  ['PUT', '/pets', FREE, 'route', '#/paths/~1pets'],
  ['GET', '/nowhere', FREE, 'route', '#/paths'],
] as const)(
  'traces %s %s with %j to the stage %s',
  async (method, path, headers, stage, pointer) => {
    const controlled = await startControlled([pets]);
    await controlled.mock.send(method, path, { headers });
    const explanation = await explain(controlled, 1);
    expect([explanation.stage, explanation.grounds[0]?.pointer]).toEqual([stage, pointer]);
    expect(explanation.grounds[0]?.at).toMatch(/^pets\/openapi\.yaml:\d+$/);
  },
);

test.each([
  ['{', 'application/json', 'parse'],
  ['x', 'image/png', 'media type'],
])('traces the body %j as %s to the stage %s', async (body, type, stage) => {
  const controlled = await startControlled([pets]);
  await controlled.mock.send('POST', '/pets', { headers: { ...FREE, 'content-type': type }, body });
  const explanation = await explain(controlled, 1);
  expect([explanation.stage, explanation.grounds[0]?.pointer]).toEqual([
    stage,
    '#/paths/~1pets/post/requestBody/content',
  ]);
});

test('traces a spent quota to its figure', async () => {
  const controlled = await startControlled([pets]);
  for (let i = 0; i < 6; i += 1) await controlled.mock.send('GET', '/pets', { headers: FREE });
  expect(await explain(controlled, 6)).toMatchObject({
    stage: 'rate limit',
    grounds: [
      { pointer: '#/x-rate-limits/quotas/reading/free', at: lineOf('    reading: {'), states: 5 },
      {},
      {},
    ],
  });
});

test('explains what was served, and tells the operation', async () => {
  const controlled = await startControlled([pets]);
  await controlled.mock.send('GET', '/public');
  const explanation = await explain(controlled, 1);
  expect(explanation.grounds).toMatchObject([
    { what: 'operation', pointer: '#/paths/~1public/get' },
  ]);
  expect(Object.values(verdictsOf(explanation))).not.toContain('refused');
});

test('tells the keeper of the mock why an answer says less than is documented', async () => {
  const controlled = await startControlled([pets]);
  await controlled.mock.send('GET', '/impossible');
  expect((await explain(controlled, 1)).reason).toContain('readImpossible has no content');
});

test('cites the claims, with their status and the line of the ledger', async () => {
  const ledger = {
    file: 'pets/evidence.yaml',
    sources: new Map(),
    facts: [],
    claims: new Map([
      [
        'PETS-1',
        {
          id: 'PETS-1',
          status: 'documented',
          sources: ['guide'],
          at: undefined,
          says: 'Five a minute.',
          because: undefined,
          resolved: undefined,
          prints: [],
          line: 9,
        },
      ] as const,
    ]),
  };
  const controlled = await startControlled([
    { ...pets, ledger, claimsAt: () => ['PETS-1', 'PETS-2'] },
  ]);
  await controlled.mock.send('GET', '/pets');
  expect((await explain(controlled, 1)).grounds[0]?.claims).toEqual([
    { id: 'PETS-1', status: 'documented', says: 'Five a minute.', at: 'pets/evidence.yaml:9' },
    { id: 'PETS-2', status: 'unknown', says: '' },
  ]);
});

test('tells what would happen, and nothing is counted or listed', async () => {
  const { mock, ask } = await startControlled([pets]);
  const read = { path: '/pets/v1/pets', headers: { Authorization: 'Bearer pets_free' } };
  for (let i = 0; i < 9; i += 1) {
    const { json } = await ask('POST', '/explain', read);
    expect(json).toMatchObject({
      verdict: 'served',
      status: 200,
      operation: 'listPets',
      credential: 'free',
    });
  }
  expect((await ask('GET', '/limits')).json).toEqual({ limits: [] });
  expect((await ask('GET', '/requests')).json).toEqual({ requests: [] });
  const create = { ...read, method: 'post', body: { name: 'Rex' } };
  expect((await ask('POST', '/explain', create)).json).toMatchObject({
    verdict: 'served',
    status: 201,
  });
  const broken = { ...create, body: { name: 5 } };
  expect((await ask('POST', '/explain', broken)).json).toMatchObject({
    verdict: 'refused',
    status: 422,
    explanation: { stage: 'schema', field: 'name' },
  });
  for (let i = 0; i < 5; i += 1) await mock.send('GET', '/pets', { headers: FREE });
  expect((await ask('POST', '/explain', read)).json).toMatchObject({
    status: 429,
    explanation: { kind: 'rateLimited' },
  });
});

test('tells what would happen beside every API', async () => {
  const { ask } = await startControlled([pets, await loadText(DESCRIPTION, undefined, 'birds')]);
  const { json } = await ask('POST', '/explain', { path: '/nowhere' });
  expect(json).toMatchObject({
    verdict: 'refused',
    status: 404,
    api: null,
    explanation: { stage: 'route', grounds: [] },
  });
});
