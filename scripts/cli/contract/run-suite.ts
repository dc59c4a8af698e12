import type { PlannedCheck } from '../../contract/run/plan.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Thread } from '../open-thread.ts';
import { handOver } from './handed-model.ts';
import { lendLetterbox } from './letterbox-channel.ts';
import { placed } from './placed.ts';
import type { SuiteInput, SuiteMessage, SuiteOptions } from './suite-options.ts';

/** Has a thread do the checks, and gives what went wrong with Kiln itself. */
export async function runSuite(
  thread: Thread,
  api: ApiModel,
  { letterbox, ...options }: SuiteOptions,
  checks: readonly PlannedCheck[],
  stop: string,
  onMessage: (message: SuiteMessage) => void,
): Promise<Error | undefined> {
  if (checks.length === 0) return undefined;
  const lent = letterbox && lendLetterbox(letterbox);
  const description = handOver(api);
  const input: SuiteInput = { ...options, description, stop, letterbox: lent?.channel };
  try {
    await thread.run(input, (message) => onMessage(placed(api, message as SuiteMessage)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    lent?.close();
  }
}
