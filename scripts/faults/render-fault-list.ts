import type { ApiModel } from '../model/api-model.ts';
import { FAULT_CLASSES } from './operator.ts';
import { OPERATORS } from './operators.ts';
import { faultsOf } from './fault.ts';
import { NEEDS } from './select-faults.ts';

/** Operations are named up to here, then counted. */
const MOST_NAMES = 3;

/** The table of operators: what the server does, how hard that is to see, and where it applies. */
export function renderFaultList(apis: readonly ApiModel[]): string {
  const width = Math.max(...OPERATORS.map(({ id }) => id.length));
  const groups = FAULT_CLASSES.map((group) => {
    const own = OPERATORS.filter((it) => it.class === group);
    const rows = own.map((operator) => {
      const faults = apis.flatMap((api) => faultsOf(api, operator));
      const operations = [...new Set(faults.map(({ operation }) => operation.id))];
      const where =
        operations.length > MOST_NAMES ? `${operations.length} operations` : operations.join(', ');
      const count = faults.length > operations.length ? `, ${faults.length} places` : '';
      const { id, difficulty, title } = operator;
      return `  ${id.padEnd(width)}  ${difficulty}  the server ${title}\n  ${' '.repeat(width)}     ${where === '' ? 'nowhere here' : `in ${where}${count}`}`;
    });
    return `${group} (${own.length}), needing ${NEEDS[group]}\n${rows.join('\n')}`;
  });
  return groups.join('\n\n');
}
