import type { Rule } from '../rule.ts';

/** What cannot be read is left aside by every command: an operation is then neither mocked nor tested. */
export const partsUsable: Rule = {
  id: 'parts-usable',
  severity: 'error',
  description: 'Each part of the description can be read, and nothing has to be left aside.',
  supersedes: [
    'struct',
    'path-parameters-defined',
    'operation-operationId-unique',
    'operation-parameters-unique',
    'no-identical-paths',
  ],
  *check({ aside }) {
    for (const { what, name, pointer, at, why } of aside) {
      if (OTHERS.has(what)) continue;
      yield { at: pointer, message: `The ${what} ${name} is left aside: ${why}`, location: at };
    }
  },
};

/** What rules of their own are about. */
const OTHERS: ReadonlySet<string> = new Set([
  'schema',
  'example',
  'default',
  'x-errors',
  'undescribed scheme',
]);
