import type { Screen } from './terminal/screen.ts';
import { fitTable, alignColumns } from './terminal/table.ts';
import { renderLineOn } from './terminal/terminal-line.ts';
import { counted, group } from './totals.ts';

/** What `kiln run` has to say about one API. */
export interface SummaryRow {
  readonly api: string;
  readonly operations: number;
  readonly findings: number;
  readonly filesWritten: number;
  readonly held: number;
  readonly checks: number;
  readonly violations: number;
  readonly requests: number;
  /** Operations that never answered with a documented success. */
  readonly unproven: readonly string[];
  /** Whether each workflow passed. */
  readonly workflows: readonly boolean[];
  readonly report: string;
}

/** Where to read on, and whether there is no server of the user's that could be asked as well. */
interface SummaryPlaces {
  readonly site: string;
  readonly reports: string;
  readonly isServerAsked?: boolean;
}

/** The closing table of `kiln run`: what held, and where to read on; it fits the screen where there is one. */
export function renderSummary(
  rows: readonly SummaryRow[],
  { site, reports, isServerAsked = true }: SummaryPlaces,
  screen?: Screen,
): string {
  const header = [
    'API',
    'operations',
    'lint',
    'client',
    'contract',
    'requests',
    'workflows',
    'report',
  ];
  const table = rows.map((row) => [
    row.api,
    group(row.operations),
    row.findings === 0 ? 'clean' : counted(row.findings, 'finding'),
    row.filesWritten === 0 ? 'fresh' : `${counted(row.filesWritten, 'file')} written`,
    row.violations === 0
      ? `${row.held} of ${row.checks} held`
      : `${row.held} of ${row.checks} held, ${counted(row.violations, 'violation')}`,
    group(row.requests),
    row.workflows.length === 0
      ? '-'
      : `${row.workflows.filter(Boolean).length} of ${row.workflows.length} passed`,
    row.report === '' ? '-' : row.report,
  ]);
  const broken = rows.filter(isBroken);
  const untried = rows.filter(isUntried);
  const verdict =
    broken.length === 0 && untried.length > 0
      ? `Nothing was tried: ${untried.map(({ api }) => api).join(', ')}.`
      : broken.length === 0
        ? renderHolding(rows)
        : `Broken: ${broken.map(({ api }) => api).join(', ')}.`;
  const tone = broken.length > 0 ? 'red' : untried.length > 0 ? 'yellow' : 'green';
  const all = [header, ...table];
  const next = isServerAsked ? '' : 'next: npx kiln test asks your server\n';
  const drawn = screen ? fitTable(all, screen) : alignColumns(all);
  return `\n${drawn}\n\n${renderLineOn(screen, verdict, [tone, 'bold'])}\nreports: ${reports}\nsite: ${site}\n${next}`;
}

/** `All 6 contracts hold on their mocks.`, or of how many operations, and which are not proven. */
function renderHolding(rows: readonly SummaryRow[]): string {
  const unproven = rows.flatMap(({ api, unproven: own }) => own.map((id) => `${api} ${id}`));
  const contracts =
    rows.length === 1
      ? 'The contract holds on its mock'
      : `All ${rows.length} contracts hold on their mocks`;
  if (unproven.length === 0) return `${contracts}.`;
  const all = rows.reduce((sum, { operations }) => sum + operations, 0);
  const where = `${group(all - unproven.length)} of ${group(all)} operations`;
  return `${contracts} for ${where}; ${unproven.length} not proven: ${unproven.join(', ')}.`;
}

/** Whether anything about an API does not hold. */
export function isBroken({ findings, violations, workflows }: SummaryRow): boolean {
  return findings + violations > 0 || workflows.includes(false);
}

/** Whether nothing of an API could be tried, which proves nothing. */
export function isUntried({ checks }: SummaryRow): boolean {
  return checks === 0;
}
