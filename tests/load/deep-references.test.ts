import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { isObject, objectOf, type Json, type JsonObject } from '../../scripts/base/json.ts';
import { pointerOf, valueAt } from '../../scripts/base/json-pointer.ts';
import { loadText } from './load-files.ts';

/** Schemas of which each leads to the next and the last to the first. */
function ringOf(count: number): JsonObject {
  const schemas = Array.from({ length: count }, (_, place): [string, Json] => [
    `S${place}`,
    {
      type: 'object',
      properties: { next: { $ref: `#/components/schemas/S${(place + 1) % count}` } },
    },
  ]);
  const schema = { $ref: `#/components/schemas/S${Math.floor(count / 2)}` };
  const content = { 'application/json': { schema } };
  return {
    openapi: '3.1.0',
    info: { title: 'Ring', version: '1' },
    paths: {
      '/middle': { get: { responses: { 200: { description: 'ok', content } } } },
      '/plain': { get: { responses: { 200: { description: 'ok' } } } },
    },
    components: { schemas: Object.fromEntries(schemas) },
  };
}

/** Levels that somebody goes down who follows references from a node, each node once. */
function depthFrom(document: JsonObject, start: Json): number {
  const seen = new Set<Json>();
  const ahead: [node: Json, depth: number][] = [[start, 0]];
  let deepest = 0;
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [node, depth] = next;
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    deepest = Math.max(deepest, depth);
    for (const child of Object.values(node)) ahead.push([child, depth + 1]);
    const { $ref: ref } = isObject(node) ? node : {};
    if (typeof ref === 'string') ahead.push([valueAt(document, pointerOf(ref)) ?? null, depth + 1]);
  }
  return deepest;
}

test.for([
  [750, 2],
  [2_000, 6],
])(
  'of a ring of %i schemas %i references are left aside, and the rest works',
  async ([count = 0, left]) => {
    const { document, aside, operations } = await loadText(JSON.stringify(ringOf(count), null, 1));
    expect(aside.map(({ what }) => what)).toEqual(
      Array.from({ length: left ?? 0 }, () => 'reference'),
    );
    for (const { at, why } of aside) {
      expect(at.line).toBeGreaterThan(10);
      expect(why).toContain('more than 1200 levels');
    }
    const schemas = objectOf(objectOf(document['components'])['schemas']);
    const starts = Object.values(schemas).filter((_, place) => place % 25 === 0);
    expect(Math.max(...starts.map((it) => depthFrom(document, it)))).toBeLessThanOrEqual(1_250);
    expect(operations).toHaveLength(2);
  },
);

test('what is left of it is walked by Ajv from wherever one begins', async () => {
  const { document } = await loadText(JSON.stringify(ringOf(3_000)));
  const root = 'https://documents.test/ring';
  const ajv = new Ajv2020({ strict: false, inlineRefs: false });
  ajv.addSchema({ $id: root, ...document });
  const ref = `${root}#/components/schemas/S1500`;
  expect(ajv.compile({ $ref: ref })({ next: { next: {} } })).toBe(true);
});

test('nothing is left aside of a ring that can be walked', async () => {
  expect((await loadText(JSON.stringify(ringOf(350)))).aside).toEqual([]);
});
