import { setTimeout } from 'node:timers/promises';
import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { ApiModel } from '../model/api-model.ts';
import type { FaultPlan } from '../mock/fault-plan.ts';

/** Milliseconds from and to. */
export type Latency = readonly [number, number];

interface FaultOptions {
  readonly fault: readonly string[];
  readonly latency?: Latency | undefined;
  readonly seed: number;
}

/** What `--fault` and `--latency` ask for; the operators are read only when somebody does. */
export async function toFaultPlan(
  apis: readonly ApiModel[],
  { fault, latency, seed }: FaultOptions,
): Promise<FaultPlan | undefined> {
  if (fault.length === 0 && !latency) return undefined;
  const { selectFaults } = await import('../faults/select-faults.ts');
  return { faults: selectFaults(fault, apis), latency, seed, wait: setTimeout };
}

/** The table that `--list-faults` prints. */
export async function listFaults(apis: readonly ApiModel[]): Promise<string> {
  const { renderFaultList } = await import('../faults/render-fault-list.ts');
  return renderFaultList(apis);
}

/** Reads `200`, or `50..400`. */
export function toLatency(text: string): Latency {
  const [, from, to = from] = /^(\d{1,6})(?:\.\.(\d{1,6}))?$/.exec(text) ?? [];
  if (from !== undefined && Number(from) <= Number(to)) return [Number(from), Number(to)];
  throw new InvalidArgumentError('A latency is milliseconds, as 200, or from and to, as 50..400.');
}

/** Gathers an option that may come more than once. */
export function gather(name: string, before: readonly string[]): readonly string[] {
  return [...before, name];
}
