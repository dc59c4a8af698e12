import type { FaultReach } from '../../result/fault-trial.ts';
import { group } from '../totals.ts';

/** Operations that the line names. */
const MOST_SHOWN = 3;

/** `large messages have faults at some of their places only: send 4,208 of 22,014; kiln mock --fault …`. */
export function renderReach(reach: readonly FaultReach[]): string {
  const shown = reach
    .slice(0, MOST_SHOWN)
    .map(({ operation, tried, of }) => `${operation} ${group(tried)} of ${group(of)}`);
  const more = reach.length > MOST_SHOWN ? ` and ${reach.length - MOST_SHOWN} more operations` : '';
  return `large messages have faults at some of their places only: ${shown.join(', ')}${more}; kiln mock --fault makes one at any place`;
}
