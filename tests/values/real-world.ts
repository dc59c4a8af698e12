import type { JsonObject } from '../../scripts/base/json.ts';

/** Schemas as public documents have them: unions of requests, nested maps, money, cursors, nullables. */
export const REAL_WORLD: Readonly<Record<string, JsonObject>> = {
  'an issue tracker': {
    type: 'object',
    required: ['title'],
    additionalProperties: false,
    properties: {
      title: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      body: { type: ['string', 'null'] },
      assignees: { type: 'array', items: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,38}$' } },
      milestone: {
        oneOf: [{ type: 'string' }, { type: 'integer', description: 'number' }, { type: 'null' }],
      },
      labels: {
        type: 'array',
        items: {
          oneOf: [
            { type: 'string' },
            {
              type: 'object',
              required: ['name'],
              properties: {
                name: { type: 'string', minLength: 1, maxLength: 50 },
                color: { type: ['string', 'null'], pattern: '^[0-9a-f]{6}$' },
              },
            },
          ],
        },
      },
      state: { type: 'string', enum: ['open', 'closed'] },
      lock_reason: { enum: ['off-topic', 'resolved', 'spam', null] },
    },
  },
  'a payment': {
    type: 'object',
    required: ['amount', 'currency', 'method'],
    properties: {
      amount: { type: 'integer', minimum: 1, maximum: 99_999_999 },
      currency: { type: 'string', pattern: '^[a-z]{3}$' },
      fee: { type: 'number', minimum: 0, multipleOf: 0.01 },
      metadata: {
        anyOf: [
          { type: 'object', additionalProperties: { type: 'string', maxLength: 500 } },
          { type: 'string', enum: [''] },
        ],
      },
      method: {
        oneOf: [
          {
            type: 'object',
            required: ['type', 'card'],
            properties: {
              type: { const: 'card' },
              card: {
                type: 'object',
                required: ['number', 'exp_month', 'exp_year'],
                properties: {
                  number: { type: 'string', pattern: '^\\d{12,19}$' },
                  exp_month: { type: 'integer', minimum: 1, maximum: 12 },
                  exp_year: { type: 'integer', minimum: 2020 },
                  cvc: { type: 'string', minLength: 3, maxLength: 4 },
                },
              },
            },
          },
          {
            type: 'object',
            required: ['type', 'iban'],
            properties: {
              type: { const: 'transfer' },
              iban: { type: 'string', minLength: 15, maxLength: 34 },
            },
          },
        ],
      },
      expand: { type: 'array', items: { type: 'string', maxLength: 5000 }, maxItems: 10 },
      return_url: { type: 'string', format: 'uri' },
    },
    dependentRequired: { fee: ['return_url'] },
  },
  'an event of a calendar': {
    type: 'object',
    required: ['start', 'end', 'attendees'],
    unevaluatedProperties: false,
    allOf: [
      {
        properties: {
          start: { type: 'string', format: 'date-time' },
          end: { type: 'string', format: 'date-time' },
        },
      },
      {
        properties: {
          attendees: {
            type: 'array',
            minItems: 1,
            maxItems: 50,
            uniqueItems: true,
            items: { type: 'string', format: 'email' },
          },
          reminders: {
            type: 'array',
            prefixItems: [{ enum: ['popup', 'mail'] }, { type: 'integer', minimum: 0 }],
            items: false,
            minItems: 2,
          },
          rank: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
        },
      },
    ],
  },
};
