import { nodesOf } from '../../model/description-nodes.ts';
import { append, tokensOf } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** OpenAPI 3.1 took JSON Schema's words for these; the old ones mean nothing, or something else. */
export const noNullable: Rule = {
  id: 'no-nullable',
  severity: 'error',
  description: 'Schemas use no words of OpenAPI 3.0: nullable, or exclusiveMinimum as a boolean.',
  supersedes: ['struct'],
  *check({ document, aside }) {
    for (const { node, pointer, isSchema } of nodesOf(document)) {
      if (!isSchema || !('nullable' in node)) continue;
      const message = 'nullable is of OpenAPI 3.0: write type: [string, "null"]';
      yield { at: append(pointer, 'nullable'), message };
    }
    for (const { what, pointer, at } of aside) {
      const keyword = tokensOf(pointer).at(-1) ?? '';
      if (what !== 'schema' || !/^exclusiveM(?:in|ax)imum$/.test(keyword)) continue;
      const message = `${keyword} as a boolean is of OpenAPI 3.0: give it the number itself`;
      yield { at: pointer, message, location: at };
    }
  },
};
