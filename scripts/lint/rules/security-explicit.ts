import type { Operation } from '../../model/api-model.ts';
import { arrayOf } from '../../base/json.ts';
import { nodeAt } from '../references.ts';
import type { Rule } from '../rule.ts';

/** Forgetting `security` and meaning "public" look the same, so an author writes which it is. */
export const securityExplicit: Rule = {
  id: 'security-explicit',
  severity: 'error',
  description:
    'Each operation has security of its own or from the root, and a public one says security: []; a webhook has its own.',
  supersedes: ['security-defined'],
  *check({ document, operations, webhooks }) {
    const isSilent = ({ pointer }: Operation) => !('security' in nodeAt(document, pointer));
    const isInherited = arrayOf(document['security']).length > 0;
    for (const { id, pointer } of isInherited ? [] : operations.filter(isSilent)) {
      const message = `${id} does not say who may call it; a public operation says security: []`;
      yield { at: pointer, message };
    }
    // The root's is about requests to the API, and these come from it.
    for (const { id, pointer } of webhooks.filter(isSilent)) {
      const message = `${id} does not say how its sender proves itself; security: [] if it does not`;
      yield { at: pointer, message };
    }
  },
};
