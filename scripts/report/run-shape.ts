import { FACETS } from '../result/coverage.ts';
import { SEVERITIES } from '../result/severities.ts';
import { BEFORE_SHAPE } from './history/before-shape.ts';
import type { JsonObject } from '../base/json.ts';
import { count, counts, dateTime, listOf, object, ref, anyText } from './shape-words.ts';
import { PREMISE_SHAPE } from './premise-shape.ts';
import { VERSION } from './run-document.ts';

const location = object(
  { file: anyText, line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
  'Where something was written by hand. Lines and columns count from 1.',
);

const headers = listOf({ type: 'array', items: anyText, minItems: 2, maxItems: 2 });

const exchange = object(
  {
    request: object({ method: anyText, url: anyText, headers, 'body?': anyText, 'bytes?': true }),
    'response?': object({
      status: count,
      headers,
      body: anyText,
      'isMangled?': { const: true },
    }),
    'failure?': anyText,
  },
  'One request and its response, secrets redacted; "failure" says why there is no response.',
);

const violation = object(
  {
    id: { ...anyText, description: 'The same in every run.' },
    property: anyText,
    operation: anyText,
    message: anyText,
    'cause?': {
      ...anyText,
      description: 'The finding it belongs to: the same for what has one cause.',
    },
    ground: {
      enum: ['contract', 'standard'],
      description: 'Whether the description says so, or a standard alone, which decides nothing.',
    },
    proof: object({
      clause: { ...anyText, pattern: '^#' },
      location: ref('location'),
      line: anyText,
      states: anyText,
      seen: anyText,
      claims: listOf(anyText),
    }),
    exchange: ref('exchange'),
    curl: anyText,
    'replay?': anyText,
    'bodyFile?': anyText,
    seed: { type: 'integer' },
    'premise?': PREMISE_SHAPE,
    'recorded?': ref('location'),
    'known?': object({
      state: { enum: ['known', 'expired'] },
      owner: anyText,
      reason: anyText,
      expires: { type: 'string', format: 'date' },
      location: ref('location'),
    }),
  },
  'An exchange that falsifies a property.',
);

const cause = object(
  {
    id: { ...anyText, description: 'The same in every run.' },
    property: anyText,
    message: anyText,
    'title?': { ...anyText, description: 'The message with the field that it is about.' },
    'severity?': { enum: SEVERITIES },
    ground: { enum: ['contract', 'standard'] },
    operations: listOf(anyText),
    properties: listOf(anyText),
    violations: { ...listOf(anyText), description: 'Their ids; the first shows it best.' },
  },
  'A finding: violations that have one cause.',
);

const result = object(
  {
    operation: anyText,
    property: anyText,
    outcome: { enum: ['held', 'violated', 'skipped', 'failed', 'unchecked'] },
    'reason?': { ...anyText, description: 'Why it was skipped, failed or could not be checked.' },
    requests: count,
    'reach?': {
      ...object({ tried: count, of: count }),
      description: 'Ways to change a request that were tried, where not all were.',
    },
    dropped: { ...count, description: 'Requests that turned out not to test the property.' },
    milliseconds: { type: 'number', minimum: 0 },
    'isProven?': {
      const: true,
      description: 'A request of it was answered with a documented success.',
    },
    violations: listOf(ref('violation')),
    disputes: listOf(
      object({
        operation: anyText,
        property: anyText,
        clause: anyText,
        location: ref('location'),
        message: anyText,
        exchanges: count,
      }),
    ),
    'undetermined?': listOf(
      object({ operation: anyText, property: anyText, reason: anyText, exchanges: count }),
    ),
  },
  'What came of one property on one operation.',
);

const row = object(
  {
    subject: anyText,
    says: anyText,
    'location?': ref('location'),
    documented: { type: 'boolean' },
    expected: { ...listOf(anyText), description: 'The states that a complete run sees.' },
    seen: { ...counts, description: 'How often each state was seen.' },
  },
  'One thing that is documented, or that was seen without being documented.',
);

const baseline = object({
  file: anyText,
  known: count,
  expired: count,
  fixed: listOf(
    object({
      id: anyText,
      'api?': anyText,
      operation: anyText,
      property: anyText,
      owner: anyText,
      reason: anyText,
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
    object({ method: anyText, url: anyText, why: { enum: ['server', 'path', 'method'] }, count }),
  ),
  unproven: listOf(object({ property: anyText, reason: anyText, operations: listOf(anyText) })),
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
      api: anyText,
      'description?': { ...anyText, description: 'What the command line calls the description.' },
      title: anyText,
      target: {
        ...anyText,
        description: 'Address of the server, or the file of recorded traffic.',
      },
      mode: { enum: ['active', 'passive'] },
      started: dateTime,
      seed: { type: 'integer' },
      runs: count,
      'isStrict?': { const: true },
      'grep?': { ...anyText, description: 'What of it was to be tried, where not all was.' },
      'shard?': object({
        index: { type: 'integer', minimum: 1 },
        count: { type: 'integer', minimum: 1 },
      }),
      'interrupted?': object({ reason: anyText, isLimit: { type: 'boolean' } }),
      'isRefused?': {
        const: true,
        description: 'Every operation that asks for a credential refused the one that it was sent.',
      },
      milliseconds: { type: 'number', minimum: 0 },
      'leftAside?': listOf(
        object({
          what: anyText,
          name: anyText,
          pointer: anyText,
          at: ref('location'),
          why: anyText,
        }),
      ),
      'withoutRefusals?': count,
      operations: listOf(
        object({ id: anyText, method: anyText, path: anyText, location: ref('location') }),
      ),
      properties: listOf(object({ id: anyText, title: anyText })),
      results: listOf(ref('result')),
      coverage: listOf(
        object({
          operation: anyText,
          facets: object(Object.fromEntries(FACETS.map((facet) => [facet, listOf(ref('row'))]))),
        }),
      ),
      'notProven?': {
        ...listOf(anyText),
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
        object({
          id: anyText,
          'at?': anyText,
          sources: listOf(object({ title: anyText, address: anyText })),
        }),
      ),
      'faultScore?': object({ faults: count, found: count }),
      'before?': BEFORE_SHAPE,
      'baseline?': baseline,
      'traffic?': traffic,
      'secondOpinion?': { type: 'object' },
    }),
    $defs: { location, exchange, violation, result, row },
  };
}
