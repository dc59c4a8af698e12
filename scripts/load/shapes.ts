import { ERROR_KINDS } from '../core/policies.ts';
import { CLAIM_STATUSES } from '../core/evidence.ts';
import type { JsonObject } from '../core/json.ts';

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0 } as const;
const pointer = { type: 'string', pattern: '^#(/.*)?$' } as const;

const evidence: JsonObject = {
  $comment: 'Claim ids for the whole node, or for each of its keywords.',
  anyOf: [
    { ...texts, minItems: 1 },
    { type: 'object', additionalProperties: { ...texts, minItems: 1 } },
  ],
};

const errorPolicies: JsonObject = {
  type: 'object',
  propertyNames: { enum: ERROR_KINDS },
  additionalProperties: {
    type: 'object',
    required: ['status', 'response'],
    additionalProperties: false,
    properties: {
      status: { type: 'integer', minimum: 200, maximum: 599 },
      response: text,
      example: text,
      byField: { type: 'object', additionalProperties: text },
      detail: {
        type: 'object',
        additionalProperties: false,
        properties: { message: pointer, field: pointer, value: pointer },
      },
      'x-evidence': evidence,
    },
  },
};

/** JSON Schema of each extension, by its name: what a description may say beyond OpenAPI. */
export const EXTENSION_SHAPES: Readonly<Record<string, JsonObject>> = {
  'x-evidence': evidence,
  'x-rate-limits': {
    type: 'object',
    required: ['partition', 'window', 'headers', 'quotas'],
    additionalProperties: false,
    properties: {
      partition: { enum: ['credential', 'address'] },
      window: { type: 'integer', minimum: 1 },
      headers: {
        type: 'object',
        required: ['resetUnit'],
        additionalProperties: false,
        properties: {
          limit: text,
          remaining: text,
          reset: text,
          resetUnit: { enum: ['unix-seconds', 'delta-seconds'] },
          retryAfter: text,
        },
      },
      quotas: {
        type: 'object',
        minProperties: 1,
        additionalProperties: {
          type: 'object',
          minProperties: 1,
          additionalProperties: { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'custom' }] },
        },
      },
      'x-evidence': evidence,
    },
  },
  'x-rate-limit': text,
  'x-errors': errorPolicies,
  'x-documented-as': { anyOf: [text, texts] },
  'x-prefix': text,
};

/** JSON Schema of `evidence.yaml`. */
export const LEDGER_SHAPE: JsonObject = {
  type: 'object',
  required: ['sources', 'claims'],
  additionalProperties: false,
  properties: {
    sources: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['title', 'address', 'retrieved'],
        additionalProperties: false,
        properties: {
          title: text,
          address: text,
          retrieved: { type: 'string', format: 'date' },
        },
      },
    },
    claims: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'status', 'says'],
        additionalProperties: false,
        properties: {
          id: text,
          status: { enum: CLAIM_STATUSES },
          sources: texts,
          at: text,
          says: text,
          because: text,
          resolved: text,
        },
      },
    },
  },
};

/** JSON Schema of `mock.yaml`. */
export const FIXTURES_SHAPE: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    credentials: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'scheme', 'value'],
        additionalProperties: false,
        properties: {
          id: text,
          scheme: text,
          value: text,
          plan: text,
          access: { enum: ['read', 'write'] },
          expires: { type: 'string', format: 'date-time' },
        },
      },
    },
    customQuotas: { type: 'object', additionalProperties: count },
    unmatchedCategory: text,
  },
};
