import { describe, expect, test } from 'vitest';
import { readDraft, singleBreaks } from '../../../scripts/contract/generation/broken-draft.ts';
import { exampleDrafts } from '../../../scripts/contract/generation/draft.ts';
import { NO_CREDENTIAL } from '../../../scripts/contract/wire/credentials.ts';
import { encodeRequest } from '../../../scripts/contract/wire/encode.ts';
import { textOf, type JsonObject } from '../../../scripts/base/json.ts';
import { describeOperation } from '../../values/describe-body.ts';

const SCHEMA: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', maxLength: 8 },
    tags: { type: 'array', items: { type: 'string' } },
  },
};
const EXAMPLE = { name: 'A & B', tags: ['x', 'y'] };

describe('a body is written down as its media type', () => {
  test.for<[mediaType: string, body: unknown]>([
    ['application/json', JSON.stringify(EXAMPLE)],
    ['application/x-www-form-urlencoded', 'name=A+%26+B&tags=x&tags=y'],
    ['multipart/form-data', expect.stringContaining('name="tags"\r\n\r\ny\r\n')],
    ['application/x-ndjson', `${JSON.stringify(EXAMPLE)}\n`],
    // How an object is written as text is not defined: it is never sent as valid.
    ['text/plain', undefined],
  ])('%s', async ([mediaType, body]) => {
    const content = { [mediaType]: { schema: SCHEMA, example: EXAMPLE } };
    const { api, operation } = await describeOperation({
      requestBody: { required: true, content },
    });
    const [draft] = exampleDrafts(api, operation);
    const request = draft && encodeRequest(api, '', operation, draft, NO_CREDENTIAL);
    expect(request?.body).toEqual(body);
    const sent = request?.headers.find(([name]) => name === 'content-type')?.[1];
    expect(sent?.split(';')[0]).toBe(body === undefined ? undefined : mediaType);
  });
});

describe('a constraint of a parameter is broken alone, wherever it is and however it is written', () => {
  test.for<[name: string, parameter: JsonObject, path: string]>([
    ['form, exploded', { in: 'query', name: 'sizes', style: 'form', explode: true }, '/things'],
    ['form', { in: 'query', name: 'sizes', style: 'form', explode: false }, '/things'],
    ['pipes', { in: 'query', name: 'sizes', style: 'pipeDelimited', explode: false }, '/things'],
    ['simple, in a header', { in: 'header', name: 'X-Sizes', style: 'simple' }, '/things'],
    ['simple, in a path', { in: 'path', name: 'sizes', style: 'simple' }, '/things/{sizes}'],
    ['label', { in: 'path', name: 'sizes', style: 'label' }, '/things/{sizes}'],
    ['matrix', { in: 'path', name: 'sizes', style: 'matrix', explode: true }, '/things/{sizes}'],
    ['a cookie', { in: 'cookie', name: 'sizes', style: 'form', explode: false }, '/things'],
  ])('%s', async ([, parameter, path]) => {
    const schema = { type: 'array', maxItems: 2, items: { type: 'integer', maximum: 9 } };
    const { api, operation } = await describeOperation(
      { parameters: [{ ...parameter, required: true, schema, example: [1, 2] }] },
      path,
    );
    const part = `${textOf(parameter['in'])} parameter ${textOf(parameter['name'])}`;
    const broken = [...singleBreaks(api, operation)];
    expect(broken.map((it) => it.broken)).toEqual(
      expect.arrayContaining([`maxItems at ${part}`, `maximum at ${part}/0`]),
    );
    for (const draft of broken) expect(readDraft(api, operation, draft)).toHaveLength(1);
  });
});
