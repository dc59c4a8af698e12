import { append } from '../../base/json-pointer.ts';
import { stringOf } from '../../base/json.ts';
import { VERBS } from '../../model/operation-verbs.ts';
import { nodeAt } from '../references.ts';
import type { Rule } from '../rule.ts';

/** `operationId` becomes the name of a function, and a function's name says what it does. */
export const operationIdVerb: Rule = {
  id: 'operation-id-verb',
  severity: 'warn',
  description: 'An operationId is lowerCamelCase and starts with a verb that fits its method.',
  *check({ document, operations }) {
    for (const { method, pointer } of operations) {
      const id = stringOf(nodeAt(document, pointer)['operationId']);
      if (id === undefined) continue;
      const at = append(pointer, 'operationId');
      const verb = /^[a-z]+/.exec(id)?.[0] ?? '';
      const verbs = Object.hasOwn(VERBS, method) ? VERBS[method] : undefined;
      if (!/^[a-z][a-zA-Z0-9]*$/.test(id)) {
        yield { at, message: `"${id}" is not lowerCamelCase` };
      } else if (verbs?.includes(verb) === false) {
        const [first, second, third] = verbs;
        const message = `"${id}" does not start with a verb for ${method.toUpperCase()}, such as ${first}, ${second} or ${third}`;
        yield { at, message };
      }
    }
  },
};
