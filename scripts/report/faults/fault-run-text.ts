import type { FaultRun } from '../../result/fault-trial.ts';
import { renderScore, survivorsOf, tallyOf } from './tally.ts';

/** A run in a few lines: a score for each description, and what was missed. */
export function renderFaultRun({ apis }: FaultRun): string {
  const lines = apis.flatMap(({ api, faults, trials, clean }) => {
    const tally = tallyOf(trials);
    const { admitted, killed, nulls, alarmed, refused, requests, seconds } = tally;
    const sample = trials.length < faults ? ` (of ${faults} faults, ${trials.length} tried)` : '';
    return [
      ...survivorsOf(trials).map(
        ({ fault, outcome, witness, reason }) =>
          `${outcome} ${api} ${fault.name}: ${witness}${reason ? `\n  ${reason}` : ''}`,
      ),
      ...clean.map((it) => `without a fault ${api}: ${it}`),
      `${api}: ${killed} of ${admitted} faults found (${renderScore(tally)}), ${alarmed} of ${nulls} null faults reported, ${refused} not admitted, ${requests} requests in ${seconds} s${sample}`,
    ];
  });
  return lines.join('\n');
}
