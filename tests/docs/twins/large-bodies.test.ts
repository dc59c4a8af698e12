import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { renderSite } from '../../../scripts/docs/docs.ts';
import { bodyFields, upperFields } from '../../../scripts/docs/twins/body-fields.ts';
import { loadText } from '../../load/load-files.ts';
import { LIBRARY_STUBS } from '../orchard.ts';

const text = { type: 'string', description: 'A word.' };
const many = (count: number, schema: JsonObject): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, schema])),
});

const operation = (id: string) => ({
  operationId: id,
  requestBody: {
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
  },
  responses: { 204: { description: 'Done.' } },
});

describe('a body of many fields', () => {
  const deep = bodyFields({ schema: many(30, many(10, text)) }, '#/schema');

  test('is shown by levels, as many as there is room for', () => {
    expect(deep).toHaveLength(331);
    const { shown, left } = upperFields(deep);
    expect(shown.map(({ path }) => path)).toEqual([
      '',
      ...Array.from({ length: 30 }, (_, n) => `f${n}`),
    ]);
    expect(left).toBe(300);
    expect(upperFields(deep, 400)).toEqual({ shown: deep, left: 0 });
  });

  test('keeps its first level, however long that is', () => {
    const wide = bodyFields({ schema: many(500, text) }, '#/schema');
    expect(upperFields(wide)).toEqual({ shown: wide, left: 0 });
  });
});

describe('the site of 320 operations with a body of many fields', async () => {
  const ids = Array.from({ length: 320 }, (_, n) => `put${n}`);
  const api = await loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Many', version: '1' },
      paths: Object.fromEntries(ids.map((id) => [`/${id}`, { put: operation(id) }])),
      components: { schemas: { Thing: many(30, many(10, text)) } },
    }),
  );
  const site = renderSite([api], LIBRARY_STUBS);
  const fileOf = (end: string) => site.find(({ path }) => path.endsWith(end))?.text ?? '';

  test('says on the page of an operation how many fields it leaves to the reference', () => {
    expect(fileOf('operations/put7.md')).toContain('300 more fields lie deeper down.');
    expect(fileOf('operations/put7.md')).toContain('`f29`');
  });

  test('lists them all on one page, and does not show them there', () => {
    expect(fileOf('/all.html')).toContain('href="operations/put319.html"');
    expect(fileOf('/all.html')).not.toContain('<article');
  });

  test('finds a field that all of them have once', () => {
    const index = site.find(({ path }) => path.startsWith('assets/search'))?.text ?? '';
    expect(index.split('"f7"')).toHaveLength(2);
    expect(index).toContain('put0 and 319 more');
  });
});
