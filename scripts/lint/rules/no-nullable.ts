import { nodesOf } from '../../model/description-nodes.ts';
import { append } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** OpenAPI 3.1 took JSON Schema's words for these; the old ones mean nothing, or something else. */
export const noNullable: Rule = {
  id: 'no-nullable',
  severity: 'error',
  description: 'Schemas use no words of OpenAPI 3.0: nullable, or exclusiveMinimum as a boolean.',
  supersedes: ['struct'],
  *check({ document }) {
    for (const { node, pointer, isSchema } of nodesOf(document)) {
      if (!isSchema) continue;
      if ('nullable' in node) {
        const message = 'nullable is of OpenAPI 3.0: write type: [string, "null"]';
        yield { at: append(pointer, 'nullable'), message };
      }
      for (const keyword of ['exclusiveMinimum', 'exclusiveMaximum']) {
        if (typeof node[keyword] !== 'boolean') continue;
        const message = `${keyword} as a boolean is of OpenAPI 3.0: give it the number itself`;
        yield { at: append(pointer, keyword), message };
      }
    }
  },
};
