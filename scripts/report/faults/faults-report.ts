import {
  isNull,
  type ApiTrials,
  type FaultRun,
  type FaultTrial,
} from '../../result/fault-trial.ts';
import { escapeMarkdown, renderCode, renderTable } from '../evidence/markdown.ts';
import { renderReach } from './reach-text.ts';
import { byFamily, renderScore, survivorsOf, tallyOf } from './tally.ts';

/** What the figures were measured with. */
export interface Provenance {
  /** Names and versions: `Node 24.1.0`. */
  readonly versions: readonly string[];
  /** The command that repeats it. */
  readonly command: string;
}

const DIFFICULTIES = [0, 1, 2, 3];

/** The page `reports/faults.md`: what the properties find of what is broken on purpose. */
export function renderFaultsReport(run: FaultRun, provenance: Provenance): string {
  return [
    '# Faults',
    renderIntroduction(run, provenance),
    renderScores(run),
    ...run.apis.flatMap(({ api, reach = [] }) =>
      reach.length > 0 ? [`${renderCode(api)}: ${escapeMarkdown(renderReach(reach))}.`] : [],
    ),
    '## By family and difficulty',
    renderFamilies(run),
    '## Survivors',
    'Each stands here with the exchange that shows it.',
    ...run.apis.map(renderSurvivors),
    '## Not admitted',
    'Without a witness a deviation is no fault: the answers are the same, or no clause forbids the difference.',
    ...run.apis.map(renderRefused),
  ]
    .join('\n\n')
    .concat('\n');
}

function renderIntroduction(run: FaultRun, { versions, command }: Provenance): string {
  const { operators, nullOperators, properties, runs, seeds } = run;
  const tried = run.apis.reduce((all, { trials }) => all + trials.length, 0);
  const known = run.apis.reduce((all, { faults }) => all + faults, 0);
  const part = tried < known ? `, a sample of ${tried} of them` : '';
  return `How many deviations from a contract do the properties find? A mock of each description is given one fault at a
time, out of ${operators} operators and ${nullOperators} null operators at every place they fit: ${known} in all${part}. ${properties} properties then try to
falsify it, ${runs} generated requests each, with ${seeds.length > 1 ? `the seeds ${seeds.join(', ')}` : `the seed ${seeds.join()}`}.

- **Admitted** is a fault with a witness: recorded exchanges that differ from those of the right server and break a
  clause, judged by code that shares none with the properties. It also reads JSON Schema by itself.
- **Killed** is an admitted fault that a property reports on its operation (or the one its clause stands on, or that
  shares its kind of thing), and that the right server does not show, for the right reason: it blames a clause of the
  fault or of its witness, or one below or around it, or its property is made for the fault's family.${seeds.length > 1 ? ' It counts when it is killed with every seed.' : ''}
- **By clause** are those whose first report blames the clause; of the others it is only known that a property of the
  fault's family noticed.
- **Null faults** are changes that the contract allows. Whatever is reported of them is a false alarm.
- **Difficulty** is what it takes to see a fault: 0 any valid request, 1 a particular input, 2 a second credential, a
  sequence or volume, 3 a rare combination.
- **Requests** and **seconds** are what the properties needed until the first report, and on survivors and null faults in
  all. They are not comparable between machines.

Repeat it: \`${command}\`. Measured with ${versions.join(', ')}.`;
}

function renderScores({ apis }: FaultRun): string {
  const rowOf = (name: string, trials: readonly FaultTrial[], clean: readonly string[]) => {
    const all = tallyOf(trials);
    const byDifficulty = DIFFICULTIES.map((difficulty) =>
      renderScore(
        tallyOf(trials.filter(({ fault }) => fault.difficulty === difficulty && !isNull(fault))),
      ),
    );
    return [
      name,
      String(all.admitted),
      String(all.killed),
      String(all.blamed),
      renderScore(all),
      ...byDifficulty,
      `${all.alarmed} of ${all.nulls}`,
      String(clean.length),
      String(all.refused),
      String(all.requests),
      String(all.seconds),
    ];
  };
  const trials = apis.flatMap((it) => it.trials);
  const clean = apis.flatMap((it) => it.clean);
  return renderTable(
    [
      'Description',
      'Admitted #',
      'Killed #',
      'By clause #',
      'Score #',
      ...DIFFICULTIES.map((it) => `${it} #`),
      'Null faults reported #',
      'Reported without a fault #',
      'Not admitted #',
      'Requests #',
      'Seconds #',
    ],
    [
      ...apis.map((it) => rowOf(renderCode(it.api), it.trials, it.clean)),
      ...(apis.length > 1 ? [rowOf('**All**', trials, clean)] : []),
    ],
  );
}

function renderFamilies({ apis }: FaultRun): string {
  const rows = apis.flatMap(({ api, trials }) =>
    [...byFamily(trials)].flatMap(([family, own]) =>
      DIFFICULTIES.flatMap((difficulty) => {
        const tally = tallyOf(own.filter(({ fault }) => fault.difficulty === difficulty));
        if (tally.admitted === 0) return [];
        const { admitted, killed, blamed, requests, seconds } = tally;
        const figures = [difficulty, admitted, killed, blamed].map(String);
        return [
          [
            renderCode(api),
            family,
            ...figures,
            renderScore(tally),
            String(requests),
            String(seconds),
          ],
        ];
      }),
    ),
  );
  return renderTable(
    [
      'Description',
      'Family',
      'Difficulty #',
      'Admitted #',
      'Killed #',
      'By clause #',
      'Score #',
      'Requests #',
      'Seconds #',
    ],
    rows,
  );
}

function renderSurvivors({ api, trials, clean }: ApiTrials): string {
  const lines = survivorsOf(trials).map(({ fault, witness, reason, outcome }) => {
    const what = isNull(fault) ? 'a false alarm' : `difficulty ${fault.difficulty}`;
    const said =
      reason === undefined
        ? ''
        : `; ${outcome === 'alarmed' ? 'reported' : 'only'} ${escapeMarkdown(reason)}`;
    return `- ${renderCode(fault.name)} (${what}): ${escapeMarkdown(witness ?? '')}${said}`;
  });
  const unprovoked = clean.map((it) => `- without a fault: ${escapeMarkdown(it)}`);
  const all = [...lines, ...unprovoked];
  return `### ${api}\n\n${all.length > 0 ? all.join('\n') : 'None.'}`;
}

function renderRefused({ api, trials }: ApiTrials): string {
  const refused = trials.filter(({ outcome }) => outcome === 'refused');
  const groups = Map.groupBy(refused, ({ fault, reason = '' }) => `${fault.operator}\n${reason}`);
  const rows = [...groups].map(([group, own]) => {
    const [operator = '', reason = ''] = group.split('\n');
    return [renderCode(operator), String(own.length), escapeMarkdown(reason)];
  });
  const table = renderTable(['Operator', 'Places #', 'Why'], rows);
  return `### ${api}: not admitted\n\n${rows.length > 0 ? table : 'None.'}`;
}
