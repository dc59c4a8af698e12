import type { Json, JsonObject } from '../../../scripts/base/json.ts';
import { upgrade } from '../../../scripts/load/upgrade/upgrade.ts';
import type { Pointer } from '../../../scripts/base/json-pointer.ts';
import { expect } from 'vitest';

export const OPERATION = '#/paths/~1a/post';

/** Upgrades Swagger 2.0 that has one operation; what is given stays as it is. */
export function upgraded(operation: JsonObject, root: JsonObject = {}): JsonObject {
  const document = { swagger: '2.0', info: {}, paths: { '/a': { post: operation } }, ...root };
  const before = structuredClone(document);
  const made = upgrade(document, '2.0');
  expect(document).toEqual(before);
  return made.document;
}

export const PET = { $ref: '#/definitions/Pet' };
export const MOVED = { $ref: '#/components/schemas/Pet' };
export const DEFINITIONS = { definitions: { Pet: { type: 'object' } } };
export const STRING = { type: 'string' };
export const LIST = { type: 'array', items: STRING };
export const OCTETS = { type: 'string', contentMediaType: 'application/octet-stream' };

/** What stands at a place when an operation or a root is upgraded. */
export interface SwaggerRow {
  readonly name: string;
  readonly operation?: JsonObject;
  readonly root?: JsonObject;
  readonly at: Pointer;
  readonly want: Json;
}
