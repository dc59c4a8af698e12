import { isNull } from '../../scripts/result/fault-trial.ts';
import { TESTERS, type Row, type TesterName } from './faults-measure.ts';

export interface Circumstances {
  readonly versions: string;
  readonly machine: string;
  readonly command: string;
  readonly minutes: number;
  readonly apis: readonly string[];
  readonly seeds: readonly number[];
  /** Generated requests for each property of Kiln. */
  readonly runs: number;
}

/** The committed table. */
export function renderReport(rows: readonly Row[], about: Circumstances): string {
  const faults = rows.filter(({ fault }) => !isNull(fault));
  const nulls = rows.filter(({ fault }) => isNull(fault));
  const cut = rows.reduce((all, it) => all + it.cut, 0);
  const [faultCount, nullCount] = [faults, nulls].map((it) => it.length / TESTERS.length);
  return [
    '# Seeded faults beside Schemathesis',
    '',
    `A mock of ${about.apis.map((it) => `\`${it}\``).join(' and ')} is given one fault at a time: ${faultCount} faults and ${nullCount} null faults,`,
    'drawn by class and difficulty from those that `kiln prove` admits on a few drawn operations. That is a small',
    'sample: it shows who can see what, and its shares are no measure of either tester. For a larger one, raise',
    '`--sample`, `--nulls` and `--operations`, and name more descriptions with `--api`; time grows with their product.',
    '',
    `Repeat it: \`${about.command}\`.`,
    `Measured with ${about.versions}, on ${about.machine}, in ${about.minutes.toFixed(0)} minutes.`,
    '',
    '- **Seen** is a fault of whose operation a tester reports something that it does not report, with the same seed,',
    '  of the mock without the fault. For Kiln that is another violation, for Schemathesis another check, kind of',
    '  failure or status. Whether it is reported for the right reason is asked of neither.',
    `- **Always, sometimes, never** count seeds: ${about.seeds.join(', ')}. A null fault is allowed by the contract: whatever is`,
    '  reported of it is a false alarm.',
    '- Both testers have a fresh server on a port for each run, the same credentials and login, and may write. Quotas',
    '  are enforced where a fault is about them only, and webhooks are left out. Kiln may move the clock of the server,',
    '  which Schemathesis has no way to ask for: what takes time to see, only Kiln can.',
    `- **Kiln** runs all properties on the operation, ${about.runs} generated requests each (its score for the right reason and`,
    '  on far more faults is in `reports/faults.md`).',
    '- **Schemathesis, default** is `schemathesis run` on the operation. **Best** is the fullest we set up, not the best of many: all',
    '  checks, positive and negative data, all phases, it goes on after a failure; and where a fault takes a sequence',
    '  (difficulty 2 and 3) the operations on the same kind of thing are included for its stateful phase to link.',
    '  Both generate its own 100 examples for each operation and phase.',
    '- The operators, the properties and the mock are by the same authors. A fault that Schemathesis has no check for',
    '  (quotas, error envelopes, progress) is drawn like any other: look at the classes, not at the sum.',
    '- **Requests** are counted by the server, for a run. **Seconds** are wall-clock time of a run: Kiln in the process',
    '  of the mock, Schemathesis with the start of Python and another run beside it, on a machine with other work. They compare badly.',
    ...(cut > 0
      ? [`- ${cut} runs were cut for their time, and count as having reported nothing.`]
      : []),
    '',
    '| tester | always | sometimes | never | false alarms on null faults | requests a run | seconds a run |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...TESTERS.map((tester) =>
      renderTotals(tester, ofTester(faults, tester), ofTester(nulls, tester)),
    ),
    '',
    '## By class and difficulty',
    '',
    'Faults seen with every seed, and in brackets those seen with some.',
    '',
    `| class | difficulty | faults | ${TESTERS.join(' | ')} | |`,
    `| --- | --: | --: | ${TESTERS.map(() => '--:').join(' | ')} | --- |`,
    ...[...Map.groupBy(faults, ({ fault }) => `${fault.family} | ${fault.difficulty}`)]
      .toSorted(([left], [right]) => left.localeCompare(right))
      .map(([stratum, own]) => renderStratum(stratum, own)),
    '',
    '## Each fault',
    '',
    'With how many seeds it is seen, and what the first of them reports.',
    '',
    ...[...Map.groupBy(rows, ({ api, fault }) => `${api} ${fault.name}`).values()].map(renderFault),
    '',
  ].join('\n');
}

function ofTester(rows: readonly Row[], tester: TesterName): readonly Row[] {
  return rows.filter((it) => it.tester === tester);
}

function renderTotals(tester: TesterName, faults: readonly Row[], nulls: readonly Row[]): string {
  const { always, sometimes } = countSeen(faults);
  const alarms = nulls.filter(({ seen }) => seen > 0).length;
  const all = [...faults, ...nulls];
  const runs = all.reduce((sum, { seeds }) => sum + seeds, 0);
  const mean = (figure: (row: Row) => number) =>
    all.reduce((sum, it) => sum + figure(it), 0) / runs;
  const cells = [
    tester,
    always,
    sometimes,
    faults.length - always - sometimes,
    `${alarms} of ${nulls.length}`,
    mean((it) => it.requests).toFixed(0),
    mean((it) => it.seconds).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function countSeen(rows: readonly Row[]): { readonly always: number; readonly sometimes: number } {
  const always = rows.filter(({ seen, seeds }) => seen === seeds).length;
  return { always, sometimes: rows.filter(({ seen }) => seen > 0).length - always };
}

function renderStratum(stratum: string, rows: readonly Row[]): string {
  const counts = TESTERS.map((tester) => countSeen(ofTester(rows, tester)));
  const [kiln, ...peers] = counts.map(({ always }) => always);
  const isBeaten = peers.some((it) => it > (kiln ?? 0));
  const shown = counts.map(({ always, sometimes }) =>
    sometimes > 0 ? `${always} (${sometimes})` : String(always),
  );
  const cells = [stratum, rows.length / TESTERS.length, ...shown];
  return `| ${cells.join(' | ')} | ${isBeaten ? '**Schemathesis beats Kiln**' : ''} |`;
}

function renderFault(rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const { fault, api } = first;
  const kind = isNull(fault) ? 'null fault' : `${fault.family}, difficulty ${fault.difficulty}`;
  return [
    `- \`${fault.name}\` of \`${api}\` (${kind}): the server ${fault.title}`,
    ...rows.map(({ tester, seen, seeds, finding }) => {
      const said = finding === undefined ? '' : `: \`${finding.replaceAll('`', '')}\``;
      return `  - ${tester}: ${seen} of ${seeds}${said}`;
    }),
  ].join('\n');
}
