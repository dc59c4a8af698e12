import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import {
  append,
  parentOf,
  pointerOf,
  tokensOf,
  valueAt,
  withValueAt,
  type Pointer,
} from '../../scripts/base/json-pointer.ts';

const token = fc.oneof(fc.string(), fc.constantFrom('', '~', '/', '~1', '~01', '%25', '__proto__'));
const tokens = fc.array(token, { maxLength: 5 });

test('tokens come back out of the pointer they went into', () => {
  fc.assert(
    fc.property(tokens, (path) => {
      expect(tokensOf(append('#', ...path))).toEqual(path);
    }),
  );
});

test('the parent of a child is where it was appended', () => {
  fc.assert(
    fc.property(tokens, token, (path, last) => {
      const parent = append('#', ...path);
      expect(parentOf(append(parent, last))).toBe(parent);
    }),
  );
});

test('the parent of the whole document is the document', () => {
  expect(parentOf('#')).toBe('#');
});

test('a pointer made for a value leads to it, through any document', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      for (const [pointer, node] of nodesOf(value as Json)) {
        expect(valueAt(value as Json, pointer)).toBe(node);
      }
    }),
  );
});

test('replacing a value changes it and leaves the rest and the original alone', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (json, choice) => {
      const document = json as Json;
      const before = structuredClone(document);
      const places = [...nodesOf(document)];
      const [pointer] = places[choice % places.length] ?? ['#'];
      const changed = withValueAt(document, pointer, 'new');
      expect(valueAt(changed, pointer)).toBe('new');
      expect(document).toEqual(before);
      for (const [other, node] of places) {
        if (isRelated(other, pointer)) continue;
        expect(valueAt(changed, other)).toEqual(node);
      }
    }),
  );
});

test.each<[Pointer, Json | undefined]>([
  ['#', { list: ['a', 'b'], 'x/y': 1 }],
  ['#/list/1', 'b'],
  ['#/x~1y', 1],
  ['#/list/', undefined],
  ['#/list/01', undefined],
  ['#/list/1e0', undefined],
  ['#/list/-', undefined],
  ['#/list/length', undefined],
  ['#/constructor', undefined],
])('%s leads to %j', (pointer, want) => {
  expect(valueAt({ list: ['a', 'b'], 'x/y': 1 }, pointer)).toEqual(want);
});

test('replacing what is missing makes the objects on the way', () => {
  expect(withValueAt({}, '#/error/message', 'no')).toEqual({ error: { message: 'no' } });
});

test.each([
  ['#/components/schemas/Pet', '#/components/schemas/Pet'],
  ['#/paths/~1pets~1%7Bid%7D', '#/paths/~1pets~1{id}'],
  ['pets.yaml#/Pet%20Shop', '#/Pet Shop'],
  ['#/100%', '#/100%'],
  ['#', '#'],
])('the $ref %s spells the pointer %s', (ref, want) => {
  expect(pointerOf(ref)).toBe(want);
});

function* nodesOf(node: Json, at: Pointer = '#'): Generator<[Pointer, Json]> {
  yield [at, node];
  if (node === null || typeof node !== 'object') return;
  for (const [key, child] of Object.entries(node)) {
    yield* nodesOf(child, append(at, key));
  }
}

function isRelated(left: Pointer, right: Pointer): boolean {
  return `${left}/`.startsWith(`${right}/`) || `${right}/`.startsWith(`${left}/`);
}
