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
  const statics = rows.filter(({ group }) => group === 'static');
  const generated = rows.filter(({ group }) => group === 'generated');
  return [
    '# The mock beside others',
    '',
    'Made by `npm run bench:mock`; run it again before you quote it.',
    '',
    ...renderCircumstances(circumstances),
    '',
    '## Static answers',
    '',
    "Microseconds of the server's processor time for each request: median, and least to most. The",
    'ratios are those of the medians. A status in brackets was answered in place of the 200.',
    '',
    ...renderRows(statics),
    '',
    '## Answers that Prism makes',
    '',
    ...renderRows(generated),
    '',
    '## Verdicts',
    '',
    ...renderVerdicts(statics, generated, endurance),
    '',
  ].join('\n');
}

function renderCircumstances(about: Circumstances): readonly string[] {
  const peers = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
  const core = about.pinned
    ? 'Client and server share one core, so that neither waits for the other to wake up.'
    : 'Client and server run on whatever core they get.';
  const missing = about.missing.length === 0 ? [] : [`Not measured: ${about.missing.join(', ')}.`];
  return [
    `Node ${about.node}, fastify ${about.fastify}, ${peers.join(', ')}.`,
    `${about.machine}; load average while measuring ${about.load}. ${core}`,
    `${about.rounds} rounds of ${about.milliseconds} ms, all servers in turns, 32 connections kept alive.`,
    'Our mock runs as `kiln mock --no-limits`, control plane and journal included; Prism as `prism mock`,',
    'and as `prism mock -v silent`. Fastify parses the JSON and sends our bytes; it checks nothing.',
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
      const cells = names.map((name) => {
        const found = row.figures.find((it) => it.name === name);
        if (!found) return '';
        const note = found.status === 200 ? '' : ` [${found.status}]`;
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
  const cost = (wanted: string) => figures.find(({ name }) => name === wanted)?.cost.median;
  const [ours, theirs] = [cost('kiln'), cost(other)];
  return ours === undefined || theirs === undefined ? undefined : theirs / ours;
}

function renderVerdicts(
  statics: readonly Row[],
  generated: readonly Row[],
  { ready, heap, batch }: Endurance,
): readonly string[] {
  const least = (rows: readonly Row[], other: string) =>
    Math.min(...rows.flatMap((row) => ratioOf(row, other) ?? []));
  const costs = statics
    .filter(({ name }) => /^\d+ operations/.test(name))
    .map(({ figures }) => figures.find(({ name }) => name === 'kiln')?.cost.median ?? 0);
  const growth = (heap.after - heap.before) / 1024 / 1024;
  const line = (what: string, found: string, target: string, holds: boolean) =>
    `| ${what} | ${found} | ${target} | ${holds ? 'yes' : '**no**'} |`;
  const [prism, bare, made] = [
    least(statics, 'Prism CLI'),
    least(statics, 'bare Fastify'),
    least(generated, 'Prism CLI'),
  ];
  const flat = Math.max(...costs) / Math.min(...costs);
  const compared = (what: string, found: number, target: number) =>
    Number.isFinite(found)
      ? [line(what, `${found.toFixed(2)} ×`, `≥ ${target} ×`, found >= target)]
      : [];
  return [
    '| what | measured | target | holds |',
    '| --- | --: | --: | --- |',
    ...compared('static answers against Prism CLI, worst row', prism, 10),
    ...compared('static answers against bare Fastify, worst row', bare, 0.7),
    ...compared('Prism-made answers against Prism CLI, worst row', made, 2.5),
    line('cost from fewest to most operations', `${flat.toFixed(2)} ×`, '≤ 1.25 ×', flat <= 1.25),
    line(
      'all descriptions served after the process starts',
      `${ready.median.toFixed(0)} ms (${rangeOf(ready)})`,
      '< 1000 ms',
      ready.median < 1000,
    ),
    line(
      `heap after ${heap.requests} requests`,
      `${growth >= 0 ? '+' : ''}${growth.toFixed(2)} MB of ${(heap.before / 1024 / 1024).toFixed(0)} MB`,
      'no growth (< 1 MB)',
      growth < 1,
    ),
    line(
      `batches of ${Math.round(batch.bytes / 1000)} KB, a second of one core (status ${batch.status})`,
      batch.perCore.toFixed(0),
      '≥ 300',
      batch.perCore >= 300 && batch.status === 200,
    ),
  ];
}
