import { expect, test } from 'vitest';
import { secondOpinion } from '../../../scripts/contract/proof/second-validator.ts';
import type { JsonObject } from '../../../scripts/base/json.ts';

function document(levels: number, keyword: string): JsonObject {
  const names = Array.from({ length: levels }, (_, level) => `S${level}`);
  const twice = names.map((name, level) => {
    const next = { $ref: `#/components/schemas/S${level + 1}` };
    return [name, { [keyword]: [next, next] }] as const;
  });
  const schemas = Object.fromEntries([...twice, [`S${levels}`, { type: 'object' }] as const]);
  return { components: { schemas } };
}

test.for(['allOf', 'anyOf', 'oneOf'])(
  'schemas that are %s twice the next cannot be told',
  async (keyword) => {
    for (const value of ['text', {}]) {
      const opinion = await secondOpinion(document(25, keyword), '#/components/schemas/S0', value);
      expect(opinion).toEqual({
        reason: 'its schemas name each other too often to follow every way through them',
      });
    }
  },
);

test('a few levels and a long list are judged all the same', async () => {
  const few = document(6, 'allOf');
  expect(await secondOpinion(few, '#/components/schemas/S0', {})).toEqual([]);
  expect(await secondOpinion(few, '#/components/schemas/S0', 'text')).not.toEqual([]);
  const branches = Array.from({ length: 5000 }, (_, at) => ({ const: at }));
  const choice: JsonObject = {
    schema: { oneOf: branches },
    list: { items: { $ref: '#/few' } },
    few: { maximum: 3 },
  };
  expect(await secondOpinion(choice, '#/schema', 4999)).toEqual([]);
  const long = Array.from({ length: 20_000 }, () => 1);
  expect(await secondOpinion(choice, '#/list', long)).toEqual([]);
});

const conditions = (branch: JsonObject) => ({ if: branch, then: branch, else: branch });
const LEVELS = Array.from({ length: 40 }, (_, level) => level);

test.for<[string, schemas: JsonObject]>([
  [
    'referring to',
    {
      ...Object.fromEntries(
        LEVELS.map((at) => [`S${at}`, conditions({ $ref: `#/schemas/S${at + 1}` })]),
      ),
      S40: { type: 'object' },
    },
  ],
  [
    'within',
    { S0: LEVELS.reduce<JsonObject>((it) => ({ if: it, then: true }), { type: 'object' }) },
  ],
])('40 levels of conditions %s each other cannot be told', async ([, schemas]) => {
  const opinion = await secondOpinion({ schemas }, '#/schemas/S0', 'text');
  expect(opinion).toEqual({ reason: expect.stringContaining('too often') as string });
});
