import { CLAIM_STATUSES } from '../model/evidence.ts';
import { objectOf, type JsonObject } from '../base/json.ts';
import { PROGRESS_PATTERN } from '../model/job-progress.ts';

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0 } as const;
const figures = {
  type: 'array',
  items: { anyOf: [text, { type: ['number', 'boolean'] }] },
} as const;

/** Facts that a claim rests on: a list, or lists by heading, by source, or by both. */
const printed = {
  type: 'array',
  minItems: 1,
  items: {
    anyOf: [
      text,
      { type: ['number', 'boolean', 'null'] },
      {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      },
    ],
  },
} as const;
const printedByPlace = { type: 'object', minProperties: 1, additionalProperties: printed } as const;
const prints = {
  anyOf: [
    printed,
    {
      type: 'object',
      minProperties: 1,
      additionalProperties: { anyOf: [printed, printedByPlace] },
    },
  ],
} as const;

/** A heading of a source, with what it prints or why no claim stands in it. */
const section = {
  type: 'object',
  required: ['heading'],
  additionalProperties: false,
  properties: {
    heading: text,
    prints: {
      type: 'object',
      additionalProperties: false,
      properties: {
        operations: texts,
        authentication: texts,
        limits: { anyOf: [figures, { type: 'object', additionalProperties: figures }] },
        errors: figures,
        fields: { type: 'object', additionalProperties: texts },
      },
    },
    omitted: text,
  },
} as const;

/** What the description says at a place, and the claim that the place rests on. */
const fact = {
  type: 'object',
  required: ['at'],
  additionalProperties: false,
  properties: {
    at: { description: 'Pointer into the bundled description.', type: 'string', pattern: '^#/' },
    is: { description: 'The value there; any value where it is left out.' },
    claim: text,
  },
} as const;

/** JSON Schema of `evidence.yaml`. */
export const LEDGER_SHAPE: JsonObject = {
  type: 'object',
  required: ['sources'],
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
          author: text,
          address: text,
          copyOf: text,
          retrieved: { type: 'string', format: 'date' },
          sections: { type: 'array', minItems: 1, items: section },
        },
      },
    },
    facts: { type: 'array', items: fact },
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
          always: { const: true },
          because: text,
          resolved: text,
          prints,
        },
      },
    },
  },
};

const ledgerParts = objectOf(LEDGER_SHAPE['properties']);

/** JSON Schema of a claim, in the ledger or beside the node that it backs. */
export const CLAIM_SHAPE: JsonObject = objectOf(objectOf(ledgerParts['claims'])['items']);

/** The ledger's shape as a schema of its own, for editors. */
export function toLedgerSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'evidence.yaml of a Kiln description',
    ...LEDGER_SHAPE,
  };
}

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
          scopes: { type: 'array', items: text },
        },
      },
    },
    customQuotas: { type: 'object', additionalProperties: count },
    unmatchedCategory: text,
    progress: { type: 'string', pattern: PROGRESS_PATTERN },
    failEvery: { type: 'integer', minimum: 1 },
  },
};
