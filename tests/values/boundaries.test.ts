import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { edgesOf } from '../../scripts/values/boundaries.ts';

/** A choice between so many alternatives, each with a member of its own. */
function choiceOf(length: number): Json {
  const alternatives = Array.from({ length }, (_, at) => ({
    type: 'object',
    required: [`a${at}`],
    properties: { [`a${at}`]: { const: at } },
  }));
  return { oneOf: alternatives };
}

function edgesOfAlternatives(schema: Json): Json[] {
  const edges = [...edgesOf({}, schema, { a0: 0 })];
  return edges.filter(({ keyword }) => keyword === 'oneOf').map(({ value }) => value);
}

test('each alternative of an ordinary choice is tried', () => {
  const wanted = Array.from({ length: 100 }, (_, at) => ({ [`a${at}`]: at }));
  expect(edgesOfAlternatives(choiceOf(100))).toEqual(wanted);
});

test('of thousands of alternatives a part is tried', () => {
  expect(edgesOfAlternatives(choiceOf(1000))).toHaveLength(200);
});
