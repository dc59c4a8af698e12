import { json, JSON_TYPE, parsed, type Row, type Sent } from './row.ts';

const TWO_WAYS = {
  type: 'object',
  required: ['id', 'name', 'secret'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    secret: { type: 'string', writeOnly: true },
  },
  additionalProperties: false,
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isOneWay = (value: unknown) =>
  isObject(value) && isText(value['name']) && isText(value['secret']);
const xml = (body: string): Sent => ({ type: 'application/xml', body });
const lines = (body: string): Sent => ({ type: 'application/x-ndjson', body });

/** JSON, XML and lines (OpenAPI 3.1.1, sections 4.8.14, 4.8.24 and 4.8.26; JSON Schema 2020-12). */
export const BODY_ROWS: readonly Row[] = [
  {
    id: 'one-way',
    body: [JSON_TYPE, { schema: TWO_WAYS }],
    good: [[{ name: 'a', secret: 's' }, json('{"name":"a","secret":"s"}')]],
    bad: [[{ name: 'a' }, json('{"name":"a"}')]],
    keeps: ({ body }) => {
      const value = parsed(body);
      const known = ['id', 'name', 'secret'];
      return isOneWay(value) && Object.keys(value as object).every((it) => known.includes(it));
    },
    mistaken: ({ body }) => isOneWay(parsed(body)) && 'id' in (parsed(body) as object),
  },
  {
    id: 'one-way-nested',
    body: [
      JSON_TYPE,
      {
        schema: {
          type: 'array',
          maxItems: 3,
          items: {
            allOf: [
              {
                type: 'object',
                required: ['id'],
                properties: { id: { type: 'string', readOnly: true } },
              },
              {
                type: 'object',
                required: ['inner'],
                properties: {
                  inner: {
                    type: 'object',
                    required: ['at', 'name'],
                    properties: {
                      at: { type: 'integer', readOnly: true },
                      name: { type: 'string' },
                    },
                  },
                },
              },
            ],
          },
        },
      },
    ],
    good: [[[{ inner: { name: 'a' } }], json('[{"inner":{"name":"a"}}]')]],
    bad: [[[{ inner: {} }], json('[{"inner":{}}]')]],
    keeps: ({ body }) => {
      const value = parsed(body);
      return (
        Array.isArray(value) &&
        value.length <= 3 &&
        value.every(
          (it: unknown) => isObject(it) && isObject(it['inner']) && isText(it['inner']['name']),
        )
      );
    },
  },
  ...['constructor', '__proto__', 'toString'].map((name): Row => ({
    id: `property-${name}`,
    body: [
      JSON_TYPE,
      {
        schema: {
          type: 'object',
          required: [name],
          properties: Object.fromEntries([[name, { type: 'integer', maximum: 9 }]]),
          additionalProperties: false,
        },
      },
    ],
    good: [[Object.fromEntries([[name, 7]]), json(`{"${name}":7}`)]],
    bad: [
      [Object.fromEntries([[name, 10]]), json(`{"${name}":10}`)],
      [{}, json('{}')],
    ],
    keeps: ({ body }) => {
      const value = parsed(body);
      if (!isObject(value) || Object.keys(value).join() !== name) return false;
      const own: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
      return Number.isInteger(own) && Number(own) <= 9;
    },
  })),
  {
    id: 'xml-object',
    body: [
      'application/xml',
      {
        schema: {
          type: 'object',
          xml: { name: 'pet' },
          required: ['id', 'tags'],
          properties: {
            id: { type: 'integer', xml: { attribute: true } },
            tags: {
              type: 'array',
              minItems: 1,
              xml: { wrapped: true },
              items: { enum: ['a', 'b'], xml: { name: 'tag' } },
            },
          },
        },
      },
    ],
    good: [
      [{ id: 1, tags: ['a', 'b'] }, xml('<pet id="1"><tags><tag>a</tag><tag>b</tag></tags></pet>')],
    ],
    bad: [
      [{ id: 'x', tags: ['a'] }, xml('<pet id="x"><tags><tag>a</tag></tags></pet>')],
      [{ id: 1, tags: ['c'] }, xml('<pet id="1"><tags><tag>c</tag></tags></pet>')],
      [undefined, xml('<pet id="1">')],
    ],
    also: [
      xml("<?xml version='1.0'?>\n<pet id='1'>\n <tags>\n  <tag><![CDATA[a]]></tag></tags></pet>"),
    ],
    keeps: ({ body }) =>
      /<pet\b[^>]*\bid=["']-?\d+["']/.test(body) &&
      /<tags>\s*(<tag>(a|b|<!\[CDATA\[a\]\]>)<\/tag>\s*)+<\/tags>/.test(body) &&
      /<\/pet>\s*$/.test(body),
  },
  {
    id: 'xml-namespaced',
    body: [
      'application/xml',
      {
        schema: {
          type: 'object',
          xml: { name: 'pet', prefix: 'p', namespace: 'https://pets.test/ns' },
          required: ['n'],
          properties: {
            n: { type: 'integer', xml: { prefix: 'p', namespace: 'https://pets.test/ns' } },
          },
        },
      },
    ],
    good: [
      [
        { n: 1 },
        xml(
          '<p:pet xmlns:p="https://pets.test/ns"><p:n xmlns:p="https://pets.test/ns">1</p:n></p:pet>',
        ),
      ],
    ],
    bad: [
      [
        { n: 'x' },
        xml(
          '<p:pet xmlns:p="https://pets.test/ns"><p:n xmlns:p="https://pets.test/ns">x</p:n></p:pet>',
        ),
      ],
    ],
    also: [
      xml('<q:pet xmlns:q="https://pets.test/ns"><q:n>1</q:n></q:pet>'),
      xml('<pet xmlns="https://pets.test/ns"><n>1</n></pet>'),
    ],
    keeps: ({ body }) =>
      body.includes('https://pets.test/ns') && /<(\w+:)?n( [^>]*)?>\s*-?\d+\s*<\//.test(body),
  },
  {
    id: 'lines',
    body: [
      'application/x-ndjson',
      {
        schema: {
          type: 'array',
          minItems: 1,
          items: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } },
        },
      },
    ],
    good: [[[{ n: 1 }, { n: 2 }], lines('{"n":1}\n{"n":2}\n')]],
    bad: [[[{ n: 1 }, { n: 'x' }], lines('{"n":1}\n{"n":"x"}\n')]],
    also: [lines('{"n":1}\r\n{"n":2}')],
    keeps: ({ body }) => {
      const all = body
        .split('\n')
        .filter((it) => it.trim() !== '')
        .map(parsed);
      return all.length > 0 && all.every((it) => isObject(it) && Number.isInteger(it['n']));
    },
  },
];
