import { InvalidArgumentError } from '@commander-js/extra-typings';
import { parseProgress, type JobProgress } from '../model/job-progress.ts';
import type { MockOptions } from '../mock/options.ts';
import { parseWebhook } from '../mock/webhooks/targets.ts';

/** The options of `kiln mock` that say how what it accepts goes on. */
export interface BehaviourFlags {
  readonly progress?: JobProgress | undefined;
  readonly failEvery?: number | undefined;
  readonly strictState?: true | undefined;
  readonly strictClaims?: true | undefined;
  readonly memory?: boolean | undefined;
  readonly webhook: readonly string[];
  readonly webhookAnywhere?: true | undefined;
}

export const PROGRESS_HELP =
  'when jobs end that are worked off later: 2s, 3polls, at-once or by-hand (default: mock.yaml, or 2s)';

export function toBehaviour({
  progress,
  failEvery,
  strictState,
  strictClaims,
  memory,
  webhook,
  webhookAnywhere,
}: BehaviourFlags): Pick<
  MockOptions,
  'progress' | 'failEvery' | 'isStrict' | 'isLenient' | 'remembers' | 'webhooks' | 'isAnywhere'
> {
  const isAnywhere = webhookAnywhere === true;
  return {
    progress,
    failEvery,
    isStrict: strictState === true,
    isLenient: strictClaims !== true,
    remembers: memory !== false,
    webhooks: webhook.map((it) => parseWebhook(it, isAnywhere)),
    isAnywhere,
  };
}

export function toProgress(text: string): JobProgress {
  const progress = parseProgress(text);
  if (progress) return progress;
  throw new InvalidArgumentError('It takes a time such as 2s, 3polls, at-once or by-hand.');
}

export function toInterval(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 1.');
}
