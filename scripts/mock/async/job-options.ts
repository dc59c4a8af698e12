import type { ApiModel } from '../../model/api-model.ts';
import type { JobProgress } from '../../model/job-progress.ts';

/** How a mock works off what it has accepted. */
export interface JobOptions {
  readonly progress: JobProgress;
  /** Every so manieth job fails; none when left out. */
  readonly failEvery: number | undefined;
}

/** What the start says, else `mock.yaml`, else two seconds for each job, all of which succeed. */
export function jobOptions(
  { fixtures }: ApiModel,
  wanted: { readonly [Key in keyof JobOptions]?: JobOptions[Key] | undefined },
): JobOptions {
  return {
    progress: wanted.progress ?? fixtures.progress ?? { kind: 'time', milliseconds: 2000 },
    failEvery: wanted.failEvery ?? fixtures.failEvery,
  };
}
