import {
  newViolationsOf,
  totalsOf,
  violationsOf,
  type ContractRun,
} from '../result/contract-run.ts';
import {
  filterOf,
  isAboutCredential,
  isNothingProven,
  plannedOf,
  unprovenOf,
} from '../result/proven.ts';
import { hasAskedAnother } from '../result/asked-another.ts';
import { group } from './totals.ts';

/** What a run proves, in words and as the tone of a badge. */
export interface RunVerdict {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'caution';
}

/** A run that ended early, or in which nothing was tried or nothing succeeded, proves nothing about the rest. */
export function verdictOf(run: ContractRun): RunVerdict {
  if (isAboutCredential(run)) {
    return caution('Nothing is proven: the credential was refused wherever one is asked for');
  }
  if (hasAskedAnother(run)) {
    return caution('Nothing is proven: another server than the described one seems to answer');
  }
  if (newViolationsOf(run).length > 0) {
    return { text: 'The contract is broken', tone: 'bad' };
  }
  const { held, violated, noted, begun, unchecked } = totalsOf(run.results);
  if (held + violated + noted + begun === 0) return caution('Nothing was tried');
  if (unchecked > 0) return caution('No violations, but not everything could be checked');
  if (isNothingProven(run)) {
    return caution('Nothing is proven: no operation answered with a documented success');
  }
  if (run.interrupted) return caution('Stopped early; everything tested so far passed');
  const filter = filterOf(run);
  if (filter !== undefined) {
    const all = group(run.operations.length * run.properties.length);
    return caution(`What ${filter} selects holds: ${group(run.results.length)} of ${all} checks`);
  }
  // None of these is new.
  if (violated > 0) {
    const known = violationsOf(run.results).length;
    return caution(
      `No new violations; ${group(known)} known ${known === 1 ? 'one remains' : 'ones remain'}`,
    );
  }
  if (run.mode === 'passive') return recordedVerdict(run);
  const unproven = unprovenOf(run).length;
  if (unproven === 0) return { text: 'The contract holds', tone: 'good' };
  const planned = plannedOf(run).length;
  return caution(
    `The contract holds for ${group(planned - unproven)} of ${group(planned)} operations`,
  );
}

/** Of what was not recorded, a recording without a breach says nothing. */
function recordedVerdict({ results, operations, traffic }: ContractRun): RunVerdict {
  const text = 'The recording breaks nothing of the contract';
  const seen = new Set(results.flatMap((it) => (it.requests > 0 ? it.operation : [])));
  if (seen.size === operations.length && traffic?.unproven.length === 0)
    return { text, tone: 'good' };
  const figures = `${group(seen.size)} of ${group(operations.length)} operations were recorded`;
  return caution(`${text}; ${figures}`);
}

/** Operations that are named before the rest is only counted. */
const MOST_NAMED = 8;

/** `3 not proven: getPet, listPets, dropPet`; undefined where every operation answered with a success. */
export function renderUnproven(run: ContractRun): string | undefined {
  const unproven = unprovenOf(run);
  if (unproven.length === 0) return undefined;
  const rest = unproven.length - MOST_NAMED;
  const more = rest > 0 ? ` and ${group(rest)} more` : '';
  return `${group(unproven.length)} not proven: ${unproven.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function caution(text: string): RunVerdict {
  return { text, tone: 'caution' };
}
