/** What was read from a recording, and what of it could not be judged. */
export interface Traffic {
  readonly exchanges: number;
  /** Exchanges that belong to an operation. */
  readonly matched: number;
  /** Requests without an answer: given up, blocked, or still open when the recording ended. */
  readonly unanswered: number;
  /** Answers whose content was not recorded, or not whole. */
  readonly withoutContent: number;
  /** The most frequent requests that belong to no operation. */
  readonly unmatched: readonly UnmatchedRequest[];
  /** What the description says and the recording does not prove. */
  readonly unproven: readonly Unproven[];
}

/** Why a recording does not prove a property, neither that it holds nor that it is broken. */
export interface Unproven {
  /** Empty where the reason holds for all. */
  readonly property: string;
  readonly reason: string;
  readonly operations: readonly string[];
}

export interface UnmatchedRequest {
  readonly method: string;
  /** Without its query, which may hold secrets. */
  readonly url: string;
  readonly why: 'server' | 'path' | 'method';
  readonly count: number;
}
