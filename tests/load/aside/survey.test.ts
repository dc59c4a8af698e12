import { expect, test } from 'vitest';
import { nameAt } from '../../../scripts/load/aside/survey.ts';
import type { Pointer } from '../../../scripts/base/json-pointer.ts';

test.for<[pointer: Pointer, name: string]>([
  ['#/paths/~1pets/get', 'GET /pets'],
  ['#/paths/~1pets/get/responses/200', 'GET /pets 200'],
  ['#/components/schemas/Pet/properties/age', 'Pet/age'],
  [`#/paths/~1${'a'.repeat(199)}/get`, `GET /${'a'.repeat(199)}`],
  [`#/paths/~1${'a'.repeat(200)}/get`, `GET /${'a'.repeat(199)}…`],
])('%s is called %s', ([pointer, name]) => {
  expect(nameAt(pointer)).toBe(name);
});
