import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import type { CheckResult } from '../../../scripts/result/contract-run.ts';
import type { CheckedApi } from './check-apis.ts';

/** Requests that each check of the table makes up: with fewer some have nothing to say. */
export const RUNS = 10;

export const TABLE = 'reports/properties.md';

const HEAD = `# Properties

What \`npm run test:properties\` tries, and on how many operations of each description it had something
to test on a mock. A property without any stands below with its reasons.
`;

/** The table of properties and descriptions, with a reason for each empty cell. */
export function renderTable(checked: readonly CheckedApi[]): string {
  const operations = checked.map(({ results }) => new Set(results.map((it) => it.operation)).size);
  const rows = PROPERTIES.map(({ id, title }) => {
    const cells = checked.map(({ results }) => exercised(results, id) || '–');
    return `| \`${id}\` | ${title} | ${cells.join(' | ')} |`;
  });
  const names = checked.map(({ api }) => api).join(' | ');
  const reasons = PROPERTIES.flatMap(({ id }) => {
    const empty = checked.filter(({ results }) => exercised(results, id) === 0);
    const lines = empty.map(({ api, results }) => `- ${api}: ${reasonsFor(results, id)}`);
    return lines.length > 0 ? ['', `### \`${id}\``, '', ...lines] : [];
  });
  return [
    HEAD,
    `| Property | A server keeps it when | ${names} |`,
    `| --- | --- | ${checked.map(() => '--:').join(' | ')} |`,
    `| operations | | ${operations.join(' | ')} |`,
    ...rows,
    '',
    '## Empty cells',
    ...reasons,
    '',
  ].join('\n');
}

function exercised(results: readonly CheckResult[], property: string): number {
  return results.filter((it) => it.property === property && it.outcome !== 'skipped').length;
}

function reasonsFor(results: readonly CheckResult[], property: string): string {
  const own = results.filter((it) => it.property === property);
  return [...new Set(own.map(({ reason = '' }) => reason))].join('; ');
}
