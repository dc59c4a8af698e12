import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { brokenDraft, singleBreaks } from '../../../scripts/contract/generation/broken-draft.ts';
import { validDraft } from '../../../scripts/contract/generation/draft.ts';
import {
  disagreementOn,
  type SchemaVerdict,
} from '../../../scripts/contract/proof/disagreement.ts';
import { NO_CREDENTIAL } from '../../../scripts/contract/wire/credentials.ts';
import { encodeRequest } from '../../../scripts/contract/wire/encode.ts';
import { readParts } from '../../../scripts/contract/wire/read-request.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import type { Json } from '../../../scripts/base/json.ts';
import { loadText } from '../../load/load-files.ts';

const SCHEMAS: Readonly<Record<string, Json>> = {
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  uint64: { type: 'integer', format: 'uint64' },
  below: { type: 'integer', exclusiveMaximum: 9_007_199_254_740_993n },
  odd: { multipleOf: 3 },
  exactly: { const: 9_007_199_254_740_993n },
  hundred: { enum: [100_000_000_000_000_000_000n] },
  unique: { uniqueItems: true },
  words: { items: { type: 'string' } },
  data: { type: 'string', format: 'byte' },
  digits: { type: 'string', format: 'numeric' },
  loose: { anyOf: [{ type: 'string', format: 'numeric' }, { type: 'integer' }, { maxLength: 2 }] },
  link: { type: 'string', format: 'url' },
  secret: { type: 'string', format: 'password' },
  amount: { type: 'number', format: 'double' },
  cents: { type: 'number', multipleOf: 0.01 },
  mixed: { type: 'number', multipleOf: 1, minimum: 1 },
  text: { type: 'string', maxLength: 2 },
  name: { $ref: '#/components/schemas/text' },
  closed: { properties: { a: true }, additionalProperties: false },
  unevaluated: { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
  needs: { required: ['a/b'] },
  dependent: { dependentRequired: { a: ['b'] } },
  either: { if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } },
  one: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
  several: { contains: { type: 'string' }, minContains: 2 },
  never: { properties: { a: false } },
  named: { propertyNames: { maxLength: 1 } },
  pair: { prefixItems: [{ type: 'string' }], items: false },
  day: { type: 'string', format: 'date' },
  nested: { items: { properties: { n: { exclusiveMaximum: 5 } } } },
};

let api: ApiModel;

beforeAll(async () => {
  const document = {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Pets', version: '1' },
    paths: {},
    components: { schemas: SCHEMAS },
  };
  api = await loadText(JSON.stringify(document));
});

/** The verdicts of the first validator: each breach, or that the value is valid. */
function verdictsOn(name: string, value: Json): SchemaVerdict[] {
  const schema = `#/components/schemas/${name}` as const;
  const breaches = api.schemas.check(schema, value);
  const verdict = { part: 'body', schema, value };
  return breaches.length === 0
    ? [{ ...verdict, breach: undefined }]
    : breaches.map((breach) => ({ ...verdict, breach }));
}

describe('both validators find the same constraint broken at the same place', () => {
  test.each<[name: string, value: Json, keyword: string]>([
    ['text', 'abc', 'maxLength'],
    ['name', 'abc', 'maxLength'],
    ['closed', { b: 1 }, 'additionalProperties'],
    ['unevaluated', { b: 1 }, 'unevaluatedProperties'],
    ['needs', {}, 'required'],
    ['dependent', { a: 1 }, 'dependentRequired'],
    ['either', { a: 1 }, 'if'],
    ['either', {}, 'required'],
    ['one', true, 'oneOf'],
    ['several', ['a'], 'contains'],
    ['never', { a: 1 }, 'false schema'],
    ['named', { ab: 1 }, 'propertyNames'],
    ['pair', ['a', 1], 'items'],
    ['day', '2023-02-29', 'format'],
    ['nested', [{}, { n: 5 }], 'exclusiveMaximum'],
    ['int32', 2 ** 31, 'format'],
    ['int32', 2 ** 80, 'format'],
    ['int64', 2n ** 63n, 'format'],
    ['int64', -(2n ** 63n) - 1n, 'format'],
    ['uint64', -1, 'format'],
    ['uint64', 2n ** 64n, 'format'],
    ['below', 2n ** 53n + 1n, 'exclusiveMaximum'],
    ['odd', 2n ** 53n, 'multipleOf'],
    ['exactly', 2n ** 53n, 'const'],
    ['hundred', 100_000_000_000_000_000_001n, 'enum'],
    ['unique', [[2n ** 64n], [2n ** 64n]], 'uniqueItems'],
    ['words', ['a', 2n ** 64n], 'type'],
    ['data', 'YQ=', 'format'],
    ['data', 'YQ==\n', 'format'],
    ['data', '????', 'format'],
  ])('%s %j breaks %s', async (name, value, keyword) => {
    const verdicts = verdictsOn(name, value);
    expect(verdicts.map(({ breach }) => breach?.keyword)).toContain(keyword);
    for (const verdict of verdicts) expect(await disagreementOn(api, [verdict])).toBeUndefined();
  });
});

describe('both find valid, by all digits', () => {
  test.each<[name: string, value: Json]>([
    ['int32', -(2 ** 31)],
    ['int64', 2n ** 63n - 1n],
    ['int64', -(2n ** 63n)],
    ['uint64', 2n ** 64n - 1n],
    ['below', 9_007_199_254_740_992n],
    ['odd', 9_007_199_254_740_993n],
    ['exactly', 9_007_199_254_740_993n],
    ['hundred', 1e20],
    ['unique', [{ a: 2n ** 64n }, { a: 2n ** 64n + 1n }]],
    ['closed', { a: [2n ** 64n] }],
    ['data', 'YQ=='],
    ['data', 'YR=='],
    ['data', ''],
    ['loose', 'a'],
    ['loose', 7],
    ['link', 'https://example.com/'],
    ['secret', 'a'],
    ['amount', 0.5],
  ])('%s %j', async (name, value) => {
    expect(verdictsOn(name, value)).toMatchObject([{ breach: undefined }]);
    expect(await disagreementOn(api, verdictsOn(name, value))).toBeUndefined();
  });
});

describe('where they differ, the constraint is named and nobody is blamed', () => {
  test.each<[name: string, value: Json, clause: string]>([
    ['digits', 'a', 'digits/format'],
    ['loose', 'abc', 'loose/anyOf/0/format'],
    ['link', 'a', 'link/format'],
  ])('whether %s %j keeps a format that nobody knows', async (name, value, clause) => {
    expect(await disagreementOn(api, verdictsOn(name, value))).toEqual({
      clause: `#/components/schemas/${clause}`,
      message: 'body: its format is not known here, so it may be invalid',
    });
  });

  test('a format that nobody knows excuses nothing else', async () => {
    const [verdict] = verdictsOn('digits', 7);
    expect(verdict?.breach?.keyword).toBe('type');
    expect(await disagreementOn(api, verdictsOn('digits', 7))).toBeUndefined();
  });

  test('a step that one of them takes for kept by a hair', async () => {
    expect(await disagreementOn(api, verdictsOn('odd', 3e-9))).toEqual({
      clause: '#/components/schemas/odd/multipleOf',
      message: 'body: one validator says that it breaks multipleOf, the other does not',
    });
  });

  test('a step that binary fractions cannot hold is one that both know', async () => {
    expect(verdictsOn('cents', 19.99)).toMatchObject([{ breach: undefined }]);
    expect(await disagreementOn(api, verdictsOn('cents', 19.99))).toBeUndefined();
  });

  test('of two constraints, only the one they differ on', async () => {
    const verdicts = verdictsOn('mixed', 1e-9);
    const disputed = await Promise.all(verdicts.map((it) => disagreementOn(api, [it])));
    const keywords = verdicts.map(({ breach }) => breach?.keyword);
    expect(keywords.filter((_, i) => disputed[i] === undefined)).toEqual(['minimum']);
    expect(keywords.filter((_, i) => disputed[i] !== undefined)).toEqual(['multipleOf']);
  });

  test('a value that only the other finds broken', async () => {
    const verdict = { part: 'body', schema: '#/components/schemas/text', value: 'abc' } as const;
    expect(await disagreementOn(api, [{ ...verdict, breach: undefined }])).toEqual({
      clause: '#/components/schemas/text/maxLength',
      message: 'body: one validator finds it valid, the other says that it breaks maxLength',
    });
  });

  test('a breach elsewhere in the value proves nothing', async () => {
    const [verdict] = verdictsOn('nested', [{ n: 5 }]);
    const elsewhere = { ...verdict?.breach, instance: '/1/n' } as SchemaVerdict['breach'];
    expect(
      await disagreementOn(api, [{ ...verdict, breach: elsewhere } as SchemaVerdict]),
    ).toBeDefined();
  });

  test('a schema that only one of them can read', async () => {
    const schema = '#/components/schemas/gone' as const;
    expect(
      await disagreementOn(api, [{ part: 'body', schema, value: 1, breach: undefined }]),
    ).toMatchObject({ clause: schema, message: expect.stringContaining('only one validator') });
  });
});

describe('of the six descriptions', async () => {
  const apis = await loadApis(nodeIo, []);

  test.each(apis.map((it) => [it.name, it] as const))(
    'both judge every generated value of %s alike',
    { timeout: 60_000 },
    async (_name, described) => {
      let broken = 0;
      for (const operation of described.operations) {
        const drafts = [
          ...singleBreaks(described, operation),
          ...fc.sample(brokenDraft(described, operation), { seed: 1, numRuns: 10 }),
          ...fc.sample(validDraft(described, operation), { seed: 1, numRuns: 10 }),
        ];
        for (const draft of drafts) {
          const request = encodeRequest(api, '', operation, draft, NO_CREDENTIAL);
          for (const { part, schema, value, breaches } of readParts(
            described,
            '',
            operation,
            request,
          )) {
            if (schema === undefined || value === undefined) continue;
            broken += breaches.length;
            const verdicts = breaches.length > 0 ? breaches : [undefined];
            for (const breach of verdicts) {
              const verdict = { part, schema, value, breach };
              expect(await disagreementOn(described, [verdict])).toBeUndefined();
            }
          }
        }
      }
      expect(broken).toBeGreaterThan(5);
    },
  );
});
