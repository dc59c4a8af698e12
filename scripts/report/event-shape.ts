import { objectOf, type JsonObject } from '../base/json.ts';
import { toRunSchema } from './run-shape.ts';

/**
 * The shape of a line of `events.ndjson`, as a JSON Schema 2020-12: what a run says as it goes. Like
 * those of `run.json` its objects are open.
 */
export function toEventSchema(): JsonObject {
  const { $schema = '', $defs = {}, properties } = toRunSchema();
  const of = objectOf(properties);
  const { result } = objectOf($defs);
  const header = ['api', 'title', 'target', 'mode', 'started', 'seed', 'runs'];
  const listed = ['operations', 'properties'];
  const count = { type: 'integer', minimum: 0 };
  const at = { type: 'string', format: 'date-time' };
  const check = objectSchema({ operation: { type: 'string' }, property: { type: 'string' } });
  const violations = { type: 'array', items: { type: 'string' } };
  const ids = { ...objectOf(objectOf(result)['properties']), violations };
  return {
    $schema,
    title: 'An event of a run of contract tests',
    description: 'A line of events.ndjson. The first is run-started; the last is run-finished.',
    oneOf: [
      event('run-started', {
        version: { const: 1 },
        at,
        checks: count,
        run: {
          type: 'object',
          required: [...header, ...listed],
          properties: pick(of, [...header, 'grep', 'shard', ...listed]),
        },
      }),
      event('violation', { check, violation: { $ref: '#/$defs/violation' } }),
      event('check-finished', {
        done: count,
        result: { ...objectOf(result), properties: ids },
      }),
      event('run-finished', { at, ...pick(of, ['milliseconds', 'totals', 'coverage']) }, [
        ['interrupted', of['interrupted'] ?? true],
      ]),
    ],
    $defs,
  };
}

function event(
  name: string,
  required: JsonObject,
  optional: readonly (readonly [string, JsonObject[string]])[] = [],
): JsonObject {
  const own = objectSchema({ event: { const: name }, ...required });
  return {
    ...own,
    properties: { ...objectOf(own['properties']), ...Object.fromEntries(optional) },
  };
}

/** An object all of whose properties are required. */
function objectSchema(properties: JsonObject): JsonObject {
  return { type: 'object', required: Object.keys(properties), properties };
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? true]));
}
