import { HINDRANCES } from '../result/hindrance.ts';
import { Spared } from './things/at-bench.ts';
import { whyUnchecked } from './why-unchecked.ts';
import { RunStopped } from './wire/govern.ts';
import { NotSendable } from './wire/not-sendable.ts';

/** How work ended that did not come to its end; undefined where it did. */
export async function endOf(
  work: () => Promise<void>,
): Promise<
  { readonly outcome: 'failed' | 'skipped' | 'unchecked'; readonly reason: string } | undefined
> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof RunStopped) return { outcome: 'failed', reason: error.message };
    if (error instanceof Spared) return { outcome: 'skipped', reason: HINDRANCES.spared };
    if (error instanceof NotSendable) {
      return { outcome: 'skipped', reason: `HTTP cannot carry its request: ${error.message}` };
    }
    return { outcome: 'unchecked', reason: whyUnchecked(error) };
  }
}
