import type { JsonObject } from '../base/json.ts';

export const anyText = { type: 'string' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const dateTime = { type: 'string', format: 'date-time' } as const;
export const counts = {
  type: 'object',
  additionalProperties: { type: 'integer', minimum: 1 },
} as const;

/** An object of these properties; all are required but those whose names end in `?`. */
export function object(properties: JsonObject, description?: string): JsonObject {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(
      names.map((name) => [name.replace(/\?$/, ''), properties[name] ?? true]),
    ),
  };
}

export function listOf(items: JsonObject | boolean): JsonObject {
  return { type: 'array', items };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}
