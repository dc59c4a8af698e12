import { arrayOf } from '../../base/json.ts';
import { isSuccessResponse } from '../operations.ts';
import { nodeAt, referenceTarget } from '../references.ts';
import type { Rule } from '../rule.ts';

/** What an operation answers deserves a name: it becomes a type in every generated client. */
export const successSchemaNamed: Rule = {
  id: 'success-schema-named',
  severity: 'warn',
  description: 'The schema of a 2xx response is a $ref to a component, unless it is a plain value.',
  *check({ document, operations }) {
    for (const { id, responses } of operations) {
      for (const { status, content } of responses.filter(isSuccessResponse)) {
        for (const { schema } of content) {
          if (schema === undefined) continue;
          const node = nodeAt(document, schema);
          if (referenceTarget(node)?.startsWith('#/components/') || isPlain(node['type'])) continue;
          yield { at: schema, message: `The answer ${status} of ${id} is a schema without a name` };
        }
      }
    }
  },
};

function isPlain(type: unknown): boolean {
  const types = typeof type === 'string' ? [type] : arrayOf(type);
  return types.length > 0 && types.every((it) => it !== 'object' && it !== 'array');
}
