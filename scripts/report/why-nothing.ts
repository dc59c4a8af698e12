import { totalsOf, type ContractRun } from '../result/contract-run.ts';
import { untriedOf, type Untried } from '../result/hindrance.ts';
import { group } from './totals.ts';

/** `12 operations need a credential for oauth, 3 may change something (--allow-writes)`: why a run tried nothing. */
export function whyNothing(run: ContractRun): string | undefined {
  const { held, violated, noted, failed } = totalsOf(run.results);
  if (held + violated + noted + failed > 0) return undefined;
  const reasons = untriedOf(run).map((it, index) => {
    const noun = it.operations === 1 ? 'operation' : 'operations';
    return `${group(it.operations)} ${index === 0 ? `${noun} ` : ''}${sayUntried(it)}`;
  });
  return reasons.join(', ') || 'no check was planned';
}

function sayUntried({ kind, what, operations }: Untried): string {
  const isOne = operations === 1;
  switch (kind) {
    case 'credential':
      return `${isOne ? 'needs' : 'need'} a credential for ${what}`;
    case 'target':
      return `${isOne ? 'is' : 'are'} served at ${what}, and no --server says where that is`;
    case 'writes':
      return 'may change something (--allow-writes)';
    case 'spared':
      return 'may delete what the run did not make (--throw-away)';
    case 'quotas':
      return 'would use a quota up (--allow-quotas)';
    case 'nothing':
      return `${isOne ? 'gives' : 'give'} nothing to test`;
  }
}
