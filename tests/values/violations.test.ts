import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  brokenDraft,
  readDraft,
  singleBreaks,
} from '../../scripts/contract/generation/broken-draft.ts';
import { exampleDrafts, validDraft } from '../../scripts/contract/generation/draft.ts';
import { edgeDrafts } from '../../scripts/contract/generation/edge-draft.ts';
import { objectOf, type Json } from '../../scripts/base/json.ts';
import { describeBody } from './describe-body.ts';
import { KEYWORD_CASES } from './keywords.ts';
import { REAL_WORLD } from './real-world.ts';

describe.for(KEYWORD_CASES)('$name', ({ schema, example, breaks }) => {
  test('is broken alone, at each place where it stands', async () => {
    const { api, operation } = await describeBody(schema, example as Json);
    const labels = [...singleBreaks(api, operation)].map(({ broken }) => broken);
    expect(labels).toEqual(
      expect.arrayContaining(breaks.map((it) => it.replace(' at ', ' at body'))),
    );
  });

  test('is kept by every valid request', async () => {
    const { api, operation } = await describeBody(schema, undefined);
    const drafts = fc.sample(validDraft(api, operation), { seed: 2, numRuns: 100 });
    expect(drafts.flatMap((draft) => readDraft(api, operation, draft))).toEqual([]);
    const edges = [...edgeDrafts(api, operation)].flatMap(({ draft, alone }) => [
      draft,
      ...alone(),
    ]);
    expect(edges.flatMap((draft) => readDraft(api, operation, draft))).toEqual([]);
  });
});

describe.for(Object.entries(REAL_WORLD))('%s', ([, schema]) => {
  test('gets valid requests, and others that break what their label says', async () => {
    const { api, operation } = await describeBody(schema, undefined);
    const drafts = fc.sample(validDraft(api, operation), { seed: 4, numRuns: 200 });
    expect(new Set(drafts.map(({ body }) => JSON.stringify(body))).size).toBeGreaterThan(50);
    expect(drafts.flatMap((draft) => readDraft(api, operation, draft))).toEqual([]);
    const broken = [...singleBreaks(api, operation)];
    expect(broken.length).toBeGreaterThan(5);
    for (const draft of broken) {
      const [keyword, place = ''] = (draft.broken ?? '').split(' at body');
      expect(readDraft(api, operation, draft)).toContainEqual(
        expect.objectContaining({ part: 'body', keyword, instance: place }),
      );
    }
  });

  test('is mostly broken by requests that are broken at random', async () => {
    const { api, operation } = await describeBody(schema, undefined);
    const drafts = fc.sample(brokenDraft(api, operation), { seed: 5, numRuns: 100 });
    const invalid = drafts.filter((draft) => readDraft(api, operation, draft).length > 0);
    expect(invalid.length).toBeGreaterThan(70);
  });
});

test('a break of one constraint breaks no other', async () => {
  const { api, operation } = await describeBody(
    {
      type: 'object',
      required: ['code', 'size'],
      properties: {
        code: { type: 'string', enum: ['a', 'b'], maxLength: 1 },
        size: { type: 'integer', minimum: 2, multipleOf: 2 },
      },
    },
    { code: 'a', size: 4 },
  );
  const breaches = [...singleBreaks(api, operation)].map((draft) =>
    readDraft(api, operation, draft),
  );
  expect(breaches.filter((it) => it.length !== 1)).toEqual([]);
});

test('edges at different places share a request, and come up alone as well', async () => {
  const { api, operation } = await describeBody(
    {
      type: 'object',
      required: ['name', 'size'],
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 5 },
        size: { type: 'integer', minimum: 2, maximum: 9 },
        tags: { type: 'array', items: { type: 'string' }, maxItems: 3 },
      },
    },
    { name: 'Ada', size: 4, tags: ['x'] },
  );
  const drafts = [...edgeDrafts(api, operation)];
  const values = (name: string) =>
    drafts.flatMap(({ alone }) => alone().map(({ body }) => objectOf(body?.value)[name]));
  expect(values('name')).toEqual(expect.arrayContaining(['A', 'Adaaa', '😀😀😀😀😀']));
  expect(values('size')).toEqual(expect.arrayContaining([2, 9]));
  expect(values('tags')).toEqual(expect.arrayContaining([[], ['x', 'x', 'x']]));
  expect(values('tags')).toContain(undefined);
  expect(drafts.length).toBeLessThan(drafts.flatMap(({ alone }) => alone()).length);
});

test('examples come before everything that is made', async () => {
  const { api, operation } = await describeBody({ type: 'string' }, 'from the document');
  expect(exampleDrafts(api, operation)[0]?.body?.value).toBe('from the document');
});
