import type { Rule } from '../rule.ts';

/** A keyword that is not as JSON Schema wants it asserts nothing: what it means to refuse is let through. */
export const schemaCompiles: Rule = {
  id: 'schema-compiles',
  severity: 'error',
  description: 'Each schema is a JSON Schema of 2020-12 in which every keyword means something.',
  supersedes: ['struct'],
  *check({ aside }) {
    for (const { what, pointer, at, why } of aside) {
      // What is of OpenAPI 3.0 is for `no-nullable` to say.
      if (what !== 'schema' || isOfOldWords(pointer)) continue;
      yield { at: pointer, message: why, location: at };
    }
  },
};

/** Whether a keyword was a boolean in OpenAPI 3.0: as anything else it is wrong in each version. */
function isOfOldWords(pointer: string): boolean {
  return /\/exclusiveM(?:in|ax)imum$/.test(pointer);
}
