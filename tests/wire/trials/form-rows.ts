import { form, FORM_TYPE, isInteger, parsed, within, type Row } from './row.ts';

const body = (media: object) => [FORM_TYPE, media] as const;
const fieldsOf = (text: string) => new URLSearchParams(text);
const NUMBERED = { required: ['n'], properties: { n: { type: 'integer' } } };
export const COLOURS = {
  type: 'object',
  required: ['flat'],
  properties: {
    flat: { type: 'array', minItems: 2, maxItems: 3, items: { enum: ['red', 'blue'] } },
  },
};
/** Whether the texts are colours, as many as there must be. */
export const isColours = (texts: readonly string[]) =>
  texts.length > 1 && texts.length < 4 && texts.every((it) => it === 'red' || it === 'blue');
const raws = (text: string, name: string) =>
  text.split('&').flatMap((it) => (it.startsWith(`${name}=`) ? [it.slice(name.length + 1)] : []));

/** Forms in a URL's notation (OpenAPI 3.1.1, sections 4.8.14.5 and 4.8.15). */
export const FORM_ROWS: readonly Row[] = [
  ...(['allOf', 'oneOf', 'anyOf'] as const).map((word): Row => ({
    id: `form-${word}`,
    body: body({ schema: { [word]: [NUMBERED] } }),
    good: [[{ n: 7 }, form('n=7')]],
    bad: [
      [{ n: 'x' }, form('n=x')],
      [{ m: 7 }, form('m=7')],
    ],
    keeps: ({ body: it }) => isInteger(fieldsOf(it).get('n')),
    mistaken: () => false,
  })),
  {
    id: 'form-choice',
    body: body({
      schema: {
        oneOf: [
          { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } },
          { type: 'object', required: ['on'], properties: { on: { type: 'boolean' } } },
        ],
      },
    }),
    good: [
      [{ n: 7 }, form('n=7')],
      [{ on: true }, form('on=true')],
    ],
    bad: [
      [{ n: 'x' }, form('n=x')],
      [{ on: 'x' }, form('on=x')],
    ],
    keeps: ({ body: it }) => {
      const fields = fieldsOf(it);
      const isSwitch = ['true', 'false'].includes(fields.get('on') ?? '');
      return isInteger(fields.get('n')) !== isSwitch;
    },
  },
  {
    id: 'form-flat',
    body: body({ schema: COLOURS, encoding: { flat: { style: 'form', explode: false } } }),
    good: [[{ flat: ['red', 'blue'] }, form('flat=red,blue')]],
    bad: [[{ flat: ['red', 'green'] }, form('flat=red,green')]],
    also: [form('flat=red%2Cblue')],
    keeps: ({ body: it }) => isColours((fieldsOf(it).get('flat') ?? '').split(',')),
    mistaken: ({ body: it }) => isColours(fieldsOf(it).getAll('flat')),
  },
  {
    id: 'form-repeated',
    body: body({ schema: COLOURS }),
    good: [[{ flat: ['red', 'blue'] }, form('flat=red&flat=blue')]],
    bad: [[{ flat: ['red', 'green'] }, form('flat=red&flat=green')]],
    keeps: ({ body: it }) => isColours(fieldsOf(it).getAll('flat')),
    mistaken: ({ body: it }) => isColours((fieldsOf(it).get('flat') ?? '').split(',')),
  },
  {
    id: 'form-pipes',
    body: body({
      schema: COLOURS,
      encoding: { flat: { style: 'pipeDelimited', explode: false } },
    }),
    good: [[{ flat: ['red', 'blue'] }, form('flat=red%7Cblue')]],
    bad: [[{ flat: ['red', 'green'] }, form('flat=red%7Cgreen')]],
    also: [form('flat=red|blue')],
    keeps: ({ body: it }) => isColours((fieldsOf(it).get('flat') ?? '').split('|')),
  },
  {
    id: 'form-deep',
    body: body({
      schema: {
        type: 'object',
        required: ['deep'],
        properties: {
          deep: { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
        },
      },
      encoding: { deep: { style: 'deepObject', explode: true } },
    }),
    good: [[{ deep: { a: 1 } }, form('deep%5Ba%5D=1')]],
    bad: [[{ deep: { a: 'x' } }, form('deep%5Ba%5D=x')]],
    also: [form('deep[a]=1')],
    keeps: ({ body: it }) => isInteger(fieldsOf(it).get('deep[a]')),
    mistaken: ({ body: it }) => fieldsOf(it).has('deep'),
  },
  {
    id: 'form-reserved',
    body: body({
      schema: {
        type: 'object',
        required: ['raw'],
        properties: { raw: { type: 'string', pattern: '^[a-z]/[a-z]+$' } },
      },
      encoding: { raw: { allowReserved: true } },
    }),
    good: [[{ raw: 'a/b' }, form('raw=a/b')]],
    bad: [[{ raw: '/ab' }, form('raw=/ab')]],
    also: [form('raw=a%2Fb')],
    keeps: ({ body: it }) => /^[a-z]\/[a-z]+$/.test(fieldsOf(it).get('raw') ?? ''),
    mistaken: ({ body: it }) => raws(it, 'raw').join('').includes('%'),
  },
  {
    id: 'form-json',
    body: body({
      schema: {
        type: 'object',
        required: ['o'],
        properties: {
          o: { type: 'object', required: ['k'], properties: { k: { type: 'integer' } } },
        },
      },
    }),
    good: [[{ o: { k: 1 } }, form('o=%7B%22k%22%3A1%7D')]],
    bad: [[{ o: { k: 'x' } }, form('o=%7B%22k%22%3A%22x%22%7D')]],
    keeps: ({ body: it }) => {
      const value = parsed(fieldsOf(it).get('o') ?? '');
      return (
        typeof value === 'object' && value !== null && 'k' in value && Number.isInteger(value.k)
      );
    },
    mistaken: ({ body: it }) => fieldsOf(it).has('k'),
  },
  {
    id: 'form-null',
    body: body({
      schema: {
        type: 'object',
        required: ['n'],
        properties: { n: { type: 'integer' }, note: { type: ['integer', 'null'] } },
      },
    }),
    good: [
      [{ n: 1, note: 2 }, form('n=1&note=2')],
      [{ n: 1 }, form('n=1')],
    ],
    bad: [[{ n: 1, note: 'x' }, form('n=1&note=x')]],
    undetermined: [form('n=1&note=null')],
    keeps: ({ body: it }) =>
      isInteger(fieldsOf(it).get('n')) && isInteger(fieldsOf(it).get('note') ?? '0'),
  },
  ...['constructor', '__proto__', 'toString'].map((name): Row => ({
    id: `form-named-${name}`,
    body: body({
      schema: {
        type: 'object',
        required: [name],
        properties: Object.fromEntries([[name, { type: 'integer', maximum: 9 }]]),
      },
    }),
    good: [[Object.fromEntries([[name, 7]]), form(`${name}=7`)]],
    bad: [
      [Object.fromEntries([[name, 10]]), form(`${name}=10`)],
      [{ other: 1 }, form('other=1')],
    ],
    keeps: ({ body: it }) => within(fieldsOf(it).get(name), -Infinity, 9),
  })),
];
