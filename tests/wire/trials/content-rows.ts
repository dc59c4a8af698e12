import { cookie, field, isInteger, NOTHING, parsed, query, segment, type Row } from './row.ts';

const TONES = {
  type: 'object',
  required: ['tone'],
  properties: { tone: { enum: ['warm', 'cold'] } },
};
const decode = (text: string) => decodeURIComponent(text);
const isTone = (text: string | undefined) => {
  const value = parsed(text ?? '');
  return (
    typeof value === 'object' &&
    value !== null &&
    'tone' in value &&
    ['warm', 'cold'].includes(String(value.tone))
  );
};
const tone = (text: string) => encodeURIComponent(JSON.stringify({ tone: text }));

/** Parameters that have `content` (OpenAPI 3.1.1, section 4.8.12.2.3), and names that every object has. */
export const CONTENT_ROWS: readonly Row[] = [
  {
    id: 'content-query',
    parameter: { name: 'filter', in: 'query', content: { 'application/json': { schema: TONES } } },
    good: [[{ tone: 'warm' }, query(`filter=${tone('warm')}`)]],
    bad: [
      [{ tone: 'hot' }, query(`filter=${tone('hot')}`)],
      [false, query('filter=false')],
    ],
    also: [NOTHING, query('filter={%22tone%22:%22cold%22,%22x%22:[]}')],
    keeps: ({ query: it }) => !it.has('filter') || isTone(it.get('filter') ?? ''),
    mistaken: ({ query: it }) => !(it.get('filter') ?? '').startsWith('{'),
  },
  {
    id: 'content-header',
    parameter: { name: 'X-F', in: 'header', content: { 'application/json': { schema: TONES } } },
    good: [[{ tone: 'warm' }, field('X-F', '{"tone":"warm"}')]],
    bad: [[{ tone: 'hot' }, field('X-F', '{"tone":"hot"}')]],
    keeps: ({ field: it }) => isTone(it('x-f') ?? '{"tone":"warm"}'),
  },
  {
    id: 'content-path',
    parameter: { name: 'p', in: 'path', content: { 'application/json': { schema: TONES } } },
    good: [[{ tone: 'warm' }, segment(tone('warm'))]],
    bad: [[{ tone: 'hot' }, segment(tone('hot'))]],
    keeps: ({ segment: it }) => isTone(decode(it)),
  },
  {
    id: 'content-cookie',
    parameter: { name: 'f', in: 'cookie', content: { 'application/json': { schema: TONES } } },
    good: [[{ tone: 'warm' }, cookie(`f=${tone('warm')}`)]],
    bad: [[{ tone: 'hot' }, cookie(`f=${tone('hot')}`)]],
    keeps: ({ cookies }) => isTone(cookies.get('f')?.[0] ?? '{"tone":"warm"}'),
  },
  {
    id: 'content-text',
    parameter: {
      name: 'note',
      in: 'query',
      content: { 'text/plain': { schema: { type: 'string', pattern: '^[a-z]{2}$' } } },
    },
    good: [['ab', query('note=ab')]],
    bad: [['abc', query('note=abc')]],
    keeps: ({ query: it }) => /^[a-z]{2}$/.test(it.get('note') ?? 'ab'),
  },
  {
    id: 'content-number',
    parameter: {
      name: 'n',
      in: 'query',
      content: { 'text/plain': { schema: { type: 'integer' } } },
    },
    good: [[7, query('n=7')]],
    bad: [['x', query('n=x')]],
    keeps: ({ query: it }) => !it.has('n') || isInteger(it.get('n')),
  },
  ...['constructor', '__proto__', 'toString'].flatMap((name): Row[] => {
    const schema = { type: 'integer', maximum: 9 };
    return [
      {
        id: `named-${name}-query`,
        parameter: { name, in: 'query', schema },
        good: [[7, query(`${name}=7`)]],
        bad: [[10, query(`${name}=10`)]],
        also: [NOTHING],
        keeps: ({ query: it }) =>
          !it.has(name) || (isInteger(it.get(name)) && +(it.get(name) ?? 0) <= 9),
      },
      {
        id: `named-${name}-header`,
        parameter: { name, in: 'header', schema },
        good: [[7, field(name, '7')]],
        bad: [[10, field(name, '10')]],
        also: [NOTHING],
        keeps: ({ field: it }) => isInteger(it(name) ?? '7') && +(it(name) ?? 0) <= 9,
      },
      {
        id: `named-${name}-path`,
        parameter: { name, in: 'path', schema },
        good: [[7, segment('7')]],
        bad: [[10, segment('10')]],
        keeps: ({ segment: it }) => isInteger(it) && +it <= 9,
      },
      {
        id: `named-${name}-cookie`,
        parameter: { name, in: 'cookie', schema },
        good: [[7, cookie(`${name}=7`)]],
        bad: [[10, cookie(`${name}=10`)]],
        also: [NOTHING],
        keeps: ({ cookies }) =>
          (cookies.get(name) ?? ['7']).every((it) => isInteger(it) && +it <= 9),
      },
    ];
  }),
];
