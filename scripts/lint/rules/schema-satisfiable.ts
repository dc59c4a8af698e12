import { refuteSchemas } from '../../values/generate/refute-schemas.ts';
import type { Rule } from '../rule.ts';

/** Who keeps to a schema that allows nothing can neither ask nor answer. */
export const schemaSatisfiable: Rule = {
  id: 'schema-satisfiable',
  severity: 'warn',
  description: 'Each schema allows a value.',
  *check({ document }) {
    for (const { pointer, reason } of refuteSchemas(document)) {
      const where = reason.pointer === pointer ? '' : ` (see ${reason.pointer})`;
      yield {
        at: pointer,
        message: `nothing satisfies this schema: ${reason.unsatisfiable}${where}`,
      };
    }
  },
};
