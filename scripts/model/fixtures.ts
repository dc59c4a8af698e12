import type { JobProgress } from './job-progress.ts';

/** `mock.yaml`: what a mock needs and no document states. */
export interface Fixtures {
  readonly credentials: readonly Credential[];
  /** Requests per window of plans that are `custom`, and of plans that only the mock has. */
  readonly customQuotas: Readonly<Record<string, number>>;
  /** Category whose quota is shown on answers to paths that match no operation. */
  readonly unmatchedCategory: string | undefined;
  /** How jobs are worked off. */
  readonly progress: JobProgress | undefined;
  /** Every so manieth job fails. */
  readonly failEvery: number | undefined;
}

/** A placeholder secret that the mock accepts. */
export interface Credential {
  readonly id: string;
  /** Name of the Security Scheme. */
  readonly scheme: string;
  readonly value: string;
  readonly plan: string | undefined;
  readonly access: 'read' | 'write';
  /** ISO 8601 instant from which it is refused. */
  readonly expires: string | undefined;
  /** What it may be used for; everything when left out. */
  readonly scopes?: readonly string[] | undefined;
}
