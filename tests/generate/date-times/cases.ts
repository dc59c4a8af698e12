/** Answers of one operation each, and where the times in them are. */
export interface DateCase {
  readonly schema: object;
  readonly schemas?: Readonly<Record<string, object>>;
  readonly value: unknown;
  /** Pointers of what becomes a `Date`. */
  readonly dates: readonly string[];
}

const AT = '2026-03-01T10:00:00Z';
const time = { type: 'string', format: 'date-time' };
const text = { type: 'string' };
const object = (properties: object, ...required: readonly string[]) => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});
const listOf = (items: object) => ({ type: 'array', items });
const at = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const CASES: Readonly<Record<string, DateCase>> = {
  'a member, and what is none beside it': {
    schema: object({ at: time, day: { type: 'string', format: 'date' }, name: text }),
    value: { at: AT, day: '2026-03-01', name: AT },
    dates: ['/at'],
  },
  'the whole body': { schema: time, value: AT, dates: [''] },
  'one that may be null': {
    schema: listOf(object({ at: { type: ['string', 'null'], format: 'date-time' } }, 'at')),
    value: [{ at: AT }, { at: null }],
    dates: ['/0/at'],
  },
  'one that may be a number': {
    schema: listOf({ type: ['string', 'integer'], format: 'date-time' }),
    value: [AT, 1],
    dates: ['/0'],
  },
  'offsets, fractions, small letters and a leap second': {
    schema: listOf(time),
    value: [
      '2026-03-01T10:00:00+02:00',
      '2026-03-01T10:00:00.123456789Z',
      '2026-03-01t10:00:00z',
      '2016-12-31T23:59:60Z',
    ],
    dates: ['/0', '/1', '/2', '/3'],
  },
  'by a reference, and of what leads back to itself': {
    schema: at('Folder'),
    schemas: {
      Folder: object({ made: at('Time'), parent: at('Folder'), files: listOf(at('Folder')) }),
      Time: time,
    },
    value: { made: AT, parent: { made: AT }, files: [{ made: AT, files: [{ made: AT }] }] },
    dates: ['/files/0/files/0/made', '/files/0/made', '/made', '/parent/made'],
  },
  'parts that all hold': {
    schema: { allOf: [at('Made'), object({ ended: time })] },
    schemas: { Made: object({ made: time }, 'made') },
    value: { made: AT, ended: AT },
    dates: ['/ended', '/made'],
  },
  'alternatives that both have times': {
    schema: listOf({ oneOf: [object({ made: time }, 'made'), object({ ended: time }, 'ended')] }),
    value: [{ made: AT }, { ended: AT }],
    dates: ['/0/made', '/1/ended'],
  },
  'alternatives of which one has a text in the place': {
    schema: listOf({ anyOf: [at('Exact'), at('Vague')] }),
    schemas: {
      Exact: object({ kind: { const: 'exact' }, when: time, at: time }, 'kind', 'when', 'at'),
      Vague: object({ kind: { const: 'vague' }, when: text, at: time }, 'kind', 'when', 'at'),
    },
    value: [
      { kind: 'exact', when: AT, at: AT },
      { kind: 'vague', when: AT, at: AT },
    ],
    dates: ['/0/at', '/1/at'],
  },
  'one that is text elsewhere, as it is shared': {
    schema: object({ one: at('Shared'), two: { anyOf: [at('Shared'), text] } }),
    schemas: { Shared: time },
    value: { one: AT, two: AT },
    dates: [],
  },
  'one that is text, as one is that it may stand for': {
    schema: object({ one: at('One'), two: at('Two'), either: { anyOf: [at('One'), at('Two')] } }),
    schemas: { One: time, Two: time, Other: { anyOf: [at('One'), text] } },
    value: { one: AT, two: AT, either: AT },
    dates: [],
  },
  'a time or a word': {
    schema: listOf({ anyOf: [time, { type: 'string', enum: ['never', 'soon'] }] }),
    value: [AT, 'never'],
    dates: ['/0'],
  },
  'a time or a day': {
    schema: listOf({ anyOf: [time, { type: 'string', format: 'date' }] }),
    value: [AT, '2026-03-01'],
    dates: ['/0'],
  },
  'one of a few times, which is a constant': {
    schema: object({ at: { type: 'string', format: 'date-time', enum: [AT] } }, 'at'),
    value: { at: AT },
    dates: [],
  },
  'members of any name': {
    schema: { type: 'object', additionalProperties: time },
    value: { one: AT, constructor: AT },
    dates: ['/constructor', '/one'],
  },
  'members of any name beside those that have one': {
    schema: {
      type: 'object',
      properties: { name: text, at: time },
      additionalProperties: object({ made: time }),
    },
    value: { name: AT, at: AT, other: { made: AT } },
    dates: ['/at', '/other/made'],
  },
  'members of any name, which are times, beside a text': {
    schema: { type: 'object', properties: { name: text }, additionalProperties: time },
    value: { name: AT, other: AT },
    dates: ['/other'],
  },
  'members by a pattern': {
    schema: { type: 'object', patternProperties: { _at$: time }, additionalProperties: false },
    value: { made_at: AT },
    dates: ['/made_at'],
  },
  'the places of a tuple': {
    schema: { type: 'array', prefixItems: [text, time], items: object({ at: time }) },
    value: [AT, AT, { at: AT }],
    dates: ['/1', '/2/at'],
  },
  'nothing is said of it': { schema: {}, value: { at: AT }, dates: [] },
};
