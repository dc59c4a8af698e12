import type { Ground } from './ground.ts';
import type { SourceLocation } from '../base/source-location.ts';

/** A violation that somebody has accepted, until a day. */
export interface BaselineEntry {
  /** The violation's id, which is the same in every run. */
  readonly id: string;
  /** Whose operation it is; left out where the file is about one API. */
  readonly api?: string | undefined;
  readonly operation: string;
  readonly property: string;
  /** What it rests on; the contract where the file does not say. */
  readonly ground?: Ground | undefined;
  /** Who answers for it. */
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it is excused, as `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  readonly location: SourceLocation;
}

/** What a baseline says about a violation that was found. */
export interface Known {
  readonly state: 'known' | 'expired';
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  /** Line of the entry in the baseline file. */
  readonly location: SourceLocation;
}

/** What a run has to say about the baseline it was compared with. */
export interface Baseline {
  readonly file: string;
  /** Distinct violations found that an entry still excuses. */
  readonly known: number;
  /** Distinct violations found whose entry has expired. */
  readonly expired: number;
  /** Entries whose property was tried and held: they can be removed. */
  readonly fixed: readonly BaselineEntry[];
}
