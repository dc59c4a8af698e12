import { PEERS } from './peers.ts';
import type { Endurance } from './endurance.ts';
import type { Spread } from './measure.ts';
import type { Row } from './scenarios.ts';
import { SUBJECTS } from './subjects.ts';

/** Where and how the figures came about. */
export interface Circumstances {
  readonly node: string;
  readonly fastify: string;
  readonly machine: string;
  readonly load: string;
  readonly pinned: boolean;
  /** Whether nobody was interrupted by who had just been woken. */
  readonly inTurns: boolean;
  readonly starts: number;
  readonly rounds: number;
  readonly milliseconds: number;
  readonly missing: readonly string[];
}

/** The committed table. */
export function renderReport(
  rows: readonly Row[],
  endurance: Endurance,
  circumstances: Circumstances,
): string {
  const of = (group: Row['group']) => rows.filter((row) => row.group === group);
  return [
    '# The mock beside others',
    '',
    'Made by `npm run bench:mock`; run it again before you quote it.',
    '',
    ...renderCircumstances(circumstances),
    '',
    '## Static answers',
    '',
    'What is documented, whatever was asked: of each description the first GET that needs no parameter',
    'and the first POST with a body whose answer is so, where there is one.',
    '',
    ...renderRows(of('static')),
    '',
    '## Reflected answers',
    '',
    'The first POST of each description whose answer takes something from the request or from what came',
    'before it: new ids, a session, what was created and will be listed. No other server here does that:',
    'they send the documented answer, bare Fastify always the same bytes.',
    '',
    ...renderRows(of('reflected')),
    '',
    '## Answers that Prism makes',
    '',
    ...renderRows(of('generated')),
    '',
    '## Verdicts',
    '',
    ...renderVerdicts(of('static'), of('generated'), endurance),
    '',
  ].join('\n');
}

function renderCircumstances(about: Circumstances): readonly string[] {
  const peers = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
  const core = about.pinned
    ? 'Client and server share one core, so that neither waits for the other to wake up.'
    : 'Client and server run on whatever core they get.';
  const turns = about.inTurns
    ? 'Each finishes what it is at before the other gets the processor (SCHED_BATCH).'
    : 'A server may be interrupted by its client at each answer.';
  const missing = about.missing.length === 0 ? [] : [`Not measured: ${about.missing.join(', ')}.`];
  return [
    `Node ${about.node}, fastify ${about.fastify}, ${peers.join(', ')}.`,
    `${about.machine}; load average while measuring ${about.load}.`,
    `${core} ${turns}`,
    `For each description all servers are started ${about.starts} times; each time ${about.rounds} rounds of ${about.milliseconds} ms,`,
    'in turns, each warm before the first, static answers before others, 32 connections kept alive.',
    '',
    "Costs are microseconds of the server process's time on the processor for each request, its compiler and",
    'garbage collector included: median, and least to most. A ratio is how many times our cost another',
    'server has: the median of the ratios of all rounds. A status in brackets was answered in place of ours.',
    '',
    'Ours is `kiln mock --no-limits`, control plane and journal included; Prism is `prism mock`, and',
    '`prism mock -v silent`. Ours and Prism check credentials, parameters and bodies. Bare Fastify parses',
    'the JSON of a POST as ours does and sends the fields and the bytes that ours sent: it checks, counts',
    'and notes nothing.',
    ...missing,
  ];
}

function renderRows(rows: readonly Row[]): readonly string[] {
  const names = SUBJECTS.filter((it) =>
    rows.some((row) => row.figures.some(({ name }) => name === it)),
  );
  const others = names.filter((it) => it !== 'kiln');
  const header = ['request', ...names, ...others.map((it) => `kiln : ${it}`)];
  return [
    `| ${header.join(' | ')} |`,
    `| ${header.map((_, i) => (i === 0 ? '---' : '--:')).join(' | ')} |`,
    ...rows.map((row) => {
      const status = row.figures.find(({ name }) => name === 'kiln')?.status;
      const cells = names.map((name) => {
        const found = row.figures.find((it) => it.name === name);
        if (!found) return '';
        const note = found.status === status ? '' : ` [${found.status}]`;
        return `${found.cost.median.toFixed(0)} (${rangeOf(found.cost)})${note}`;
      });
      const ratios = others.map((name) => {
        const ratio = ratioOf(row, name);
        return ratio === undefined ? '' : `${ratio.toFixed(2)} ×`;
      });
      return `| ${[row.name, ...cells, ...ratios].join(' | ')} |`;
    }),
  ];
}

function rangeOf({ least, most }: Spread): string {
  return `${least.toFixed(0)}–${most.toFixed(0)}`;
}

/** How many times as many requests our mock answers in the same processor time. */
function ratioOf({ figures }: Row, other: string): number | undefined {
  return figures.find(({ name }) => name === other)?.ratio.median;
}

function leastRatio(rows: readonly Row[], other: string): number {
  return Math.min(...rows.flatMap((row) => ratioOf(row, other) ?? []));
}

function renderVerdicts(
  statics: readonly Row[],
  generated: readonly Row[],
  { ready, flatness, heap, batch }: Endurance,
): readonly string[] {
  const growth = (heap.after - heap.before) / 1024 / 1024;
  const flat = Math.max(...flatness.map(({ ratio }) => ratio.median));
  return [
    '| what | measured | target | holds |',
    '| --- | --: | --: | --- |',
    ...compared('static answers against Prism CLI', leastRatio(statics, 'Prism CLI'), 10),
    ...compared('static answers against bare Fastify', leastRatio(statics, 'bare Fastify'), 0.7),
    ...compared('Prism-made answers against Prism CLI', leastRatio(generated, 'Prism CLI'), 2.5),
    verdict(
      `cost with more operations (${flatness.map(({ name }) => name).join(', ')})`,
      `${flat.toFixed(2)} ×`,
      '≤ 1.25 ×',
      flat <= 1.25,
    ),
    verdict(
      'first answer of a mock of all descriptions, after its process starts',
      `${ready.median.toFixed(0)} ms (${rangeOf(ready)})`,
      '< 1000 ms',
      ready.median < 1000,
    ),
    verdict(
      `heap after ${heap.requests} POSTs, many of which create something`,
      `${growth >= 0 ? '+' : ''}${growth.toFixed(2)} MB of ${(heap.before / 1024 / 1024).toFixed(0)} MB`,
      'no growth (< 1 MB)',
      growth < 1,
    ),
    verdict(
      `batches of ${Math.round(batch.bytes / 1000)} KB, a second of one core (status ${batch.status})`,
      batch.perCore.toFixed(0),
      '≥ 300',
      batch.perCore >= 300 && batch.status === 200,
    ),
  ];
}

/** The worst row against another server; nothing where that was not measured. */
function compared(what: string, worst: number, target: number): readonly string[] {
  if (!Number.isFinite(worst)) return [];
  return [verdict(`${what}, worst row`, `${worst.toFixed(2)} ×`, `≥ ${target} ×`, worst >= target)];
}

function verdict(what: string, found: string, target: string, holds: boolean): string {
  return `| ${what} | ${found} | ${target} | ${holds ? 'yes' : '**no**'} |`;
}
