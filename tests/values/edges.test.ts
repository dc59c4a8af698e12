import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { edgesOf } from '../../scripts/values/boundaries.ts';
import { branchesOfPattern } from '../../scripts/values/pattern-branches.ts';

const valuesOf = (schema: JsonObject, value: Json, keyword: string) =>
  [...edgesOf(schema, schema, value)].filter((it) => it.keyword === keyword).map((it) => it.value);

test.for<[pattern: string, want: readonly string[]]>([
  ['^[0-9]+(,[0-9]+)*$|^scalar$', ['^[0-9]+(,[0-9]+)*$', '^scalar$']],
  ['^(asc|desc)$', ['^(?:asc)$', '^(?:desc)$']],
  ['a|b', ['a', 'b']],
  ['[|]', ['[|]']],
  ['\\|', ['\\|']],
  ['^(a|b)c$', ['^(a|b)c$']],
])('%s is a choice of %j', ([pattern, want]) => {
  expect(branchesOfPattern(pattern)).toEqual(want);
});

test('a text is tried in each branch of its pattern', () => {
  const schema = { type: 'string', pattern: '^[0-9]+$|^scalar$' };
  expect(valuesOf(schema, '1', 'pattern')).toContain('scalar');
});

test('what may be null is null first', () => {
  const schema = { anyOf: [{ type: 'string' }, { type: 'null' }] };
  const [first] = edgesOf(schema, schema, 'x');
  expect(first).toEqual({ keyword: 'anyOf', at: '#', value: null });
  const types = { type: ['integer', 'null'] };
  expect([...edgesOf(types, types, 4)][0]?.value).toBe(null);
});

test('what may be anything is tried as one value of each type', () => {
  const schema = { anyOf: [{ title: 'Structure' }, { type: 'null' }] };
  const tried = valuesOf(schema, 'x', 'anyOf').map((it) => JSON.stringify(it));
  for (const one of ['{}', '[]', '""', '0', 'false', 'null']) expect(tried).toContain(one);
});

test('what is added is no empty default', () => {
  const list = { type: 'array', default: [], items: { const: 'a' } };
  const size = { type: 'integer', default: 7 };
  const schema = { type: 'object', properties: { list, size } };
  expect(valuesOf(schema, {}, 'properties')).toEqual([{ list: ['a'], size: 7 }]);
});
