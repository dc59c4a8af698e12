import { append } from '../../core/json-pointer.ts';
import { textOf } from '../../core/json.ts';
import { nodeAt } from '../references.ts';
import type { Rule } from '../rule.ts';

/** "Deprecated" without a date tells a client neither since when nor how long it may wait. */
export const deprecationDated: Rule = {
  id: 'deprecation-dated',
  severity: 'error',
  description:
    'A deprecated operation carries x-sunset or x-deprecated-since, a date as 2026-01-31.',
  *check({ document, operations }) {
    for (const { id, pointer } of operations.filter(({ deprecated }) => deprecated)) {
      const node = nodeAt(document, pointer);
      const present = ['x-sunset', 'x-deprecated-since'].filter((name) => name in node);
      if (present.length === 0) {
        const message = `${id} is deprecated and has neither x-sunset nor x-deprecated-since`;
        yield { at: append(pointer, 'deprecated'), message };
      }
      for (const name of present) {
        if (isDate(textOf(node[name]))) continue;
        const message = `${name} of ${id} is not a date such as 2026-01-31`;
        yield { at: append(pointer, name), message };
      }
    }
  },
};

/** Full dates of RFC 3339; `Date` alone would read 30 February as 2 March. */
function isDate(text: string): boolean {
  const time = Date.parse(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && toDate(time) === text;
}

function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
