import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { singleBreaks } from '../../../scripts/contract/generation/broken-draft.ts';
import { edgeDrafts } from '../../../scripts/contract/generation/edge-draft.ts';
import { withinReach } from '../../../scripts/contract/generation/reach.ts';
import { many } from '../../hostile/describe.ts';
import { describeBody } from '../../values/describe-body.ts';

const draftOf = (size: number) => ({
  parameters: [],
  body: { mediaType: 'application/json', value: 'x'.repeat(size) },
});
const countsOf = (kinds: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(kinds, (it) => it)].map(([kind, own]) => [kind, own.length]));

test('all changes of a small draft are tried', () => {
  const changes = many(5000, String);
  expect(withinReach(draftOf(100), changes, (it) => it)).toBe(changes);
});

test('of a large draft as many of each kind are, and what is rare is tried whole', () => {
  const changes = [...many(900, () => 'type'), ...many(3, () => 'enum'), ...many(300, () => 'min')];
  const taken = withinReach(draftOf(1_000_000), changes, (it) => it);
  expect(countsOf(taken)).toEqual({ enum: 3, min: 98, type: 99 });
});

test('those that are tried come in their order, from all of a draft, and each once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 201, maxLength: 600 }),
      (kinds) => {
        const changes = kinds.map((kind, at) => ({ kind, at }));
        const taken = withinReach(draftOf(1_000_000), changes, ({ kind }) => kind);
        const places = taken.map(({ at }) => at);
        expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
        expect(taken.length).toBeLessThanOrEqual(200);
        // What is left over by rounding is less than one of each kind.
        expect(taken.length).toBeGreaterThan(197);
      },
    ),
    { seed: 3, numRuns: 50 },
  );
});

test('how many ways to change a body of many members were tried is told', async () => {
  const names = many(120, (at) => `member${at}`);
  const { api, operation } = await describeBody(
    {
      type: 'object',
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    },
    Object.fromEntries(names.map((name) => [name, 'x'.repeat(2000)])),
  );
  const breaks = singleBreaks(api, operation);
  const drafts = [...breaks];
  const { tried, of } = breaks.reach();
  expect([tried, drafts.length]).toEqual([200, 200]);
  expect(of).toBeGreaterThan(240);
  const kinds = countsOf(drafts.map(({ broken = '' }) => broken.split(' ')[0] ?? ''));
  expect(Object.keys(kinds).toSorted()).toEqual(['required', 'type']);
  const edges = edgeDrafts(api, operation);
  expect([...edges].length).toBeGreaterThan(1);
  expect(edges.reach().tried).toBeLessThan(edges.reach().of);
});

test('of a body with few members all ways were tried', async () => {
  const { api, operation } = await describeBody({ type: 'object', required: ['a'] }, { a: 1 });
  const breaks = singleBreaks(api, operation);
  expect([...breaks].length).toBeGreaterThan(0);
  const { tried, of } = breaks.reach();
  expect(tried).toBe(of);
});
