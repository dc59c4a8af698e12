import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { patienceOf } from '../../scripts/values/patience.ts';
import { resolverOf } from '../../scripts/values/resolve.ts';

const ref = (name: string) => ({ $ref: `#/${name}` });

function chain(levels: number, make: (next: Json) => Json): Json {
  const schemas = Array.from({ length: levels }, (_, at) => [`S${at}`, make(ref(`S${at + 1}`))]);
  return Object.fromEntries([...schemas, [`S${levels}`, {}]]);
}

test.for<readonly [what: string, document: Json, patience: number]>([
  ['allOf twice the next', chain(20, (next) => ({ allOf: [next, next] })), 300],
  ['oneOf twice the next', chain(20, (next) => ({ oneOf: [next, next] })), 300],
  ['if and then of the next', chain(20, (next) => ({ if: next, then: next })), 300],
  ['itself', { S0: { anyOf: [ref('S0')] } }, 300],
  [
    'a base of a hundred',
    { S0: { oneOf: Array.from({ length: 100 }, () => ref('B')) }, B: {} },
    300,
  ],
  ['twice the next, three levels', chain(3, (next) => ({ allOf: [next, next] })), 50_000],
  ['once the next', chain(200, (next) => ({ allOf: [next] })), 50_000],
  [
    'a property of twice the next',
    chain(20, (next) => ({ properties: { a: next, b: next } })),
    50_000,
  ],
  [
    'a hundred branches',
    { S0: { oneOf: Array.from({ length: 100 }, (_, at) => ({ const: at })) } },
    50_000,
  ],
])('%s is remembered in time', ([, document, patience]) => {
  const place = resolverOf(document).follow('#/S0', '#');
  expect(place && patienceOf(resolverOf(document), place)).toBe(patience);
});
