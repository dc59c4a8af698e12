import type { BodyVector } from './body-vectors.ts';

/** A document whose root stands for the model that the specification's examples leave out. */
const within = (what: string, properties: string, value: unknown, inside: string): BodyVector => ({
  what,
  type: 'application/xml',
  media: `schema: {type: object, xml: {name: Zoo}, properties: ${properties}}`,
  value,
  want: `<Zoo>${inside}</Zoo>`,
});
const LIST = ['value', 'value'];
const twice = (name: string) => `<${name}>value</${name}>`.repeat(2);

/** The examples of OpenAPI 3.1.1, section 4.8.26.2, then what XML itself asks for. */
export const XML_VECTORS: readonly BodyVector[] = [
  within('a string', '{animals: {type: string}}', { animals: 'a' }, '<animals>a</animals>'),
  within(
    'a list',
    '{animals: {type: array, items: {type: string}}}',
    { animals: LIST },
    twice('animals'),
  ),
  within(
    'another name',
    '{animals: {type: string, xml: {name: animal}}}',
    { animals: 'a' },
    '<animal>a</animal>',
  ),
  within(
    'names of items',
    '{animals: {type: array, items: {type: string, xml: {name: animal}}}}',
    { animals: LIST },
    twice('animal'),
  ),
  within(
    'an outer name that has no effect',
    '{animals: {type: array, xml: {name: aliens}, items: {type: string, xml: {name: animal}}}}',
    { animals: LIST },
    twice('animal'),
  ),
  within(
    'an outer name that has no effect without an inner one',
    '{animals: {type: array, xml: {name: aliens}, items: {type: string}}}',
    { animals: LIST },
    twice('animals'),
  ),
  within(
    'a wrapped list',
    '{animals: {type: array, xml: {wrapped: true}, items: {type: string}}}',
    { animals: LIST },
    `<animals>${twice('animals')}</animals>`,
  ),
  within(
    'a wrapped list of other items',
    '{animals: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: animal}}}}',
    { animals: LIST },
    `<animals>${twice('animal')}</animals>`,
  ),
  within(
    'both names',
    '{animals: {type: array, xml: {name: aliens, wrapped: true}, items: {type: string, xml: {name: animal}}}}',
    { animals: LIST },
    `<aliens>${twice('animal')}</aliens>`,
  ),
  within(
    'the outer name inside',
    '{animals: {type: array, xml: {name: aliens, wrapped: true}, items: {type: string}}}',
    { animals: LIST },
    `<aliens>${twice('aliens')}</aliens>`,
  ),
  within(
    'a wrapped list of none',
    '{animals: {type: array, xml: {wrapped: true}, items: {}}}',
    { animals: [] },
    '<animals/>',
  ),
  {
    what: 'attribute, prefix and namespace of a component',
    type: 'application/vnd.zoo+xml',
    media: 'schema: {$ref: "#/components/schemas/Person"}',
    components: `
schemas:
  Person:
    type: object
    properties:
      id: {type: integer, format: int32, xml: {attribute: true}}
      name: {type: string, xml: {namespace: 'https://example.com/schema/sample', prefix: sample}}`,
    value: { id: 123, name: 'example' },
    want: '<Person id="123"><sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name></Person>',
  },
  {
    what: 'a schema in itself',
    type: 'text/xml',
    media: 'schema: {$ref: "#/components/schemas/Node"}',
    components: `
schemas:
  Node:
    type: object
    xml: {name: node, namespace: 'urn:n'}
    properties:
      id: {type: string, xml: {attribute: true, name: key, prefix: p, namespace: 'urn:p'}}
      children: {type: array, items: {$ref: '#/components/schemas/Node'}}`,
    value: { id: 'a"<\n', children: [{ id: '&' }] },
    want: '<node xmlns="urn:n" xmlns:p="urn:p" p:key="a&quot;&lt;&#10;"><node xmlns="urn:n" xmlns:p="urn:p" p:key="&amp;"/></node>',
  },
  within('what would be markup', '{}', { a: '<&>\r\n"' }, '<a>&lt;&amp;&gt;&#13;\n"</a>'),
  within('nothing for null', '{}', { a: null, b: [null], c: 0, d: false }, '<c>0</c><d>false</d>'),
  within('no name that XML does not take', '{}', { 'a b': 1, '1': 1, 'a>': 1, ä: 1 }, '<ä>1</ä>'),
  within('no character that XML does not take', '{}', { a: '\u0001\uFFFE' }, '<a>\uFFFD\uFFFD</a>'),
  {
    what: 'a document that is written already',
    type: 'application/xml',
    media: 'schema: {type: object}',
    value: '<a><b/></a>',
    want: '<a><b/></a>',
  },
];
