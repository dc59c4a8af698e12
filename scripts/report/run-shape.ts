import { FACETS } from '../result/coverage.ts';
import type { JsonObject } from '../base/json.ts';
import { VERSION } from './run-document.ts';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const date = { type: 'string', format: 'date-time' } as const;
const counts = { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } } as const;

/** An object of these properties; all are required but those whose names end in `?`. */
function object(properties: JsonObject, description?: string): JsonObject {
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

function listOf(items: JsonObject | boolean): JsonObject {
  return { type: 'array', items };
}

function ref(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}

const location = object(
  { file: text, line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
  'Where something was written by hand. Lines and columns count from 1.',
);

const headers = listOf({ type: 'array', items: text, minItems: 2, maxItems: 2 });

const exchange = object(
  {
    request: object({ method: text, url: text, headers, 'body?': text, 'bytes?': true }),
    'response?': object({
      status: count,
      headers,
      body: text,
      'isMangled?': { const: true },
    }),
    'failure?': text,
  },
  'One request and its response, secrets redacted; "failure" says why there is no response.',
);

const violation = object(
  {
    id: { ...text, description: 'The same in every run.' },
    property: text,
    operation: text,
    message: text,
    'cause?': {
      ...text,
      description: 'The finding it belongs to: the same for what has one cause.',
    },
    ground: {
      enum: ['contract', 'standard'],
      description: 'Whether the description says so, or a standard alone, which decides nothing.',
    },
    proof: object({
      clause: { ...text, pattern: '^#' },
      location: ref('location'),
      line: text,
      states: text,
      seen: text,
      claims: listOf(text),
    }),
    exchange: ref('exchange'),
    curl: text,
    'replay?': text,
    'bodyFile?': text,
    seed: { type: 'integer' },
    'recorded?': ref('location'),
    'known?': object({
      state: { enum: ['known', 'expired'] },
      owner: text,
      reason: text,
      expires: { type: 'string', format: 'date' },
      location: ref('location'),
    }),
  },
  'An exchange that falsifies a property.',
);

const cause = object(
  {
    id: { ...text, description: 'The same in every run.' },
    property: text,
    message: text,
    ground: { enum: ['contract', 'standard'] },
    operations: listOf(text),
    properties: listOf(text),
    violations: { ...listOf(text), description: 'Their ids; the first shows it best.' },
  },
  'A finding: violations that have one cause.',
);

const result = object(
  {
    operation: text,
    property: text,
    outcome: { enum: ['held', 'violated', 'skipped', 'failed', 'unchecked'] },
    'reason?': { ...text, description: 'Why it was skipped, failed or could not be checked.' },
    requests: count,
    dropped: { ...count, description: 'Requests that turned out not to test the property.' },
    milliseconds: { type: 'number', minimum: 0 },
    'isProven?': {
      const: true,
      description: 'A request of it was answered with a documented success.',
    },
    violations: listOf(ref('violation')),
    disputes: listOf(
      object({
        operation: text,
        property: text,
        clause: text,
        location: ref('location'),
        message: text,
        exchanges: count,
      }),
    ),
    'undetermined?': listOf(
      object({ operation: text, property: text, reason: text, exchanges: count }),
    ),
  },
  'What came of one property on one operation.',
);

const row = object(
  {
    subject: text,
    says: text,
    'location?': ref('location'),
    documented: { type: 'boolean' },
    expected: { ...listOf(text), description: 'The states that a complete run sees.' },
    seen: { ...counts, description: 'How often each state was seen.' },
  },
  'One thing that is documented, or that was seen without being documented.',
);

const baseline = object({
  file: text,
  known: count,
  expired: count,
  fixed: listOf(
    object({
      id: text,
      'api?': text,
      operation: text,
      property: text,
      owner: text,
      reason: text,
      expires: { type: 'string', format: 'date' },
      location: ref('location'),
    }),
  ),
});

const traffic = object({
  exchanges: count,
  matched: count,
  unanswered: count,
  withoutContent: count,
  unmatched: listOf(
    object({ method: text, url: text, why: { enum: ['server', 'path', 'method'] }, count }),
  ),
  unproven: listOf(object({ property: text, reason: text, operations: listOf(text) })),
});

/**
 * The shape of `run.json`, as a JSON Schema 2020-12. Properties may be added without a new version, so
 * the objects are open: a reader passes over what it does not know.
 */
export function toRunSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A run of contract tests',
    ...object({
      version: { const: VERSION },
      api: text,
      'description?': { ...text, description: 'What the command line calls the description.' },
      title: text,
      target: { ...text, description: 'Address of the server, or the file of recorded traffic.' },
      mode: { enum: ['active', 'passive'] },
      started: date,
      seed: { type: 'integer' },
      runs: count,
      'isStrict?': { const: true },
      'grep?': { ...text, description: 'What of it was to be tried, where not all was.' },
      'shard?': object({
        index: { type: 'integer', minimum: 1 },
        count: { type: 'integer', minimum: 1 },
      }),
      'interrupted?': object({ reason: text, isLimit: { type: 'boolean' } }),
      milliseconds: { type: 'number', minimum: 0 },
      'leftAside?': listOf(
        object({ what: text, name: text, pointer: text, at: ref('location'), why: text }),
      ),
      'withoutRefusals?': count,
      operations: listOf(object({ id: text, method: text, path: text, location: ref('location') })),
      properties: listOf(object({ id: text, title: text })),
      results: listOf(ref('result')),
      coverage: listOf(
        object({
          operation: text,
          facets: object(Object.fromEntries(FACETS.map((facet) => [facet, listOf(ref('row'))]))),
        }),
      ),
      'notProven?': {
        ...listOf(text),
        description: 'Operations that never answered with a documented success.',
      },
      totals: object({
        held: count,
        violated: count,
        'noted?': count,
        skipped: count,
        failed: count,
        'begun?': count,
        'unchecked?': count,
        requests: count,
        dropped: count,
        disputed: count,
        'undetermined?': count,
      }),
      'causes?': listOf(cause),
      'latencies?': {
        ...counts,
        description: 'Exchanges that took at most so many milliseconds, by that bound, or more.',
      },
      'claims?': listOf(
        object({ id: text, 'at?': text, sources: listOf(object({ title: text, address: text })) }),
      ),
      'baseline?': baseline,
      'traffic?': traffic,
      'secondOpinion?': { type: 'object' },
    }),
    $defs: { location, exchange, violation, result, row },
  };
}
