import { spreadOf, type Spread } from './measure.ts';
import type { Sent } from './contract-measure.ts';

export const CONTENDERS = ['bare fetch', 'Kiln', 'Schemathesis'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** All rounds of one contender against one target. */
export interface Row {
  readonly target: string;
  readonly contender: ContenderName;
  readonly rounds: readonly Sent[];
}

export interface Circumstances {
  readonly node: string;
  readonly schemathesis: string;
  readonly python: string;
  readonly machine: string;
  readonly load: string;
  readonly pinned: boolean;
  readonly description: string;
  readonly budget: number;
  readonly runs: number;
  readonly rounds: number;
}

/** Exchanges a second that a contract test must reach, in those of Schemathesis. */
const WANTED = 10;

/** The committed table. */
export function renderReport(rows: readonly Row[], about: Circumstances): string {
  const targets = [...new Set(rows.map(({ target }) => target))];
  return [
    '# Contract tests beside Schemathesis',
    '',
    'Made by `npm run bench:contract`; run it again before you quote it.',
    '',
    `Node ${about.node}, Schemathesis ${about.schemathesis} on Python ${about.python}.`,
    `${about.machine}; load average while measuring ${about.load}. ${
      about.pinned
        ? 'Tester and target share one core.'
        : 'Tester and target run on whatever core they get.'
    }`,
    `Description: ${about.description}. ${about.rounds} rounds in turns, a seed for each. Schemathesis has`,
    `${about.budget} s a round, one worker and its default checks and phases, and writes no report; Kiln runs all`,
    `properties with --runs ${about.runs}. The bare loop sends what Kiln sent to that target by Node's fetch, four`,
    'at a time as Kiln does, and looks at nothing; what fetch does not send (TRACE, content in a GET) it leaves out.',
    'Whole processes are measured, their start included; the target counts the exchanges.',
    '',
    '| target | tester | exchanges | exchanges a second | µs of its own processor time for each |',
    '| --- | --- | --: | --: | --: |',
    ...rows.map(({ target, contender, rounds }) => {
      const exchanges = spreadOf(rounds.map((it) => it.exchanges)).median;
      const cells = [exchanges.toFixed(0), show(ratesOf(rounds)), show(costsOf(rounds))];
      return `| ${[target, contender, ...cells].join(' | ')} |`;
    }),
    '',
    'Median, and least to most.',
    '',
    '## Verdicts',
    '',
    '| target | Kiln : Schemathesis, exchanges a second | wanted | holds | processor time for each | Kiln : bare fetch, processor time |',
    '| --- | --: | --: | --- | --: | --: |',
    ...targets.map((target) => renderVerdict(target, rows)),
    '',
  ].join('\n');
}

function renderVerdict(target: string, rows: readonly Row[]): string {
  const roundsOf = (name: ContenderName): readonly Sent[] =>
    rows.find((row) => row.target === target && row.contender === name)?.rounds ?? [];
  const [bare, kiln, peer] = CONTENDERS.map(roundsOf);
  const rate = ratesOf(kiln ?? []).median / ratesOf(peer ?? []).median;
  const cost = costsOf(peer ?? []).median / costsOf(kiln ?? []).median;
  const overhead = costsOf(kiln ?? []).median / costsOf(bare ?? []).median;
  const holds = rate >= WANTED ? 'yes' : '**no**';
  const cells = [`${rate.toFixed(1)} ×`, `≥ ${WANTED} ×`, holds, `1 : ${cost.toFixed(1)}`];
  return `| ${[target, ...cells, `${overhead.toFixed(2)} ×`].join(' | ')} |`;
}

function ratesOf(rounds: readonly Sent[]): Spread {
  return spreadOf(rounds.map(({ exchanges, seconds }) => exchanges / seconds));
}

function costsOf(rounds: readonly Sent[]): Spread {
  return spreadOf(rounds.map(({ exchanges, cpu }) => (cpu * 1_000_000) / exchanges));
}

function show({ median, least, most }: Spread): string {
  return `${median.toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`;
}
