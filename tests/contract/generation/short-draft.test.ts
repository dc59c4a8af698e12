import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { shortDrafts, strayDraft } from '../../../scripts/contract/generation/short-draft.ts';
import { describeOperation } from '../../values/describe-body.ts';

const text = { type: 'string' };

test.for<[what: string, parameters: JsonObject[], path: string, want: unknown[][]]>([
  [
    'texts that are needed',
    [{ in: 'query', name: 'url', required: true, schema: text }],
    '/things',
    [[''], ['0'], ['null'], ['a']],
  ],
  [
    'a variable of a path is never empty',
    [{ in: 'path', name: 'id', required: true, schema: text }],
    '/things/{id}',
    [['0'], ['null'], ['a']],
  ],
  [
    'what has to be longer, is listed, or is shown stays as it is',
    [
      { in: 'query', name: 'url', required: true, schema: { ...text, minLength: 1 } },
      { in: 'query', name: 'kind', required: true, schema: { enum: ['x'] } },
      { in: 'query', name: 'name', required: true, schema: text, example: 'Ada' },
    ],
    '/things',
    [
      ['0', 'x', 'Ada'],
      ['null', 'x', 'Ada'],
      ['a', 'x', 'Ada'],
    ],
  ],
  [
    'what is optional is left out but once',
    [{ in: 'query', name: 'url', schema: text }],
    '/things',
    [['']],
  ],
])('short texts: %s', async ([, parameters, path, want]) => {
  const { api, operation } = await describeOperation({ parameters }, path);
  const drafts = shortDrafts(api, operation);
  expect(drafts.map((it) => it.parameters.map(({ value }) => value))).toEqual(want);
});

const typed = (type: string, names: readonly string[]) => ({
  type: 'object',
  required: ['type', ...names],
  properties: { type: { const: type }, ...Object.fromEntries(names.map((it) => [it, text])) },
});

test('short texts: of each kind of body there is one', async () => {
  const schema = { oneOf: [typed('point', ['at']), typed('line', ['from', 'to'])] };
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const { api, operation } = await describeOperation({ requestBody });
  const bodies = shortDrafts(api, operation).map(({ body }) => body?.value);
  expect(bodies).toContainEqual({ type: 'point', at: '' });
  expect(bodies).toContainEqual({ type: 'line', from: '', to: '' });
});

test.for<[what: string, parameters: JsonObject[], path: string, want: unknown[] | undefined]>([
  [
    'a variable takes a word, and all else stays as it is',
    [
      { in: 'path', name: 'id', required: true, schema: text },
      { in: 'query', name: 'kind', required: true, schema: text, example: 'big' },
    ],
    '/things/{id}',
    ['0', 'big'],
  ],
  [
    'what must have another form has no such word',
    [{ in: 'path', name: 'id', required: true, schema: { ...text, format: 'uuid' } }],
    '/things/{id}',
    undefined,
  ],
  ['without a variable nothing is astray', [], '/things', undefined],
])('astray: %s', async ([, parameters, path, want]) => {
  const { api, operation } = await describeOperation({ parameters }, path);
  const draft = strayDraft(api, operation);
  expect(draft?.parameters.map(({ value }) => value)).toEqual(want);
  expect(draft?.isStray).toBe(want && true);
});
