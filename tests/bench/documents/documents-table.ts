import type { ListedDocument } from './listed-documents.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { exceptionFor, NOTHING, shortfallsOf } from './shortfalls.ts';
import { FOREIGN, STAGES, type StageName, type StageOutcome } from './stages.ts';
import type { TriedDocument } from './try-document.ts';

/** Operations above which a document is shown among the large. */
const LARGE = 500;

export interface Circumstances {
  readonly node: string;
  readonly machine: string;
  readonly commit: string;
  readonly parallel: number;
  readonly peers: readonly string[];
}

/** The committed table. */
export function renderDocuments(tried: readonly TriedDocument[], about: Circumstances): string {
  const placed = tried.filter((it) => it.placed);
  const missing = tried.filter((it) => !it.placed);
  const publishers = new Set(placed.map(({ document }) => document.publisher)).size;
  const versions = countBy(placed, (it) => loadedOf(it)?.version.slice(0, 3) ?? 'not read');
  const said = [...versions]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([version, count]) => `${count} of ${version}`);
  return [
    '# Real documents',
    '',
    'Made by `npm run bench:documents`; each stage runs in a process of its own, on a document that its',
    'publisher or a package of examples ships. None is kept here: `tests/bench/documents/documents.json`',
    'says which package has it, and they are installed when the bench runs.',
    '',
    `${placed.length} documents of ${publishers} publishers, ${said.join(', ')}; ${sum(placed, operationsOf)} operations.`,
    `Node ${about.node}; ${about.machine}; ${about.parallel} at a time, large ones alone; commit ${about.commit}.`,
    `Beside ours: ${about.peers.join(', ')}.`,
    ...missing.map(({ document }) => `Not installed: ${document.id}.`),
    '',
    '## Altogether',
    '',
    ...renderTotals(placed),
    '',
    'Every operation is called with two valid requests, one of documented examples and one of generated',
    'values, both written by Kiln; Prism gets the same. An answer counts when its status is a documented',
    'success and our evaluator and Ajv both find the body valid, and where only errors are documented,',
    'when it is one of these.',
    '',
    '## Large documents',
    '',
    'Seconds, and in brackets MB of the largest process; the first answer is the slowest of all operations.',
    '',
    ...renderLarge(placed),
    '',
    '## What falls short, and why',
    '',
    ...renderShortfalls(placed),
    '',
    '## Each document',
    '',
    'Seconds of load, lint, bundle, generate, tests and docs; findings of lint by the profile `recommended`;',
    'operations answered rightly, ours and Prism’s; violations on our own mock. **✗** is refused or wrong.',
    '',
    ...renderRows(placed),
    '',
  ].join('\n');
}

function renderTotals(tried: readonly TriedDocument[]): string[] {
  const refused = tried.filter((it) => ownStages(it).some(([name, one]) => isRefused(name, one)));
  const bugs = tried.filter((it) => ownStages(it).some(([, { exitCode }]) => exitCode === 3));
  const [ours, theirs] = [answeredShare(tried, 'mock'), answeredShare(tried, 'Prism')];
  const behind = tried.filter((it) => answeredIn(it, 'mock') < answeredIn(it, 'Prism'));
  const violations = sum(tried, (it) => it.outcomes.get('test')?.tested?.violations.length ?? 0);
  const held = sum(tried, (it) => it.outcomes.get('test')?.tested?.held ?? 0);
  const fails = (name: StageName) =>
    tried.filter((it) => it.outcomes.has(name) && it.outcomes.get(name)?.exitCode !== 0).length;
  return [
    '| what | measured | wanted |',
    '| --- | --: | --: |',
    `| documents that a command refuses, or is too slow for | ${refused.length} | 0 |`,
    `| documents on which a command ends with exit 3 | ${bugs.length} | 0 |`,
    `| operations answered with a valid documented success | ${ours} | ≥ 99.5 % |`,
    `| the same of Prism | ${theirs} | less |`,
    `| documents of which Prism answers more operations | ${behind.length} | 0 |`,
    `| checks that held on the own mock | ${held} | |`,
    `| violations on the own mock | ${violations} | 0 |`,
    `| documents whose generated types TypeScript refuses | ${fails('types')} | 0 |`,
    `| the same of openapi-typescript alone | ${fails('openapi-typescript')} | |`,
    `| documents that Prism does not start with | ${fails('Prism')} | |`,
    `| documents that swagger-parser refuses | ${fails('swagger-parser')} | |`,
  ];
}

function renderLarge(tried: readonly TriedDocument[]): string[] {
  const large = tried
    .filter((it) => operationsOf(it) > LARGE)
    .toSorted((left, right) => operationsOf(right) - operationsOf(left));
  const stages = ['load', 'lint', 'bundle', 'generate', 'docs', 'test'] as const;
  return [
    `| document | operations | ${stages.join(' | ')} | mock ready | first answer |`,
    `| --- | --: | ${stages.map(() => '--:').join(' | ')} | --: | --: |`,
    ...large.map((it) => {
      const { document, outcomes } = it;
      const cells = stages.map((stage) => {
        const outcome = outcomes.get(stage);
        return outcome ? `${seconds(outcome)} (${outcome.memory.toFixed(0)})` : '';
      });
      const { ready, memory, slowest = 0 } = outcomes.get('mock')?.called ?? {};
      const shown = ready === undefined ? '' : (ready / 1000).toFixed(1);
      const held = memory === undefined ? '' : ` (${memory.toFixed(0)})`;
      const row = [nameOf(document), operationsOf(it), ...cells, `${shown}${held}`];
      return `| ${row.join(' | ')} | ${slowest.toFixed(0)} ms |`;
    }),
  ];
}

function renderShortfalls(tried: readonly TriedDocument[]): string[] {
  const all = tried.flatMap((it) => shortfallsOf(it));
  const open = all.filter((it) => !exceptionFor(it));
  const lines = EXCEPTIONS.flatMap(({ pattern, why }) => {
    const count = all.filter((it) => exceptionFor(it)?.pattern === pattern).length;
    return count > 0 ? [`- \`${pattern.source}\`: ${count}. ${why}`] : [];
  });
  const unexplained = open
    .slice(0, 100)
    .map((it) => `- ${it.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  const rest = open.length > 100 ? [`- and ${open.length - 100} more`] : [];
  if (all.length === 0) return ['Nothing.'];
  return [
    ...lines,
    ...(open.length > 0 ? ['', 'Not explained yet:', '', ...unexplained, ...rest] : []),
  ];
}

function renderRows(tried: readonly TriedDocument[]): string[] {
  const timed = ['load', 'bundle', 'generate', 'docs'] as const;
  const header = ['document', 'publisher', 'version', 'operations', 'KB', 'files', ...timed];
  const more = ['lint', 'findings', 'types', 'answered', 'tests', 'violations'];
  const theirs = ['Prism', 'openapi-typescript', 'swagger-parser'];
  const columns = [...header, ...more, ...theirs];
  return [
    `| ${columns.join(' | ')} |`,
    `| ${columns.map((_, index) => (index < 2 ? '---' : '--:')).join(' | ')} |`,
    ...tried.map((it) => {
      const { document, placed, outcomes } = it;
      const mark = (name: StageName) => {
        const outcome = outcomes.get(name);
        return outcome ? (isRefused(name, outcome) ? '✗' : '✓') : '';
      };
      const time = (name: StageName) => {
        const outcome = outcomes.get(name);
        return outcome ? (isRefused(name, outcome) ? '✗' : seconds(outcome)) : '';
      };
      const found = Object.values(outcomes.get('lint')?.findings ?? {});
      const tested = outcomes.get('test')?.tested;
      const cells = [
        nameOf(document),
        document.publisher,
        loadedOf(it)?.version ?? '✗',
        operationsOf(it),
        Math.ceil((placed?.bytes ?? 0) / 1000),
        placed?.files ?? '',
        ...timed.map(time),
        time('lint'),
        found.reduce((all, count) => all + count, 0),
        mark('types'),
        answeredWords(it, 'mock'),
        time('test'),
        tested ? tested.violations.length : '✗',
        answeredWords(it, 'Prism'),
        mark('openapi-typescript'),
        mark('swagger-parser'),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

function nameOf({ from, path }: ListedDocument): string {
  return `${from.package.split('/').slice(-2).join('/')} ${path}`;
}

/** Whether a stage took the document; what lint and tests find does not count. */
function isRefused(name: StageName, { exitCode, tested, said }: StageOutcome): boolean {
  if (exitCode === 2 && said.includes(NOTHING)) return false;
  if (exitCode === 1) return name !== 'lint' && !(name === 'test' && tested);
  return exitCode !== 0;
}

function ownStages({ outcomes }: TriedDocument): [StageName, StageOutcome][] {
  return STAGES.filter((it) => !FOREIGN.includes(it)).flatMap((name) => {
    const outcome = outcomes.get(name);
    return outcome ? [[name, outcome]] : [];
  });
}

function answeredIn({ outcomes }: TriedDocument, name: 'mock' | 'Prism'): number {
  return outcomes.get(name)?.called?.answered ?? 0;
}

function answeredWords(it: TriedDocument, name: 'mock' | 'Prism'): string {
  if (!it.outcomes.has(name)) return '';
  return `${answeredIn(it, name)} of ${operationsOf(it)}`;
}

function answeredShare(tried: readonly TriedDocument[], name: 'mock' | 'Prism'): string {
  const called = tried.filter((it) => it.outcomes.has(name));
  const [answered, all] = [sum(called, (it) => answeredIn(it, name)), sum(called, operationsOf)];
  return `${answered} of ${all}, ${((100 * answered) / Math.max(1, all)).toFixed(2)} %`;
}

function loadedOf({ outcomes }: TriedDocument) {
  return outcomes.get('load')?.loaded;
}

function operationsOf(it: TriedDocument): number {
  return loadedOf(it)?.operations ?? 0;
}

function seconds({ seconds: taken }: StageOutcome): string {
  return taken.toFixed(1);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function countBy<Item>(items: readonly Item[], of: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}
