import { expect, test } from 'vitest';
import { objectOf, type Json, type JsonObject } from '../../scripts/base/json.ts';
import { singleBreaks } from '../../scripts/contract/generation/broken-draft.ts';
import { edgeDrafts } from '../../scripts/contract/generation/edge-draft.ts';
import { describeBody } from './describe-body.ts';

/** Values of one member of a body, written down as JSON would be. */
function written(values: readonly (Json | undefined)[]): string[] {
  return values.map((it) => (it === undefined ? 'none' : JSON.stringify(it)));
}

async function edgesOfMember(schema: JsonObject, example: Json) {
  const properties = { size: schema };
  const described = await describeBody({ type: 'object', properties }, { size: example });
  const drafts = [...edgeDrafts(described.api, described.operation)];
  return written(
    drafts.flatMap(({ alone }) => alone().map(({ body }) => objectOf(body?.value)['size'])),
  );
}

const FAR = ['2147483648', '-2147483649', '9007199254740993', '-9007199254740993'];

test.for<{ schema: JsonObject; want: string[]; not?: string[] }>([
  {
    schema: { type: 'integer', format: 'int32' },
    want: ['2147483647', '-2147483648'],
    not: ['2147483648'],
  },
  {
    schema: { type: 'integer', format: 'int64' },
    want: ['9223372036854775807', '-9223372036854775808'],
    not: ['9223372036854775808'],
  },
  { schema: { type: 'integer' }, want: FAR },
  { schema: { type: 'integer', minimum: 0 }, want: [FAR[0] ?? ''], not: [FAR[1] ?? ''] },
  { schema: { type: 'integer', maximum: 100 }, want: [FAR[1] ?? ''], not: [FAR[0] ?? ''] },
  { schema: { type: 'number' }, want: ['2147483648', '-9007199254740991'] },
  {
    schema: { type: 'number', format: 'double' },
    want: ['1.7976931348623157e+308', '-1.7976931348623157e+308', '5e-324'],
  },
  { schema: { type: 'number', format: 'float' }, want: ['3.4028234663852886e+38'] },
])('$schema is tried at its far ends', async ({ schema, want, not = [] }) => {
  const edges = await edgesOfMember(schema, 7);
  expect(edges).toEqual(expect.arrayContaining(want));
  expect(edges.filter((it) => not.includes(it))).toEqual([]);
});

test.for<{ schema: JsonObject; example: Json; want: string[] }>([
  { schema: { type: 'string' }, example: 'a', want: ['null'] },
  { schema: { enum: ['a', 'b'] }, example: 'a', want: ['null'] },
  { schema: { anyOf: [{ type: 'string' }, { type: 'integer' }] }, example: 'a', want: ['null'] },
  { schema: { type: 'integer' }, example: 4, want: ['null', '"4"', 'true'] },
  { schema: { type: 'boolean' }, example: true, want: ['null', '"true"', '1'] },
  { schema: { type: ['string', 'null'] }, example: 'a', want: [] },
])(
  'an optional $schema is broken by $want alone, also where the example leaves it out',
  async ({ schema, example, want }) => {
    const body = { type: 'object', properties: { size: schema, other: { const: 1 } } };
    for (const given of [{ size: example }, { other: 1 }]) {
      const { api, operation } = await describeBody(body, given);
      const broken = [...singleBreaks(api, operation)].map(
        ({ body: it }) => objectOf(it?.value)['size'],
      );
      const loose = written(broken).filter((it) => /^(?:null|true|1|".*")$/.test(it));
      // Of what the example leaves out another value may have been made up.
      const sure = want.filter((it) => given.size !== undefined || it === 'null');
      expect(loose).toEqual(expect.arrayContaining(sure));
      expect(loose.includes('null')).toBe(want.includes('null'));
    }
  },
);
