import type { Operator } from '../../../scripts/faults/operator.ts';
import type { Violation } from '../../../scripts/result/contract-run.ts';

/** A recording of a server, with a fault or as it should be, and what was found in it. */
export interface Trial {
  readonly fault: string | undefined;
  readonly operator: Operator | undefined;
  readonly found: readonly Violation[];
  readonly exchanges: number;
}

/** Faults that no recording proves, and why. */
const NOT_PROVABLE: Readonly<Record<string, string>> = {
  'admits-unknown': 'nobody can say from outside which credentials were given out',
  'admits-prefix': 'nobody can say from outside that the beginning of a credential is not one too',
  'admits-longer': 'nobody can say from outside that a longer credential is not one too',
  'admits-other-case': 'nobody can say from outside that the other case is not a credential too',
  'retry-after-missing': 'no header that tells when to try again is documented',
  'never-finishes': 'no time is documented after which it must be finished',
};

/** Whether a fault was found, or for a reason could not be; nothing may be found where there is none. */
export function wasFound({ operator, found }: Trial): boolean {
  if (!operator) return found.length === 0;
  return found.length > 0 || Object.hasOwn(NOT_PROVABLE, operator.id);
}

export function renderTable(recorder: string, trials: readonly Trial[]): string {
  const faulty = trials.filter(({ operator }) => operator);
  const provable = faulty.filter(
    ({ operator }) => !Object.hasOwn(NOT_PROVABLE, operator?.id ?? ''),
  );
  const found = provable.filter((it) => it.found.length > 0);
  const control = trials.find(({ operator }) => !operator);
  const share = ((found.length / Math.max(provable.length, 1)) * 100).toFixed(1);
  const rows = faulty.map(({ fault = '', operator, found: findings, exchanges }) => {
    const [first] = findings;
    const reason = NOT_PROVABLE[operator?.id ?? ''] ?? 'missed';
    const verdict = first
      ? `found: ${[...new Set(findings.map(({ property }) => property))].join(', ')}`
      : `${reason === 'missed' ? '' : 'not provable: '}${reason}`;
    return `| ${operator?.class} | \`${fault}\` | ${verdict} | ${exchanges} |`;
  });
  return [
    '# What `kiln check` finds in recorded traffic',
    '',
    `Each fault of the mock was served by itself, used by an ordinary client and recorded by ${recorder}; the`,
    'archive was given to the judges of recorded traffic. Made by `npm run test:recordings`.',
    '',
    `- found: ${found.length} of ${provable.length} faults that a recording can prove (${share} %)`,
    `- findings on the server without a fault: ${control?.found.length ?? 'not tried'}, in ${control?.exchanges ?? 0} exchanges`,
    `- not provable: ${faulty.length - provable.length}, each with its reason`,
    '',
    '| class | fault | verdict | exchanges |',
    '| --- | --- | --- | --: |',
    ...rows,
    '',
  ].join('\n');
}
