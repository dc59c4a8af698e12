import { beforeAll, describe, expect, test } from 'vitest';
import { clientPartsOf } from '../../../scripts/generate/client-parts-of.ts';
import { renderTypes } from '../../../scripts/generate/render-types.ts';
import { createClient } from '../../../scripts/generate/runtime/client.ts';
import { dating, toDates } from '../../../scripts/generate/runtime/date-times.ts';
import { loadText } from '../../mock/pets.ts';
import { problemsOf } from '../type-problems.ts';
import { datesIn, literalOf } from './date-literals.ts';
import { CASES, type DateCase } from './cases.ts';

const entries = Object.entries(CASES);
const pathOf = (index: number) => `/answers/${index}`;

/** One description of all cases: each has its path, and schemas whose names begin with its place. */
function documentOf(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Dates', version: '1' },
    servers: [{ url: 'https://api.test' }],
    paths: Object.fromEntries(
      entries.map(([, { schema }], index) => [
        pathOf(index),
        { get: { operationId: `get${index}`, ...answering(ownNames(index, schema)) } },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        entries.flatMap(([, { schemas = {} }], index) =>
          Object.entries(schemas).map(([name, it]) => [`Of${index}${name}`, ownNames(index, it)]),
        ),
      ),
    },
  };
}

function answering(schema: object): object {
  return {
    responses: { 200: { description: 'It.', content: { 'application/json': { schema } } } },
  };
}

function ownNames(index: number, it: object): object {
  return JSON.parse(JSON.stringify(it).replaceAll('schemas/', `schemas/Of${index}`)) as object;
}

type Get = () => { readonly orThrow: () => Promise<{ readonly body: unknown }> };

let bodies: readonly unknown[];
let problems: readonly string[];

beforeAll(async () => {
  const { shapes, contract } = clientPartsOf(await loadText(JSON.stringify(documentOf())), true);
  const answers = new Map(entries.map(([, { value }], index) => [pathOf(index), value]));
  const fetch = ({ url }: Request) =>
    Promise.resolve(Response.json(answers.get(new URL(url).pathname)));
  const client = createClient(contract, { fetch }, {}, [dating]) as Readonly<Record<string, Get>>;
  bodies = await Promise.all(
    entries.map(async (_, index) => (await client[`get${index}`]?.().orThrow())?.body),
  );
  const types = renderTypes(await loadText(JSON.stringify(documentOf())), { shapes });
  const uses = bodies.map((body, index): [string, string] => [
    `/dates/${index}.ts`,
    `import type { paths } from './types.ts';
type Body = paths['${pathOf(index)}']['get']['responses'][200]['content']['application/json'];
export const body: Body = ${literalOf(body)};
`,
  ]);
  problems = problemsOf(new Map([['/dates/types.ts', types], ...uses]), '/dates');
}, 120_000);

describe.each(entries.map(([name, it], index) => ({ name, index, ...it })))(
  '$name',
  ({ index, value, dates }: DateCase & { readonly index: number }) => {
    test('times are dates there, and nowhere else', () => {
      expect(datesIn(bodies[index]).toSorted()).toEqual(dates);
    });

    test('and each is the same moment', () => {
      expect(momentsOf(bodies[index])).toEqual(momentsOf(value));
    });

    // The compiler judges: what an answer became is of the type that is told.
    test('the types say so', () => {
      expect(problems.filter((it) => it.startsWith(`/dates/${index}.ts`))).toEqual([]);
    });
  },
);

/** A value in which each time is its moment. */
function momentsOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, inner: unknown) => momentOf(inner)));
}

/** The milliseconds of a time; the first second after a leap second for that. */
function momentOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value === '2016-12-31T23:59:60Z') return Date.UTC(2017, 0, 1);
  return /^\d{4}-\d\d-\d\dT/i.test(value) ? Date.parse(value.toUpperCase()) : value;
}

test('the types have no other problem, and dates in them', () => {
  expect(problems).toEqual([]);
});

test.each([
  'yesterday',
  '2026-03-01',
  '2026-03-01T10:00:00',
  '2026-03-01T25:00:00Z',
  '2026-02-30T10:00:00Z',
  '',
])('what is no time stays text: %j', (value) => {
  expect(toDates([{ isTime: true }], 0, value)).toBe(value);
});

test.each([
  ['2026-03-01T10:00:00.5+0230', '2026-03-01T07:30:00.500Z'],
  ['2026-03-01 10:00:00-01:00', '2026-03-01T11:00:00.000Z'],
])('what is meant without doubt is read: %s', (written, moment) => {
  expect(toDates([{ isTime: true }], 0, written)).toEqual(new Date(moment));
});

test('a value of any depth is read', () => {
  const deep = `${'['.repeat(20_000)}"2026-03-01T10:00:00Z"${']'.repeat(20_000)}`;
  let value: unknown = toDates([{ isTime: true, items: 0 }], 0, JSON.parse(deep));
  while (Array.isArray(value)) [value] = value as readonly unknown[];
  expect(value).toEqual(new Date('2026-03-01T10:00:00Z'));
});
