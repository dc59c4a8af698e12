import { chain, many, ref, withBody, withOperation, type Hostile } from './describe.ts';

const BACKTRACKS = '^(a+)+$';

function parameter(place: string, schema: object, name = 'a'): string {
  const item = { name, in: place, required: true, schema };
  const text = withOperation({ parameters: [item] });
  return place === 'path' ? text.replaceAll('/things', '/things/{a}') : text;
}

/** What is well formed, and costs without a bound whoever takes it at its word. */
export const WILD: readonly Hostile[] = [
  {
    what: 'a dynamic reference in a circle of three',
    text: withBody(ref('A'), {
      A: { $dynamicAnchor: 'a', allOf: [ref('B')] },
      B: { anyOf: [ref('C'), { $dynamicRef: '#a' }] },
      C: { oneOf: [{ $dynamicRef: '#a' }, ref('A')] },
    }),
  },
  {
    what: 'a dynamic reference inside of items and properties of itself',
    text: withBody(ref('A'), {
      A: {
        $dynamicAnchor: 'a',
        type: ['object', 'array'],
        items: { $dynamicRef: '#a' },
        additionalProperties: { $dynamicRef: '#a' },
        minProperties: 1,
      },
    }),
  },
  { what: 'a chain of 300 not', text: chain(300, (next) => ({ not: next })) },
  {
    what: 'a chain of 25, each any of, one of and all of the next',
    text: chain(25, (next) => ({ anyOf: [next], oneOf: [next], allOf: [next] })),
  },
  {
    what: '30 levels of properties of two of the next each',
    text: chain(30, (next) => ({ properties: { a: next, b: next }, required: ['a', 'b'] })),
  },
  {
    what: '40 levels of if, then, else of the next',
    text: chain(40, (next) => ({ if: next, then: next, else: next })),
  },
  {
    what: '30 levels of lists of two of the next each',
    text: chain(30, (next) => ({ type: 'array', prefixItems: [next, next], minItems: 2 })),
  },
  {
    what: 'patterns that backtrack for names',
    text: withBody({
      type: 'object',
      minProperties: 1,
      patternProperties: { [BACKTRACKS]: { type: 'string' } },
      propertyNames: { pattern: '^(b|b?)+$' },
    }),
  },
  {
    what: 'a pattern that backtracks, in a format and a content',
    text: withBody({
      type: 'string',
      format: 'regex',
      pattern: '^(([a-z])+.)+[A-Z]([a-z])+$',
      contentMediaType: 'application/json',
      contentSchema: { type: 'string', pattern: BACKTRACKS },
    }),
  },
  ...['header', 'path', 'query', 'cookie'].map((place) => ({
    what: `a pattern that backtracks, in a ${place} parameter`,
    text: parameter(place, { type: 'string', pattern: BACKTRACKS }, 'a'),
  })),
  {
    what: 'a backreference that backtracks',
    text: withBody({ type: 'string', pattern: String.raw`^(a*)*\1(b*)*\2c$` }),
  },
  {
    what: 'an enum of 100,000',
    text: withBody({ type: 'string', enum: many(100_000, (at) => `value ${at}`) }),
  },
  {
    what: 'one of 5,000',
    text: withBody({
      oneOf: many(5000, (at) => ({
        type: 'object',
        required: [`a${at}`],
        properties: { [`a${at}`]: { const: at } },
      })),
    }),
  },
  {
    what: 'any of 5,000 that are no different',
    text: withBody({ oneOf: many(5000, () => ({ type: 'object' })) }),
  },
  {
    what: '2,000 properties, all required',
    text: withBody({
      type: 'object',
      required: many(2000, (at) => `a${at}`),
      properties: Object.fromEntries(many(2000, (at) => [`a${at}`, { type: 'integer' }])),
    }),
  },
  { what: 'texts of up to a billion', text: withBody({ type: 'string', maxLength: 1e9 }) },
  { what: 'texts of ten million', text: withBody({ type: 'string', minLength: 1e7 }) },
  {
    what: 'a million distinct items',
    text: withBody({ type: 'array', minItems: 1e6, uniqueItems: true }),
  },
  {
    what: 'distinct items of two values',
    text: withBody({ type: 'array', items: { type: 'boolean' }, minItems: 3, uniqueItems: true }),
  },
  {
    what: 'a million that contain',
    text: withBody({ type: 'array', contains: { const: 1 }, minContains: 1e6 }),
  },
  {
    what: 'multiples of nearly nothing',
    text: withBody({ type: 'number', multipleOf: 1e-300, minimum: 1e300 }),
  },
  {
    what: 'numbers beyond every double',
    text: withBody('NUMBER').replaceAll(
      '"NUMBER"',
      '{"type":"number","minimum":1e400,"maximum":1e401,"multipleOf":1e-400}',
    ),
  },
  {
    what: 'integers of 100,000 digits',
    text: withBody('NUMBER').replaceAll(
      '"NUMBER"',
      `{"type":"integer","minimum":1${'0'.repeat(100_000)},"multipleOf":7}`,
    ),
  },
  {
    what: 'a length with an exponent of a billion',
    text: withBody('NUMBER').replaceAll('"NUMBER"', '{"type":"number","minimum":1e1000000000}'),
  },
  {
    what: '3,000 operations',
    isVast: true,
    text: JSON.stringify({
      ...(JSON.parse(withOperation({})) as object),
      paths: Object.fromEntries(
        many(3000, (at) => [
          `/things/${at}`,
          { get: { operationId: `list${at}`, responses: { '200': { description: 'ok' } } } },
        ]),
      ),
    }),
  },
  {
    what: '5,000 parameters',
    text: withOperation({
      parameters: many(5000, (at) => ({ name: `p${at}`, in: 'query', schema: { type: 'string' } })),
    }),
  },
  {
    what: '200 security requirements of 20 schemes each',
    text: withOperation(
      { security: many(200, () => Object.fromEntries(many(20, (at) => [`s${at}`, []]))) },
      {
        components: {
          securitySchemes: Object.fromEntries(
            many(20, (at) => [`s${at}`, { type: 'apiKey', in: 'header', name: `x-${at}` }]),
          ),
        },
      },
    ),
  },
  {
    what: 'a path of 2,000 braces',
    text: withOperation({}).replaceAll('/things', `/${many(2000, (at) => `{a${at}}`).join('')}`),
  },
  {
    what: 'a path of 60,000 characters',
    text: withOperation({}).replaceAll('/things', `/${'a'.repeat(60_000)}`),
  },
  {
    what: 'a summary of ten million characters',
    text: withOperation({ summary: 'a '.repeat(5e6) }),
  },
  {
    what: 'XML of itself',
    text: withBody(ref('A'), {
      A: {
        type: 'object',
        required: ['a', 'b'],
        properties: { a: ref('B'), b: ref('B') },
      },
      B: { anyOf: [ref('A'), { type: 'string' }] },
    }).replaceAll('application/json', 'application/xml'),
  },
  {
    what: 'a form of twice the next',
    // What it is answered by is JSON: no mock writes a form.
    text: chain(25, (next) => ({ allOf: [next, next] })).replace(
      'application/json',
      'multipart/form-data',
    ),
  },
];
