import type { Json } from '../../scripts/base/json.ts';
import type { ReadVector } from './read-vectors.ts';

const ZOO = `
schema:
  type: object
  xml: {name: zoo}
  properties:
    id: {type: integer, xml: {attribute: true}}
    open: {type: boolean}
    name: {type: string, xml: {namespace: 'urn:n', prefix: n}}
    ages: {type: array, items: {type: integer}}
    animals: {type: array, xml: {wrapped: true}, items: {type: object, xml: {name: animal}, properties: {kind: {type: string}}}}
    keeper: {type: object, properties: {age: {type: integer}}}
    closed: {type: ['null', string]}
    either: {anyOf: [{type: integer}, {type: string}]}`;
const UNNAMED = 'schema: {type: object, xml: {prefix: p}, properties: {a: {type: integer}}}';
const reads = (what: string, sent: string | Buffer, want: Json, media = ZOO): ReadVector => ({
  what,
  type: 'application/xml',
  media,
  sent,
  want: { value: want },
});
const refuses = (what: string, sent: string, reason = '', media = ZOO): ReadVector => ({
  what,
  type: 'application/xml',
  media,
  sent,
  want: { reason },
});

export const XML_READINGS: readonly ReadVector[] = [
  reads(
    'attributes, types, lists and namespaces',
    `<?xml version="1.0"?><!-- x --><zoo id="7" xmlns:m="urn:n"><open>true</open><m:name>a&amp;<![CDATA[<b>]]></m:name>
      <ages>1</ages><ages>2</ages><animals><animal><kind>cat</kind></animal></animals><keeper><age>5</age></keeper></zoo>`,
    {
      id: 7,
      open: true,
      name: 'a&<b>',
      ages: [1, 2],
      animals: [{ kind: 'cat' }],
      keeper: { age: 5 },
    },
  ),
  reads('a list of one, and of none', '<zoo><ages>1</ages><animals/></zoo>', {
    ages: [1],
    animals: [],
  }),
  reads('nothing at all', '<zoo/>', {}),
  reads('empty text', '<zoo><n:name xmlns:n="urn:n"/><keeper/></zoo>', { name: '', keeper: {} }),
  reads('another namespace', '<zoo><name xmlns="urn:other">a</name></zoo>', {}),
  reads(
    'nothing, expressly',
    '<zoo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><closed xsi:nil="true"/></zoo>',
    { closed: null },
  ),
  reads('what is repeated and no list', '<zoo><open>true</open><open>false</open></zoo>', {
    open: [true, false],
  }),
  reads('what is not described', '<zoo other="1"><a>1</a><a>2</a><b><c>x</c></b></zoo>', {
    a: ['1', '2'],
    b: { c: 'x' },
  }),
  reads('one of two types', '<zoo><either>7</either></zoo>', { either: 7 }),
  reads('what is no number', '<zoo><ages>x</ages></zoo>', { ages: ['x'] }),
  reads(
    'names of JavaScript',
    '<zoo><__proto__>1</__proto__></zoo>',
    JSON.parse('{"__proto__":"1"}') as Json,
  ),
  reads(
    'a list as the root',
    '<all><a>1</a><a>2</a></all>',
    [1, 2],
    'schema: {type: array, items: {type: integer, xml: {name: a}}}',
  ),
  reads('a document that is text', '<a>1</a>', '<a>1</a>', 'schema: {type: string}'),
  reads('UTF-16', Buffer.from('\uFEFF<zoo id="1"/>', 'utf16le'), { id: 1 }),
  reads(
    'another encoding',
    Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><zoo><a>ä</a></zoo>', 'latin1'),
    { a: 'ä' },
  ),
  reads('a root in a namespace', '<p:zoo xmlns:p="urn:p" id="1"/>', { id: 1 }),
  reads('a root that the XML Object does not name', '<any><a>1</a></any>', { a: 1 }, UNNAMED),
  refuses('another root', '<park id="1"/>', 'its root is called park, and not zoo'),
  refuses('JSON', '{"id":1}'),
  refuses('nothing', ' '),
  refuses('what is not closed', '<zoo><id></zoo>'),
  refuses('two roots', '<a/><b/>'),
  refuses('values without quotes', '<zoo b=1/>'),
  refuses('entities that nobody declared', '<zoo>&nope;</zoo>'),
  refuses('characters that XML has not', '<zoo>\u0001</zoo>'),
  refuses('no UTF-8', '<?xml version="1.0" encoding="x-nobody"?><zoo/>'),
  refuses('a thousand levels', `${'<zoo>'.repeat(1000)}${'</zoo>'.repeat(1000)}`),
];
