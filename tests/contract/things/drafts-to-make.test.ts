import { expect, test } from 'vitest';
import { draftsToMake } from '../../../scripts/contract/things/drafts-to-make.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Shops, version: '1'}
paths:
  /shops:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name, kind, code]
              properties: {name: {type: string}, kind: {enum: [old, new]}, code: {type: string, pattern: '^[0-9]{3}$'}}
      responses: {'201': {description: made}}
`);
const [operation] = api.operations;
if (!operation) throw new Error('no operation');
const bodies = (time: number) =>
  draftsToMake(api, operation, time).map(({ body }) => body?.value as { name: string });

test('a name that is a word is tried, each time another, and nothing else that is not allowed', () => {
  const words = [0, 1, 2].map(
    (time) => bodies(time).find(({ name }) => /^[a-z]{8}$/.test(name)) ?? { name: '' },
  );
  for (const it of words) {
    expect(it.name).toMatch(/^[a-z]{8}$/);
    expect(it).toMatchObject({ kind: expect.stringMatching(/^(old|new)$/) as string });
    expect(it).toMatchObject({ code: expect.stringMatching(/^\d{3}$/) as string });
  }
  expect(new Set(words.map(({ name }) => name)).size).toBe(3);
});
