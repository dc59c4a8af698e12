import { form, FORM_TYPE, isInteger, parsed, parts, within, type Row } from './row.ts';

const body = (media: object) => [FORM_TYPE, media] as const;
const fieldsOf = (text: string) => new URLSearchParams(text);
const NUMBERED = { required: ['n'], properties: { n: { type: 'integer' } } };
const COLOURS = {
  type: 'object',
  required: ['flat'],
  properties: {
    flat: { type: 'array', minItems: 2, maxItems: 3, items: { enum: ['red', 'blue'] } },
  },
};
const isColours = (texts: readonly string[]) =>
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

const multipart = (media: object) => ['multipart/form-data', media] as const;
const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
});
const NAMED = object(['name'], { name: { type: 'string', maxLength: 5, minLength: 1 } });

/** Multipart forms (OpenAPI 3.1.1, section 4.8.15.3; RFC 7578). */
export const MULTIPART_ROWS: readonly Row[] = [
  {
    id: 'parts-text',
    body: multipart({ schema: NAMED }),
    good: [[{ name: 'Ada' }, parts(['"name"', 'Ada'])]],
    bad: [
      [{ name: 'too long' }, parts(['"name"', 'too long'])],
      [{ other: 'x' }, parts(['"other"', 'x'])],
      [undefined, { type: 'multipart/form-data', body: 'x' }],
      [undefined, { ...parts(['"name"', 'Ada']), type: 'multipart/form-data; boundary=no' }],
    ],
    also: [
      parts(['name', 'Ada']),
      parts(['"name"\nContent-Type: text/plain; charset=utf-8', 'Ada']),
    ],
    keeps: async ({ form: it }) => {
      const name = (await it())?.get('name');
      return typeof name === 'string' && [...name].length > 0 && [...name].length <= 5;
    },
  },
  {
    id: 'parts-union',
    body: multipart({ schema: { oneOf: [NAMED, object(['n'], { n: { type: 'integer' } })] } }),
    good: [
      [{ name: 'Ada' }, parts(['"name"', 'Ada'])],
      [{ n: 7 }, parts(['"n"', '7'])],
    ],
    bad: [[{ n: 'x' }, parts(['"n"', 'x'])]],
    keeps: async ({ form: it }) => {
      const fields = await it();
      const [name, n] = [fields?.get('name'), fields?.get('n')];
      const isNamed = typeof name === 'string' && [...name].length > 0 && [...name].length <= 5;
      return isNamed !== (typeof n === 'string' && isInteger(n));
    },
  },
  {
    id: 'parts-types',
    body: multipart({
      schema: object(['meta', 'csv'], {
        meta: object(['k'], { k: { type: 'integer' } }),
        csv: { type: 'string', minLength: 1 },
        file: { type: 'string', format: 'binary' },
      }),
      encoding: {
        meta: { contentType: 'application/json' },
        csv: { contentType: 'text/csv' },
        file: { contentType: 'image/png' },
      },
    }),
    good: [
      [
        { meta: { k: 1 }, csv: 'a,b', file: 'x' },
        parts(
          ['"meta"\nContent-Type: application/json', '{"k":1}'],
          ['"csv"\nContent-Type: text/csv', 'a,b'],
          ['"file"; filename="file.png"\nContent-Type: image/png', 'x'],
        ),
      ],
    ],
    bad: [
      [
        { meta: { k: 'x' }, csv: 'a,b', file: 'x' },
        parts(
          ['"meta"\nContent-Type: application/json', '{"k":"x"}'],
          ['"csv"\nContent-Type: text/csv', 'a,b'],
          ['"file"; filename="file.png"\nContent-Type: image/png', 'x'],
        ),
      ],
    ],
    keeps: async ({ form: it, body: text }) => {
      const fields = await it();
      const meta = fields?.get('meta');
      const value = parsed(typeof meta === 'string' ? meta : ((await meta?.text()) ?? ''));
      const isMeta =
        typeof value === 'object' && value !== null && 'k' in value && Number.isInteger(value.k);
      const isTyped = /application\/json/i.test(text) && /text\/csv/i.test(text);
      const isFile = (fields?.getAll('file') ?? []).every((part) => part instanceof File);
      return isMeta && isTyped && fields?.get('csv') !== '' && isFile;
    },
  },
  {
    id: 'parts-default-json',
    body: multipart({ schema: object(['o'], { o: object(['k'], { k: { type: 'integer' } }) }) }),
    good: [[{ o: { k: 1 } }, parts(['"o"\nContent-Type: application/json', '{"k":1}'])]],
    bad: [[{ o: { k: 'x' } }, parts(['"o"\nContent-Type: application/json', '{"k":"x"}'])]],
    also: [
      parts(['"o"', '{"k":1}']),
      parts(['"o"; filename="blob"\nContent-Type: application/json', '{"k":1}']),
    ],
    keeps: async ({ form: it }) => {
      const o = (await it())?.get('o');
      const value = parsed(typeof o === 'string' ? o : ((await o?.text()) ?? ''));
      return (
        typeof value === 'object' && value !== null && 'k' in value && Number.isInteger(value.k)
      );
    },
  },
  {
    id: 'parts-files',
    body: multipart({
      schema: object(['files'], {
        files: {
          type: 'array',
          minItems: 2,
          maxItems: 3,
          items: { type: 'string', contentMediaType: 'application/octet-stream' },
        },
      }),
    }),
    good: [
      [
        { files: ['a', 'b'] },
        parts(
          ['"files"; filename="files.bin"\nContent-Type: application/octet-stream', 'a'],
          ['"files"; filename="files.bin"\nContent-Type: application/octet-stream', 'b'],
        ),
      ],
    ],
    bad: [
      [
        { files: ['a'] },
        parts(['"files"; filename="files.bin"\nContent-Type: application/octet-stream', 'a']),
      ],
    ],
    keeps: async ({ form: it }) => {
      const files = (await it())?.getAll('files') ?? [];
      return files.length > 1 && files.length < 4 && files.every((file) => file instanceof File);
    },
  },
  {
    id: 'parts-flat',
    body: multipart({ schema: COLOURS, encoding: { flat: { style: 'form', explode: false } } }),
    good: [[{ flat: ['red', 'blue'] }, parts(['"flat"', 'red,blue'])]],
    bad: [[{ flat: ['red', 'green'] }, parts(['"flat"', 'red,green'])]],
    keeps: async ({ form: it }) => {
      const flat = (await it())?.get('flat');
      return typeof flat === 'string' && isColours(flat.split(','));
    },
    mistaken: async ({ form: it }) => {
      const flat = (await it())?.getAll('flat') ?? [];
      return isColours(flat.map(String));
    },
  },
  {
    id: 'parts-headers',
    body: multipart({
      schema: NAMED,
      encoding: {
        name: {
          headers: { 'X-Part': { required: true, schema: { type: 'string', const: 'seven' } } },
        },
      },
    }),
    good: [[{ name: 'Ada' }, parts(['"name"\nX-Part: seven', 'Ada'])]],
    bad: [[{ name: 'too long' }, parts(['"name"\nX-Part: seven', 'too long'])]],
    keeps: async ({ form: it, body: text }) => {
      const name = (await it())?.get('name');
      const isShort = typeof name === 'string' && [...name].length > 0 && [...name].length <= 5;
      return isShort && /\r\nX-Part: seven\r\n/.test(text);
    },
  },
  ...['constructor', '__proto__', 'toString'].map((name): Row => ({
    id: `parts-named-${name}`,
    body: multipart({
      schema: object([name], Object.fromEntries([[name, { type: 'integer', maximum: 9 }]])),
    }),
    good: [[Object.fromEntries([[name, 7]]), parts([`"${name}"`, '7'])]],
    bad: [[Object.fromEntries([[name, 10]]), parts([`"${name}"`, '10'])]],
    keeps: async ({ form: it }) => {
      const value = (await it())?.get(name);
      return typeof value === 'string' && within(value, -Infinity, 9);
    },
  })),
];
