import type { JsonObject } from '../base/json.ts';
import { CLAIM_SHAPE } from './shapes.ts';

export const text = { type: 'string', minLength: 1 } as const;
export const texts = { type: 'array', items: text, minItems: 1 } as const;
export const amount = { type: 'integer', minimum: 1 } as const;
export const pointer = { type: 'string', pattern: '^#(/.*)?$' } as const;
export const pointers = { type: 'array', items: pointer, minItems: 1 } as const;
export const date = { type: 'string', format: 'date' } as const;

const claims = { type: 'array', items: { anyOf: [text, CLAIM_SHAPE] }, minItems: 1 } as const;

export const evidence: JsonObject = {
  description: 'Claims, or their ids, for the whole node, or for each of its keywords.',
  anyOf: [claims, { type: 'object', additionalProperties: claims }],
};

/** An object of these properties alone, and its evidence. */
export function closed(
  description: string,
  properties: JsonObject,
  required: readonly string[],
): JsonObject {
  return {
    description,
    type: 'object',
    required,
    additionalProperties: false,
    properties: { ...properties, 'x-evidence': evidence },
  };
}

export function described(description: string, shape: JsonObject): JsonObject {
  return { description, ...shape };
}
