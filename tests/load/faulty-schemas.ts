import { describeWith, type FaultyRow } from './describe-with.ts';

function schema(text: string): string {
  return describeWith({ rest: `components: {schemas: {A: ${text}}}` });
}

export const FAULTY_SCHEMAS: readonly FaultyRow[] = [
  [
    'a default that breaks its schema',
    schema('{type: integer, default: x}'),
    ['9: default A: it must be integer'],
  ],
  ['a default of null', schema('{type: integer, default: null}'), []],
  [
    'a schema that is a text',
    schema('abc'),
    ['9: schema A: it must be an object or true or false, and is a text'],
  ],
  [
    'a schema that is null',
    schema('null'),
    ['9: schema A: it must be an object or true or false, and is null'],
  ],
  [
    'a type of no kind',
    schema('{type: file}'),
    [
      '9: schema A/type: type must be one of null, boolean, object, array, number, string, integer, or a list of them',
    ],
  ],
  [
    'a pattern that is none',
    schema("{pattern: '['}"),
    ['9: schema A/pattern: pattern is no regular expression: Unterminated character class'],
  ],
  [
    'a pattern written between slashes',
    schema(String.raw`{pattern: '/^(a|b)[|/]\|$/i'}`),
    [
      '9: schema A/pattern: pattern is written between slashes, which no text can match: write it without them and without flags',
    ],
  ],
  ['slashes that a text may have', schema(String.raw`{pattern: '^/\^a[$]/$'}`), []],
  ['an alternative that a text may match', schema("{pattern: '/^a$/|^b$'}"), []],
  ['a pattern that only some engines take', schema(String.raw`{pattern: '^[\w\-\.]+\@\w+$'}`), []],
  [
    'an empty enum',
    schema('{enum: []}'),
    ['9: schema A/enum: enum is empty, and would allow nothing at all'],
  ],
  [
    'an alternative that stands there twice',
    schema('{oneOf: [{type: string}, {type: integer}, {type: string, title: Slug}]}'),
    ['9: schema A/oneOf/2: it stands twice under oneOf, so that nothing could match exactly one'],
  ],
  [
    'alternatives that differ',
    schema('{oneOf: [{type: string, maxLength: 1}, {type: string}]}'),
    [],
  ],
  ['nullable without a type', schema('{nullable: true}'), []],
  [
    'a boolean bound',
    schema('{minimum: 1, exclusiveMinimum: true}'),
    ['9: schema A/exclusiveMinimum: exclusiveMinimum must be a number'],
  ],
  [
    'required that is true',
    schema('{required: true}'),
    ['9: schema A/required: required must be a list of names'],
  ],
  ['items that are a list', schema('{items: [{}]}'), ['9: schema A/items: items must be a schema']],
  [
    'properties that are a list',
    schema('{properties: []}'),
    ['9: schema A/properties: properties must be an object'],
  ],
  [
    'a property that is a text',
    schema('{properties: {a: x}}'),
    ['9: schema A/a: it must be an object or true or false, and is a text'],
  ],
  [
    'a schema that leads nowhere',
    schema("{$ref: '#/components/schemas/B'}"),
    ['9: schema A/$ref: $ref leads to #/components/schemas/B, but there is no such node'],
  ],
  [
    'a schema that leads to another host',
    schema("{$ref: 'https://a.example/b'}"),
    [
      '9: schema A/$ref: $ref leads to another host, and Kiln reads local files only: https://a.example/b',
    ],
  ],
  [
    'a schema that is all of itself',
    schema("{allOf: [{$ref: '#/components/schemas/A'}]}"),
    ['9: schema A/allOf/0/$ref: $ref leads back to itself: #/components/schemas/A'],
  ],
  [
    'a $ref that is a list',
    schema('{$ref: []}'),
    ['9: schema A/$ref: $ref must be a text, and is a list'],
  ],
  [
    'a discriminator that is a text',
    schema('{discriminator: kind}'),
    ['9: schema A/discriminator: discriminator must be an object with a propertyName'],
  ],
  [
    'a mapping that leads nowhere',
    schema('{discriminator: {propertyName: a, mapping: {x: Gone}}}'),
    ['9: schema A/discriminator/mapping/x: there is no schema Gone'],
  ],
  [
    'a schema called __proto__',
    schema("{$ref: '#/components/schemas/__proto__'}, __proto__: {type: string}"),
    [],
  ],
];
