import { arrayOf } from '../../core/json.ts';
import { nodeAt } from '../references.ts';
import type { Rule } from '../rule.ts';

/** Forgetting `security` and meaning "public" look the same, so an author writes which it is. */
export const securityExplicit: Rule = {
  id: 'security-explicit',
  severity: 'error',
  description:
    'Each operation has security of its own or from the root, and a public one says security: [].',
  supersedes: ['security-defined'],
  *check({ document, operations }) {
    if (arrayOf(document['security']).length > 0) return;
    for (const { id, pointer } of operations) {
      if ('security' in nodeAt(document, pointer)) continue;
      const message = `${id} does not say who may call it; a public operation says security: []`;
      yield { at: pointer, message };
    }
  },
};
