import type { SourceLocation } from '../base/source-location.ts';

/** What became of one workflow (Workflow Object, Arazzo 1.0.1) on a server. */
export interface WorkflowRun {
  readonly api: string;
  readonly workflow: string;
  readonly location: SourceLocation;
  /** The steps that ran, in their order, each with its last attempt. */
  readonly steps: readonly StepRun[];
  /** How many steps there are. */
  readonly planned: number;
  /** What went wrong beside the steps; none where a step says it. */
  readonly failures: readonly string[];
}

export interface StepRun {
  readonly step: string;
  readonly location: SourceLocation;
  /** `POST /events/track answered 404`; undefined where no request was made. */
  readonly exchange: string | undefined;
  /** What did not hold; none when the step passed. */
  readonly failures: readonly string[];
}

/** A workflow may end before its last step and still have passed. */
export function hasPassed({ steps, failures }: WorkflowRun): boolean {
  return failures.length === 0 && steps.every((step) => step.failures.length === 0);
}
