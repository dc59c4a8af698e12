import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, withValueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import type { Json } from '../../scripts/base/json.ts';
import { UserError } from '../../scripts/base/user-error.ts';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { RULES } from '../../scripts/lint/rules.ts';
import { CASES, loadCase, loadText } from './load-case.ts';

/** What an author may leave in any place of a description. */
const stray = fc.constantFrom<Json>(null, true, 0, '', 'x', [], {}, [null], { $ref: '#/info' });

test.for([
  'policy-status-documented',
  'examples-present-and-valid',
  'error-envelope',
  'no-nullable',
])(
  'a description like %s with a stray value anywhere ends in findings or a refusal',
  async (id) => {
    const { document } = await loadCase(`${CASES}/${id}/good.yaml`);
    const place = fc.constantFrom(...pointersOf(document));
    await fc.assert(
      fc.asyncProperty(place, stray, async (pointer, value) => {
        const text = JSON.stringify(withValueAt(document, pointer, value));
        const api = await loadText(text).catch((error: unknown) => {
          if (error instanceof UserError) return undefined;
          throw error;
        });
        if (!api) return;
        for (const { location } of checkRules(api, RULES)) expect(location.file).toBe('pets.yaml');
      }),
      { numRuns: 25 },
    );
  },
);

function pointersOf(node: Json, at: Pointer = '#'): Pointer[] {
  if (node === null || typeof node !== 'object') return [at];
  return [at, ...Object.entries(node).flatMap(([key, it]) => pointersOf(it, append(at, key)))];
}
