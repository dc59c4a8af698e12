import * as fc from 'fast-check';
import { append } from '../../base/json-pointer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { strayDraft } from '../generation/short-draft.ts';
import { judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { undocumentedMethod, unknownPath } from './envelope.ts';
import { clauseOfRefusal, statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Statuses for a method that a server does not know, or not here (RFC 9110, section 9.1). */
const NOT_KNOWN = [404, 405, 501];

export const methodUndocumented: Property = {
  id: 'method.undocumented',
  title: 'a method that a path does not document is refused',
  // What nobody documents may do anything.
  writes: true,
  unless({ api, operation }) {
    const status = statusOfRefusal(operation, 'methodNotAllowed');
    if (status < 400) return `other methods are documented to be answered ${status}`;
    return undocumentedMethod(api, operation) === undefined
      ? 'every method is documented'
      : undefined;
  },
  async check({ api, operation, target, falsify, exchange }) {
    const method = undocumentedMethod(api, operation)?.toUpperCase() ?? '';
    const declared = operation.errors.methodNotAllowed;
    // Where a router takes few texts a plain word gets farther than what is made up.
    const plain = strayDraft(api, operation);
    const attempts = [fc.constantFrom(...exampleDrafts(api, operation))];
    if (plain) attempts.push(fc.constant(plain));
    for (const drafts of attempts) {
      const isFound = await falsify({
        drafts,
        runs: 1,
        conforming: false,
        rewrite: (request) => ({ ...request, method }),
        async judge(answered, draft) {
          const { status = 0 } = answered.response ?? {};
          if (!declared && status >= 200 && status < 400) {
            // Whoever answers all paths alike knows no more of this one.
            const unknown = await exchange(draft, {
              conforming: false,
              rewrite: (request) => ({ ...request, method, url: unknownPath(target, operation) }),
            });
            if (status >= 300 || (unknown.response?.status ?? 0) < 400) {
              const undetermined = `methods that are not documented are answered ${status}`;
              return { undetermined: `${undetermined}, of which the description says nothing` };
            }
          }
          return judgeRefusedAs(api, operation, answered, {
            kinds: ['methodNotAllowed'],
            what: `the undocumented method ${method}`,
            also: declared ? [] : NOT_KNOWN,
            clause: declared
              ? clauseOfRefusal(api, operation, 'methodNotAllowed')
              : append('#/paths', operation.path),
            ground: declared ? 'contract' : 'standard',
          });
        },
      });
      if (isFound) return;
    }
  },
};
