import type { Json, JsonObject } from '../base/json.ts';
import { ERROR_KINDS } from '../model/policies.ts';
import { HTTP_SHAPES } from './http-shapes.ts';
import { PAGING_SHAPE } from './paging-shape.ts';
import { RESOURCE_SHAPE, STATE_SHAPES } from './resource-shape.ts';
import { amount, closed, date, described, evidence, pointer, text, texts } from './shape-parts.ts';

const rateLimits = closed(
  'How many requests are let through: quotas of fixed windows.',
  {
    partition: described('What has quotas of its own.', { enum: ['credential', 'address'] }),
    window: described('Length of a window in seconds.', amount),
    headers: {
      description: 'Names of the response headers that tell how a sender stands.',
      type: 'object',
      additionalProperties: false,
      properties: {
        limit: text,
        remaining: text,
        reset: text,
        resetUnit: { enum: ['unix-seconds', 'delta-seconds'] },
        retryAfter: text,
      },
      dependentRequired: { reset: ['resetUnit'] },
    },
    quotas: {
      description:
        'Requests per window: category, then plan. "custom" is agreed with each customer.',
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { anyOf: [amount, { const: 'custom' }] },
      },
    },
  },
  ['partition', 'window', 'headers', 'quotas'],
);

const errors: JsonObject = {
  description: 'How each kind of refusal is answered.',
  type: 'object',
  propertyNames: { enum: ERROR_KINDS },
  additionalProperties: closed(
    'One kind of refusal.',
    {
      status: { type: 'integer', minimum: 200, maximum: 599 },
      response: described('Name under components/responses.', text),
      example: described('Named example of that response; the first when left out.', text),
      noPath: described('Named example where there is no such path.', text),
      byField: described('Name of an offending field to the example for it.', {
        type: 'object',
        additionalProperties: text,
      }),
      detail: {
        description: 'Where the body takes the facts of the refusal.',
        type: 'object',
        additionalProperties: false,
        properties: { message: pointer, field: pointer, fieldMessage: pointer, value: pointer },
      },
    },
    ['status', 'response'],
  ),
};

/** JSON Schema of each extension, by its name: what a description may say beyond OpenAPI. */
export const EXTENSION_SHAPES: Readonly<Record<string, JsonObject>> = {
  'x-evidence': evidence,
  'x-documented-as': described('How the source prints this, where it differs.', {
    anyOf: [text, texts],
  }),
  'x-upstream': described('What other sources say instead.', {
    type: 'array',
    minItems: 1,
    items: closed('One other account.', { says: text }, ['says']),
  }),
  'x-rate-limits': rateLimits,
  'x-rate-limit': described('Category of the quota that counts this operation.', text),
  'x-limits': closed(
    'Sizes that are accepted, in bytes.',
    {
      bodyBytes: described('Of the request body.', amount),
      itemBytes: described("Of each item's JSON text.", amount),
      itemsAt: described('The array of those items in the body.', pointer),
    },
    [],
  ),
  'x-errors': errors,
  'x-produces': described('Media types of all answers, whatever their status.', texts),
  'x-prefix': described('Word that stands before the key, followed by a space.', text),
  'x-default': described('What stands in for a value that a request leaves out.', {
    enum: ['now'],
  }),
  'x-changed': described('What the API sets whenever a thing changes.', { enum: ['now'] }),
  'x-access': described('What a credential must be allowed to do.', { enum: ['read', 'write'] }),
  'x-session': closed(
    'A credential that an operation issues and that ends by itself.',
    {
      scheme: described('Security scheme that the session satisfies.', text),
      lifetime: described('Seconds from its issue to its end.', amount),
      issuedBy: described('Id of the operation that issues it.', text),
      token: described('Where the issuing answer holds it, unless in a cookie.', pointer),
    },
    ['scheme', 'lifetime', 'issuedBy'],
  ),
  'x-async': closed(
    'A request that is accepted now and worked off later.',
    {
      id: described('Where the answer names what to ask for.', pointer),
      statusOperation: described('Id of the operation that tells the state.', text),
      parameter: described('Its parameter that takes the id.', text),
      state: described('Where its answer names the state.', pointer),
      pending: texts,
      succeeded: texts,
      failed: texts,
    },
    ['id', 'statusOperation', 'parameter', 'state', 'pending', 'succeeded', 'failed'],
  ),
  'x-resource': RESOURCE_SHAPE,
  ...STATE_SHAPES,
  'x-pagination': PAGING_SHAPE,
  ...HTTP_SHAPES,
  'x-deprecated-since': described('Day of the deprecation.', date),
  'x-sunset': described('Day from which it no longer works (RFC 8594).', date),
  'x-replaced-by': described('Operation id, API name, or <api>#<operationId>.', text),
  'x-lifecycle': closed(
    'The dates of a whole API, on its info.',
    { deprecated: date, migrateBy: date, sunset: date, replacedBy: text },
    [],
  ),
  'x-veto': closed(
    'The answer a webhook needs for the write to go on.',
    {
      allow: { type: 'integer', minimum: 100, maximum: 599 },
      before: texts,
      input: described('Where the webhook tells the changes.', pointer),
      previous: described('Where it tells the thing as it was.', pointer),
    },
    ['allow', 'before'],
  ),
};

/** One JSON Schema for all extensions, for editors: it describes the keys of any node. */
export function toExtensionsSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Extensions of OpenAPI descriptions that Kiln reads',
    type: 'object',
    properties: EXTENSION_SHAPES,
  };
}
