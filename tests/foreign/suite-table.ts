import type { GroupResult } from './json-schema-suite.ts';

/** The figures by group as a Markdown page, and each case that we have wrong by its name. */
export function renderSuite(results: readonly GroupResult[]): string {
  const parts = PARTS.map(([title, isOf]) => {
    const own = results.filter(({ group }) => isOf(group));
    return [`## ${title}`, '', ...tableOf(own), ...wrongOf(own), ''].join('\n');
  });
  return [
    '# JSON Schema Test Suite, draft 2020-12',
    '',
    'How many cases of each group are right: by the evaluator that mock, tests and lint use, and by Ajv',
    'with ajv-formats; formats are asserted in the groups that are about them, as the suite wants it.',
    '`npm run suite:schema` writes this page.',
    '',
    ...parts,
  ].join('\n');
}

const PARTS = [
  ['Required', (group: string) => !group.includes('/')],
  ['Optional', (group: string) => /^optional\/[^/]+$/.test(group)],
  ['Optional formats', (group: string) => group.startsWith('optional/format/')],
] as const;

function tableOf(results: readonly GroupResult[]): string[] {
  const sum = (figure: (it: GroupResult) => number) =>
    results.reduce((total, it) => total + figure(it), 0);
  const rows = results.map(({ group, cases, right, rightByAjv }) => [
    group,
    cases,
    right,
    rightByAjv,
  ]);
  const all = ['all', sum((it) => it.cases), sum((it) => it.right), sum((it) => it.rightByAjv)];
  return [
    '| group | cases | right | right by Ajv |',
    '| --- | ---: | ---: | ---: |',
    ...[...rows, all].map((row) => `| ${row.join(' | ')} |`),
  ];
}

function wrongOf(results: readonly GroupResult[]): string[] {
  const wrong = results.flatMap(({ group, wrong: names }) =>
    names.map((name) => `- \`${group}\` ${name}`),
  );
  return wrong.length === 0 ? [] : ['', 'Wrong:', '', ...wrong];
}
