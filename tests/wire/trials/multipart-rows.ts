import { COLOURS, isColours } from './form-rows.ts';
import { isInteger, parsed, parts, within, type Row } from './row.ts';

/** Length counts characters, which some are two units of (JSON Schema 2020-12, validation, section 6.3.1). */
const isShort = (text: string) => /^[^]{1,5}$/u.test(text);
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
      return typeof name === 'string' && isShort(name);
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
      const isNamed = typeof name === 'string' && isShort(name);
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
      return typeof name === 'string' && isShort(name) && /\r\nX-Part: seven\r\n/.test(text);
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
