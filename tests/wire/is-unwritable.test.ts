import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { textShapeOf } from '../../scripts/values/text-shape.ts';
import { isUnwritable } from '../../scripts/wire/is-unwritable.ts';
import type { WireParameter } from '../../scripts/wire/write-parameter.ts';

const OBJECTS = { type: 'array', items: { type: 'object' } };
const JSON_TYPE = { content: { mediaType: 'application/json' } };
const PARTS = { content: { mediaType: 'multipart/form-data' } };

test.each<[Json, Partial<WireParameter>, boolean]>([
  [{ type: 'string' }, {}, false],
  [{}, {}, false],
  [{ type: 'array', items: { type: 'string' } }, {}, false],
  [OBJECTS, {}, true],
  [{ type: ['array', 'null'], items: { type: 'array' } }, {}, true],
  [{ anyOf: [OBJECTS, { type: 'string' }] }, {}, false],
  [OBJECTS, { style: 'deepObject' }, true],
  [OBJECTS, JSON_TYPE, false],
  [{ type: 'object' }, {}, false],
  [{ type: 'object', properties: { a: { type: 'object' } } }, {}, true],
  [{ type: 'object', properties: { a: { type: 'object' }, b: {} } }, {}, false],
  [{ type: 'object', properties: { a: { type: ['array', 'null'], items: OBJECTS } } }, {}, true],
  [{ type: 'object', properties: { a: { type: ['string', 'null'] } } }, {}, false],
  [{ type: 'object' }, PARTS, true],
  [{ type: 'string' }, PARTS, false],
  [{ type: 'array', items: {} }, { style: 'spaceDelimited', explode: true }, true],
  [{ type: 'array', items: {} }, { style: 'spaceDelimited', explode: false }, false],
])('%j as %j', (schema, given, want) => {
  const parameter = { name: 'p', in: 'query', style: 'form', explode: true, ...given } as const;
  expect(isUnwritable(parameter, textShapeOf({}, schema))).toBe(want);
});
