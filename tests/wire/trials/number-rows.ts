import { field, isInteger, json, JSON_TYPE, parsed, query, segment, type Row } from './row.ts';

const PRICED = (multipleOf: number) => ({
  type: 'object',
  required: ['price'],
  properties: { price: { type: 'number', multipleOf } },
});

/** Numbers by all of their digits, as parameters and in JSON (JSON Schema 2020-12, validation, section 6.2). */
export const NUMBER_ROWS: readonly Row[] = [
  {
    id: 'int64-query',
    parameter: { name: 'id', in: 'query', schema: { type: 'integer', format: 'int64' } },
    good: [
      [9007199254740993n, query('id=9007199254740993')],
      [9223372036854775807n, query('id=9223372036854775807')],
    ],
    bad: [[9223372036854775808n, query('id=9223372036854775808')]],
    keeps: ({ query: it }) => !it.has('id') || isInt64(it.get('id')),
  },
  {
    id: 'int64-path',
    parameter: {
      name: 'p',
      in: 'path',
      schema: { type: 'integer', format: 'int64', minimum: 9007199254740993n },
    },
    good: [[9007199254740993n, segment('9007199254740993')]],
    bad: [
      [9007199254740992n, segment('9007199254740992')],
      [9223372036854775808n, segment('9223372036854775808')],
    ],
    keeps: ({ segment: it }) => isInt64(it) && BigInt(it) >= 9007199254740993n,
    mistaken: ({ segment: it }) => isInt64(it) && BigInt(it) !== 9007199254740993n,
  },
  {
    id: 'int64-header',
    parameter: { name: 'X-Id', in: 'header', schema: { enum: [9007199254740993n] } },
    good: [[9007199254740993n, field('X-Id', '9007199254740993')]],
    bad: [[9007199254740992n, field('X-Id', '9007199254740992')]],
    keeps: ({ field: it }) => (it('x-id') ?? '9007199254740993') === '9007199254740993',
  },
  {
    id: 'cents',
    parameter: { name: 'price', in: 'query', schema: { type: 'number', multipleOf: 0.01 } },
    good: [0.29, 1.13, 4.35, 19.99].map((it) => [it, query(`price=${it}`)] as const),
    bad: [[4.355, query('price=4.355')]],
    keeps: ({ query: it }) => hasDecimals(it.get('price'), 2),
  },
  {
    id: 'tenths',
    parameter: { name: 'X-Part', in: 'header', schema: { type: 'number', multipleOf: 0.1 } },
    good: [[0.3, field('X-Part', '0.3')]],
    bad: [[0.35, field('X-Part', '0.35')]],
    keeps: ({ field: it }) => hasDecimals(it('x-part'), 1),
  },
  ...(
    [
      ['cents', 0.01, [0.29, 1.13, 4.35, 19.99, 1e15 + 0.25], 4.355],
      ['tenths', 0.1, [0.3, 0.7, 1.1], 0.35],
      ['tiny', 1e-7, [3e-7, 0.0000001, 1.2345678], 1.5e-7],
      ['thirds', 0.3, [0.9, 1.2, 3], 1],
    ] as const
  ).map(([name, step, good, bad]): Row => ({
    id: `multiple-${name}`,
    body: [JSON_TYPE, { schema: PRICED(step) }],
    good: good.map((price) => [{ price }, json(JSON.stringify({ price }))] as const),
    bad: [[{ price: bad }, json(JSON.stringify({ price: bad }))]],
    keeps: ({ body }) => isMultiple(/"price" *: *(-?[\d.eE+-]+)/.exec(body)?.[1], step),
  })),
  {
    id: 'int64-body',
    body: [
      JSON_TYPE,
      {
        schema: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'integer', format: 'int64', minimum: 9007199254740993n } },
        },
      },
    ],
    good: [
      [{ id: 9007199254740993n }, json('{"id":9007199254740993}')],
      [{ id: 9223372036854775807n }, json('{"id":9223372036854775807}')],
    ],
    bad: [
      [{ id: 9007199254740992n }, json('{"id":9007199254740992}')],
      [{ id: 9223372036854775808n }, json('{"id":9223372036854775808}')],
    ],
    also: [json('{"id":9007199254740993.0}')],
    keeps: ({ body }) => {
      const [, text = '0'] = /"id" *: *(-?\d+)(?:\.0+)?(?=[ ,}\n])/.exec(body) ?? [];
      const id = BigInt(text);
      return id >= 9007199254740993n && id < 2n ** 63n;
    },
  },
  {
    id: 'whole-number',
    body: [JSON_TYPE, { schema: { type: 'integer', maximum: 9 } }],
    good: [[4, json('4')]],
    bad: [[4.5, json('4.5')]],
    also: [json('4.0'), json('4e0')],
    keeps: ({ body }) => Number.isInteger(parsed(body)) && Number(body) <= 9,
  },
];

function isInt64(text: string | null | undefined): boolean {
  return isInteger(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function hasDecimals(text: string | null | undefined, most: number): boolean {
  if (text === null || text === undefined) return true;
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+?)0*)?(?:[eE]([+-]?\d+))?$/.exec(
    text,
  ) ?? ['', 'none'];
  return fraction !== 'none' && fraction.length - Number(exponent) <= most;
}

/** Whether the decimal digits of a number make it a multiple (JSON Schema 2020-12, validation, section 6.2.1). */
function isMultiple(text: string | undefined, step: number): boolean {
  if (text === undefined) return false;
  const [value, unit] = [scale(text), scale(String(step))];
  const least = Math.min(value.power, unit.power);
  const at = ({ digits, power }: { digits: bigint; power: number }) =>
    digits * 10n ** BigInt(power - least);
  return at(value) % at(unit) === 0n;
}

function scale(number: string): { readonly digits: bigint; readonly power: number } {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  return {
    digits: BigInt(`${sign}${whole}${fraction}`),
    power: Number(exponent) - fraction.length,
  };
}
