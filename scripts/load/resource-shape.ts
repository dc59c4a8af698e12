import type { JsonObject } from '../base/json.ts';
import { COMPARISONS, RESOURCE_ACTIONS } from '../model/resource-policy.ts';
import { amount, closed, described, pointer, pointers, text, texts } from './shape-parts.ts';

const object = { type: 'object' } as const;

const MEMBERS_SHAPE: JsonObject = closed(
  'Things of another kind, within the same owner, that say what properties of these are like.',
  {
    of: described('The other kind: the id of each is the name of a property.', text),
    type: described('Where in one its type stands.', pointer),
    types: described('JSON Schema of the values of each type.', {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: ['object', 'boolean'] },
    }),
    default: described('Where in one stands what takes the place of no value.', pointer),
    distinct: described('Where in one stands that no two have the same value.', pointer),
    links: closed(
      'Types whose values are ids of other things.',
      { types: texts, to: described('Where in one stands within what those are.', pointer) },
      ['types', 'to'],
    ),
    force: described('Where a body that changes a type gives up values.', pointer),
  },
  ['of', 'type', 'types'],
);

const KINDS_SHAPE: JsonObject = closed(
  'Things of several kinds that a list shows beside each other.',
  {
    told: described('Where an item says its kind.', pointer),
    chosen: described('Which lists the kinds to show: a parameter, or a pointer.', text),
    of: {
      description: 'The kinds.',
      type: 'array',
      minItems: 1,
      items: closed(
        'One kind.',
        {
          name: described('The kind of thing.', text),
          word: described('What an item of it says there.', text),
          owners: described('Where in one those that the list is within stand.', pointers),
          only: described('What one is like that is listed.', { type: 'object', minProperties: 1 }),
        },
        ['name', 'word'],
      ),
    },
  },
  ['told', 'of'],
);

/** Shape of `x-resource`. */
export const RESOURCE_SHAPE: JsonObject = closed(
  'What an operation does to the things that the API remembers.',
  {
    name: described('The kind of thing.', text),
    action: { enum: RESOURCE_ACTIONS },
    within: described('Whose it is: parameters, or pointers into the body.', texts),
    owners: described('Where in a thing those it is within stand, in the same order.', pointers),
    id: described('Which one: a parameter, or a pointer into the body.', text),
    key: described('Where in a thing its id stands; # for lists of ids.', pointer),
    input: described('Where the body says what it is like.', pointer),
    item: described('Where the answer holds it.', pointer),
    items: described('Where the answer holds a list of them.', pointer),
    count: described('Where the answer counts them.', pointer),
    filter: described('Where the body names values that items of a list have.', pointer),
    operators: described('What stands there for another comparison than equality.', {
      type: 'object',
      minProperties: 1,
      additionalProperties: { enum: COMPARISONS },
    }),
    order: described('Where the body names the properties to sort by.', pointer),
    fields: described('Where the body names the properties to show.', pointer),
    linked: described('Where the body says which references are shown as things.', pointer),
    cut: closed(
      'Long texts that are cut where the body wants it.',
      {
        at: described('Where the body says so, or at how many bytes.', pointer),
        bytes: described('Where it says true.', amount),
      },
      ['at', 'bytes'],
    ),
    period: closed(
      'A list of what was made between two days, both included.',
      {
        from: described('Which says the first: a parameter, or a pointer into the body.', text),
        to: described('Which says the last.', text),
      },
      ['from', 'to'],
    ),
    most: described('Where the body says how many are updated at most.', pointer),
    kinds: KINDS_SHAPE,
    search: closed(
      'A text that one of the texts of a thing contains, in whatever case.',
      {
        for: described('Which says it: a parameter, or a pointer into the body.', text),
        at: described('Where in a thing those texts stand.', pointers),
      },
      ['for', 'at'],
    ),
    names: described('Property as the body or the answer calls it, to that of the thing.', {
      type: 'object',
      minProperties: 1,
      additionalProperties: text,
    }),
    protected: described('Ids of things that can be neither changed nor deleted.', {
      type: 'array',
      minItems: 1,
    }),
    initial: described('What a new thing is like where the request does not say.', {
      type: 'object',
      minProperties: 1,
    }),
    distinct: described('Where, besides its id, no two things have the same.', pointers),
    composed: described('Texts made of other values of the thing.', {
      type: 'object',
      minProperties: 1,
      additionalProperties: text,
    }),
    numbered: closed(
      'The things within the same owner are counted.',
      { at: pointer, from: { type: 'integer' } },
      ['at', 'from'],
    ),
    renewed: described('Where stands what this operation makes anew.', pointers),
    omits: described('Where stands what its answer leaves out.', pointers),
    holds: described('Kinds of things that are within it.', {
      type: 'array',
      minItems: 1,
      items: closed(
        'Things that come and go with the one that they are within.',
        {
          name: described('The kind of thing.', text),
          input: described('Where the body lists some.', pointer),
          always: described('Those that there are from the start.', {
            type: 'array',
            minItems: 1,
            items: object,
          }),
          members: MEMBERS_SHAPE,
        },
        ['name'],
      ),
    }),
  },
  ['name', 'action'],
);

/** Shapes of the extensions that are about what is remembered and stand beside `x-resource`. */
export const STATE_SHAPES = {
  'x-answers': closed(
    'Which example an operation answers with, by the state of a thing.',
    {
      about: described('The kind of thing.', text),
      id: described('Which one: a parameter, or a pointer into the body.', text),
      key: described('Where in a thing stands what says which.', pointer),
      state: described('Where in a thing its state stands.', pointer),
      tells: described('Where answers show which case it is.', pointer),
      cases: {
        description: 'States, and the example that each is answered with.',
        type: 'array',
        minItems: 2,
        items: closed('One state.', { is: {}, example: text }, ['is', 'example']),
      },
    },
    ['about', 'id', 'key', 'state', 'tells', 'cases'],
  ),
  'x-repeats': {
    description: 'What an answer says again of its request; the first entry that is met counts.',
    type: 'array',
    minItems: 1,
    items: closed(
      'What is repeated, and when.',
      {
        when: described('Parameters, or pointers into the body, and their values.', {
          type: 'object',
          minProperties: 1,
        }),
        example: described('Name of the example of the success that is answered.', text),
        places: described('Place in the answer to what it repeats.', {
          type: 'object',
          minProperties: 1,
          propertyNames: pointer,
          additionalProperties: text,
        }),
        most: described('Place of a number in the answer to one that it does not exceed.', {
          type: 'object',
          minProperties: 1,
          propertyNames: pointer,
          additionalProperties: text,
        }),
      },
      [],
    ),
  },
  'x-sql': closed(
    'A statement in SQL that is run on what the API remembers.',
    {
      statement: described('Where the body has it.', pointer),
      rows: described('Where the answer has the rows.', pointer),
      count: described('Where the answer counts them.', pointer),
      tables: described('The kind of thing that is a table.', text),
      columns: described('The kind of thing that is a column.', text),
      type: described('Where a column says its type.', pointer),
      records: described('The kind of thing that is a row.', text),
      changes: described('What a credential must be allowed to do to change something.', {
        const: 'write',
      }),
    },
    ['statement', 'rows', 'tables', 'records'],
  ),
} satisfies Readonly<Record<string, JsonObject>>;
