import type { PlannedCheck } from '../../contract/run/plan.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Thread } from '../open-thread.ts';
import { handOver } from './handed-model.ts';
import { lendClock } from './clock-channel.ts';
import { lendLetterbox } from './letterbox-channel.ts';
import { placed } from './placed.ts';
import type { SuiteInput, SuiteMessage, SuiteOptions } from './suite-options.ts';

/** Has a thread do the checks, and gives what went wrong with Kiln itself. */
export async function runSuite(
  thread: Thread,
  api: ApiModel,
  { letterbox, passTime, ...options }: SuiteOptions,
  checks: readonly PlannedCheck[],
  stop: string,
  onMessage: (message: SuiteMessage) => void,
): Promise<Error | undefined> {
  if (checks.length === 0) return undefined;
  const lent = letterbox && lendLetterbox(letterbox);
  const clock = passTime && lendClock(passTime);
  const description = handOver(api, options.isLenient);
  const channels = { letterbox: lent?.channel, clock: clock?.channel };
  const input: SuiteInput = { ...options, description, stop, ...channels };
  try {
    await thread.run(input, (message) => onMessage(placed(api, message as SuiteMessage)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    lent?.close();
    clock?.close();
  }
}
