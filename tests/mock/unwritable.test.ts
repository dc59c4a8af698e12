import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { objectOf } from '../../scripts/base/json.ts';
import { exampleDrafts, validDraft } from '../../scripts/contract/generation/draft.ts';
import { HEAD } from './memory-descriptions.ts';
import { loadText, startMock, type TestMock } from './pets.ts';

let mock: TestMock;

const MOVES = `${HEAD}paths:
  /moves:
    get:
      parameters:
        - {name: kind, in: query, required: true, schema: {enum: [sale, purchase]}}
        - {name: rows, in: query, required: true, schema: {type: array, items: {type: object}}}
        - name: move
          in: query
          required: true
          schema: {type: object, properties: {kind: {type: string}, amount: {type: integer}}}
      responses: {'200': {description: OK.}, '400': {description: No.}}
`;

beforeAll(async () => {
  mock = await startMock([await loadText(MOVES)]);
});

test.each([
  ['?kind=sale&amount=3', 200],
  ['?kind=sale&amount=3&rows=x', 200],
  ['?amount=3', 400],
  ['?kind=sale', 400],
])('what nobody can write is neither missed nor judged in /moves%s', async (query, want) => {
  expect((await mock.send('GET', `/moves${query}`)).status).toBe(want);
});

test('a member that would be read as another parameter is not made up', async () => {
  const api = await loadText(MOVES);
  const [moves] = api.operations;
  if (!moves) throw new Error('no operation');
  const made = fc.sample(validDraft(api, moves), { seed: 3, numRuns: 20 });
  for (const { parameters } of [...exampleDrafts(api, moves), ...made]) {
    expect(parameters.map(({ parameter }) => parameter.name)).toEqual(['kind', 'move']);
    expect(Object.keys(objectOf(parameters[1]?.value))).toEqual(['amount']);
  }
});
