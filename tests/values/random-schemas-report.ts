import type { Figures, OpenCase } from './trials.ts';

/** The figures of each seed as a Markdown page, and every schema that ended without an answer. */
export function renderRandomSchemas(runs: readonly Figures[]): string {
  return [
    '# Values for random schemas',
    '',
    'Two of three schemas are made around a value that they accept; the others are random, and may have',
    'no value. For each, three values are generated, and other people’s validators judge them: Ajv and',
    'hyperjump all of them, jsonschema-rs those that these two do not both accept.',
    '`npm run test:schemas -- --report` writes this page.',
    '',
    ...thirdJudgeOf(runs),
    ...tableOf(runs),
    '',
    '- satisfiable: two validators accept a value, the one that the schema was made around or one of ours.',
    '- answered: two validators accept each of the three values.',
    '- no value: proved to have none; a schema that has one and is said to have none is listed below.',
    '- undefined: the schema applies itself to the same value without end. What that means is not defined',
    '  (JSON Schema 2020-12, core, section 9.4.1), and validators run into it; it counts as nothing else.',
    '- disputed: fewer than two validators accept a value, and fewer than two refuse it.',
    '- rejected: two validators refuse a value.',
    '- not found: neither a value nor a proof that there is none.',
    '',
    ...SECTIONS.flatMap(([title, isOf]) => sectionOf(title, isOf, runs)),
  ].join('\n');
}

/** The figures of one seed in one line. */
export function renderFigures(run: Figures): string {
  const third = run.isThirdThere ? '' : `; ${THIRD_MISSING}`;
  return COLUMNS.map(([title, figure]) => `${title} ${figure(run)}`).join(', ') + third;
}

/** One schema that ended without an answer, on lines that plain text and Markdown can hold. */
export function renderCase({ place, reason, schema, value }: OpenCase, seed: number): string {
  return [
    `- seed ${seed}, schema ${place}: ${reason}`,
    '',
    '  ```text',
    `  ${JSON.stringify(schema)}`,
    ...(value === undefined ? [] : [`  ${JSON.stringify(value)}`]),
    '  ```',
    '',
  ].join('\n');
}

const THIRD_MISSING = 'jsonschema-rs was not there (`npm run foreign:install` installs it)';

const COLUMNS: readonly (readonly [title: string, figure: (run: Figures) => number])[] = [
  ['seed', (it) => it.seed],
  ['schemas', (it) => it.schemas],
  ['satisfiable', (it) => it.satisfiable],
  ['answered', (it) => it.answered],
  ['no value', (it) => it.refuted],
  ['undefined', (it) => it.undefined],
  ['disputed', (it) => it.disputed],
  ['rejected', (it) => it.rejected],
  ['not found', (it) => it.notFound],
  ['exceptions', (it) => it.exception],
  ['seconds', (it) => it.seconds],
];

const SECTIONS: readonly (readonly [title: string, isOf: (it: OpenCase) => boolean])[] = [
  ['Exceptions', (it) => it.ending === 'exception'],
  ['Rejected', (it) => it.ending === 'rejected'],
  ['Said to have no value, and have one', (it) => it.ending === 'refuted'],
  ['Disputed', (it) => it.ending === 'disputed'],
  ['Not found, and there is a value', (it) => it.ending === 'notFound' && it.isWrong],
  [
    'Not found, and it is not known whether there is a value',
    (it) => it.ending === 'notFound' && !it.isWrong,
  ],
];

function thirdJudgeOf(runs: readonly Figures[]): string[] {
  return runs.every((it) => it.isThirdThere) ? [] : [`${THIRD_MISSING}.`, ''];
}

function tableOf(runs: readonly Figures[]): string[] {
  return [
    `| ${COLUMNS.map(([title]) => title).join(' | ')} |`,
    `| ${COLUMNS.map(() => '---:').join(' | ')} |`,
    ...runs.map((run) => `| ${COLUMNS.map(([, figure]) => figure(run)).join(' | ')} |`),
  ];
}

function sectionOf(
  title: string,
  isOf: (it: OpenCase) => boolean,
  runs: readonly Figures[],
): string[] {
  const cases = runs.flatMap(({ open, seed }) =>
    open.filter(isOf).map((it) => renderCase(it, seed)),
  );
  return cases.length === 0 ? [] : [`## ${title} (${cases.length})`, '', ...cases];
}
