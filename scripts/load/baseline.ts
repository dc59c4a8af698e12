import { stringify } from 'yaml';
import type { BaselineEntry } from '../result/baseline.ts';
import { arrayOf, objectOf, textOf, type JsonObject } from '../base/json.ts';
import { UserError } from '../base/user-error.ts';
import { checkShape } from './check-shape.ts';
import { parseYaml } from './yaml-source.ts';

const text = { type: 'string', minLength: 1 } as const;

const SHAPE: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['violations'],
  properties: {
    violations: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'operation', 'property', 'owner', 'reason', 'expires'],
        properties: {
          id: text,
          api: text,
          operation: text,
          property: text,
          ground: { enum: ['contract', 'standard'] },
          owner: text,
          reason: text,
          expires: { type: 'string', format: 'date' },
        },
      },
    },
  },
};

/**
 * Reads a baseline: `violations`, each with its `id`, perhaps its `api`, `operation`, `property`, `owner`, `reason` and
 * `expires` (`YYYY-MM-DD`). Throws a UserError at the line of what is missing, mistyped or twice there.
 */
export function parseBaseline(source: string, file: string): BaselineEntry[] {
  const { value, locate } = parseYaml(source, file);
  checkShape({ name: 'baseline', value, shape: SHAPE, locate });
  const lines = new Map<string, number>();
  return arrayOf(objectOf(value)['violations']).map((item, i) => {
    const entry = objectOf(item);
    const field = (name: string) => textOf(entry[name]);
    const location = locate(['violations', String(i)]);
    const id = field('id');
    const former = lines.get(id);
    if (former !== undefined) {
      throw new UserError('baseline-repeated', `${id} is already excused on line ${former}`, {
        at: location,
        hint: 'Keep one of the two entries.',
      });
    }
    lines.set(id, location.line);
    return {
      id,
      ...(typeof entry['api'] === 'string' && { api: entry['api'] }),
      operation: field('operation'),
      property: field('property'),
      ...(entry['ground'] === 'standard' && { ground: 'standard' }),
      owner: field('owner'),
      reason: field('reason'),
      expires: field('expires'),
      location,
    };
  });
}

/** Writes a baseline that `parseBaseline` reads. */
export function renderBaseline(entries: readonly Omit<BaselineEntry, 'location'>[]): string {
  const violations = entries.map(
    ({ id, api, operation, property, ground, owner, reason, expires }) => ({
      id,
      ...(api !== undefined && { api }),
      operation,
      property,
      ...(ground === 'standard' && { ground }),
      owner,
      reason,
      expires,
    }),
  );
  // Dates stay text: some readers of YAML 1.1 would make something else of them.
  return stringify({ violations }, { lineWidth: 110 });
}
