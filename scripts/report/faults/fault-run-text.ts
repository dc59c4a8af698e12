import type { FaultRun } from '../../result/fault-trial.ts';
import { renderReach } from './reach-text.ts';
import type { Screen } from '../terminal/screen.ts';
import { renderLineOn } from '../terminal/terminal-line.ts';
import { renderScore, survivorsOf, tallyOf } from './tally.ts';

/** A run in a few lines: a score for each description, and what was missed. */
export function renderFaultRun({ apis }: FaultRun, screen?: Screen): string {
  const bad = (line: string) => renderLineOn(screen, line, 'red');
  const lines = apis.flatMap(({ api, faults, reach = [], trials, clean }) => {
    const tally = tallyOf(trials);
    const { admitted, killed, nulls, alarmed, refused, requests, seconds } = tally;
    const sample = trials.length < faults ? ` (of ${faults} faults, ${trials.length} tried)` : '';
    const missed = survivorsOf(trials).flatMap(({ fault, outcome, witness, reason }) => [
      bad(`${outcome} ${api} ${fault.name}: ${witness}`),
      ...(reason ? [`  ${renderLineOn(screen, reason)}`] : []),
    ]);
    const isWhole = missed.length + clean.length === 0;
    return [
      ...missed,
      ...clean.map((it) => bad(`without a fault ${api}: ${it}`)),
      renderLineOn(
        screen,
        `${api}: ${killed} of ${admitted} faults found (${renderScore(tally)}), ${alarmed} of ${nulls} null faults reported, ${refused} not admitted, ${requests} requests in ${seconds} s${sample}`,
        isWhole ? 'green' : ['yellow', 'bold'],
      ),
      ...(reach.length > 0 ? [`note: ${renderReach(reach)}`] : []),
    ];
  });
  return lines.join('\n');
}
