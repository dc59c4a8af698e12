/** What the thread that tries slow patterns is asked. */
export interface MatchTask {
  readonly source: string;
  readonly flags: '' | 'u';
  readonly text: string;
}

/** What the thread says of its task, in memory that both threads see. */
export const MATCH_STATES = { waiting: 0, begun: 1, matches: 2, differs: 3, failed: 4 } as const;
