import { append } from '../../base/json-pointer.ts';
import { isSecured, statedResponse } from '../operations.ts';
import type { Rule } from '../rule.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Every client of a secured operation meets this answer sooner or later. */
export const unauthorizedDocumented: Rule = {
  id: 'unauthorized-documented',
  severity: 'error',
  description:
    'Each secured operation documents the answer to a missing credential: 401, or the status that x-errors gives it.',
  *check({ operations }) {
    for (const operation of operations.filter(isSecured)) {
      const status = statusOfRefusal(operation, 'unauthenticated');
      if (statedResponse(operation, status)) continue;
      const message = `${operation.id} needs a credential and does not document ${status}`;
      yield { at: append(operation.pointer, 'responses'), message };
    }
  },
};
