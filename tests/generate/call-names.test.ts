import { expect, test } from 'vitest';
import { callNamesOf, modelNamesOf } from '../../scripts/generate/call-names.ts';
import type { Operation } from '../../scripts/model/api-model.ts';

function named(...ids: readonly string[]): string[] {
  const operations = ids.map((id) => ({ id })) as unknown as readonly Operation[];
  return [...callNamesOf(operations).values()];
}

test.for([
  [
    ['listPets', '$all', 'type', 'of'],
    ['listPets', '$all', 'type', 'of'],
  ],
  [
    ['get /health', 'read-greeting', '2fa'],
    ['getHealth', 'readGreeting', '_2fa'],
  ],
  [
    ['delete', 'await', 'connect', 'static'],
    ['delete_', 'await_', 'connect_', 'static_'],
  ],
  [
    ['get /health', 'getHealth', 'get-health'],
    ['getHealth_2', 'getHealth', 'getHealth_3'],
  ],
  [
    ['/', '-'],
    ['call', 'call_2'],
  ],
] as const)('operations %j are functions %j', ([ids, names]) => {
  expect(named(...ids)).toEqual(names);
});

test.for([
  [
    ['Pet', 'pet', 'Date'],
    ['Pet', 'pet', 'Date'],
  ],
  [
    ['string', 'String', 'a.b', '2d'],
    ['String_2', 'String', 'AB', '_2d'],
  ],
] as const)('schemas %j are types %j', ([schemas, names]) => {
  expect([...modelNamesOf(schemas).values()]).toEqual(names);
});
