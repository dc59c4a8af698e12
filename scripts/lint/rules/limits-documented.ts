import { append } from '../../base/json-pointer.ts';
import { arrayOf } from '../../base/json.ts';
import { namesClaimFor } from '../evidence.ts';
import { schemasFrom } from '../references.ts';
import type { Rule } from '../rule.ts';

/**
 * A list that may grow without end is what a server refuses first. Strings are left out: few sources
 * state their length, and a warning on each would teach people to overlook warnings.
 */
export const limitsDocumented: Rule = {
  id: 'limits-documented',
  severity: 'warn',
  description:
    'Each array in a request body has maxItems, or names a claim for maxItems that explains why not.',
  *check({ document, operations }) {
    for (const { body } of operations) {
      for (const { schema } of body?.content ?? []) {
        if (schema === undefined) continue;
        for (const { node, pointer } of schemasFrom(document, schema)) {
          const isArray = node['type'] === 'array' || arrayOf(node['type']).includes('array');
          if (!isArray || 'maxItems' in node || node['readOnly'] === true) continue;
          if (namesClaimFor(node, 'maxItems')) continue;
          yield { at: append(pointer, 'type'), message: 'This list has no maxItems' };
        }
      }
    }
  },
};
