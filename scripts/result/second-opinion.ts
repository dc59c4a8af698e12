import type { Exchange } from '../wire/exchange.ts';

/** What another tester found on a server that we test too. */
export interface SecondOpinion {
  /** Name and version: `Schemathesis 4.32.5`. */
  readonly tester: string;
  readonly api: string;
  readonly title: string;
  readonly target: string;
  readonly seed: number;
  readonly milliseconds: number;
  /** Exchanges it judged. */
  readonly exchanges: number;
  readonly operations: { readonly tested: number; readonly all: number };
  /** Why it ended: it was done, or its time was over. */
  readonly ended: string;
  readonly checks: readonly OpinionCheck[];
  readonly findings: readonly OpinionFinding[];
  /** Explanations that no finding needed in this run, each by its check and line. */
  readonly unused: readonly string[];
}

/** One of its checks, and on how many exchanges it held and failed. */
interface OpinionCheck {
  readonly id: string;
  readonly held: number;
  readonly failed: number;
}

/** What one check says of one operation, with one explanation. */
export interface OpinionFinding {
  readonly check: string;
  /** The tester's own code of this kind of failure. */
  readonly code: string;
  readonly title: string;
  /** `POST /pets`. */
  readonly operation: string;
  /** What the tester says of the first exchange. */
  readonly message: string;
  /** Exchanges that it says it of. */
  readonly count: number;
  /** The first exchange, secrets redacted; none where the tester failed before it sent anything. */
  readonly exchange: Exchange | undefined;
  /** What the first request is by our own reading of the bytes. */
  readonly reading: string | undefined;
  /** None makes the finding count against the server. */
  readonly explanation: Explanation | undefined;
}

/** `false-alarm`: the tester is wrong. `permitted`: the document allows what the tester expects otherwise. */
export const EXPLANATION_VERDICTS = ['false-alarm', 'permitted'] as const;

/** Why a finding is none. */
export interface Explanation {
  readonly verdict: (typeof EXPLANATION_VERDICTS)[number];
  readonly reason: string;
  /** What shows it: a line of the description and what stands there, claims, or the bytes sent. */
  readonly proof: readonly string[];
}

/** A second opinion, or why there is none. */
export type OpinionResult = SecondOpinion | { readonly api: string; readonly notRun: string };

/** The findings that nothing explains. */
export function unexplainedOf({ findings }: SecondOpinion): OpinionFinding[] {
  return findings.filter(({ explanation }) => explanation === undefined);
}
