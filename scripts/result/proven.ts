import { shellWord } from '../base/shell-word.ts';
import { newViolationsOf, type ContractRun } from './contract-run.ts';

/**
 * The operations that a run was to try and that never answered with a documented success: of them nobody
 * can say that the contract holds. None in a recording, which shows what somebody happened to ask.
 */
export function unprovenOf({ mode, operations, results }: ContractRun): readonly string[] {
  if (mode === 'passive') return [];
  const planned = new Set(results.map(({ operation }) => operation));
  const proven = new Set(
    results.flatMap(({ operation, isProven }) => (isProven === true ? operation : [])),
  );
  return operations.flatMap(({ id }) => (planned.has(id) && !proven.has(id) ? id : []));
}

/** The operations of which a run was to try anything. */
export function plannedOf({ operations, results }: ContractRun): readonly string[] {
  const planned = new Set(results.map(({ operation }) => operation));
  return operations.flatMap(({ id }) => (planned.has(id) ? id : []));
}

/** How a run is told to be only a part of the whole, as on the command line; undefined where it is all of it. */
export function filterOf({ grep, shard }: Pick<ContractRun, 'grep' | 'shard'>): string | undefined {
  const flags = [
    ...(grep === undefined ? [] : [`--grep ${shellWord(grep)}`]),
    ...(shard ? [`--shard ${shard.index}/${shard.count}`] : []),
  ];
  return flags.length > 0 ? flags.join(' ') : undefined;
}

/** Whether a run of everything ended without one documented success, so that it proves nothing of the server. */
export function isNothingProven(run: ContractRun): boolean {
  if (run.mode === 'passive' || filterOf(run) !== undefined) return false;
  const isTried = run.results.some(({ requests }) => requests > 0);
  return isTried && unprovenOf(run).length === plannedOf(run).length;
}

/**
 * Whether a run tells of nothing but its own credential, which every operation refused that asks for one: that is the
 * server's fault only where the credential is right.
 */
export function isAboutCredential(run: ContractRun): boolean {
  if (run.isRefused !== true) return false;
  return newViolationsOf(run).every(({ property }) => property === 'auth.accepted');
}
