import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Verdict } from '../bench.ts';
import type { Complaint } from '../complaint.ts';
import { isOpen } from '../judges/verdict.ts';
import type { KnownCredentials } from './known-credentials.ts';
import type { RecordingShown } from './recording-shown.ts';
import type { RecordedStep } from './recorded-step.ts';

/** What a property says against a recorded exchange. */
export interface Remark extends Omit<Complaint, 'property'> {
  /** Set where somebody who was not recorded may explain it: then it has to be seen of several things. */
  readonly doubt?: Doubt;
  /** What the recording has to show, at its end, for this to be proven; undefined where it does. */
  readonly unless?: () => string | undefined;
}

interface Doubt {
  /** What it was seen of: the same thing twice counts once. */
  readonly about: string;
  /** What else may be the reason. */
  readonly why: string;
  /** How often the opposite was seen: where that is more often, the doubt stays. */
  readonly contrary: () => number;
  /** Different things of which it must be seen; two when left out. */
  readonly times?: number;
}

/** What a property says of a recorded exchange: its complaints, or that it tests nothing. */
export type Judgement = readonly Remark[] | 'irrelevant';

/** What a judge of single exchanges says, as a judgement. */
export function remarksOf(verdict: Verdict): Judgement {
  if (verdict === undefined) return [];
  return verdict === 'irrelevant' || isOpen(verdict) ? 'irrelevant' : [verdict];
}

/** What judges of a recording know besides its exchanges. */
export interface PassiveContext {
  readonly api: ApiModel;
  readonly known: KnownCredentials;
  /** What the recording has shown so far. */
  readonly shown: RecordingShown;
}

/** A statement about exchanges that nobody arranged, and so one that needs nothing to be arranged. */
export interface PassiveProperty {
  readonly id: string;
  readonly title: string;
  /** Why the description says nothing of it; undefined where it does. */
  readonly unless: (api: ApiModel, operation: Operation) => string | undefined;
  /** Why a recording without such an exchange does not prove it. */
  readonly lacking: string | ((context: PassiveContext, operation: Operation) => string);
  /** Begins to look at a recording; the exchanges come in the order in which they began. */
  readonly begin: (context: PassiveContext) => (step: RecordedStep) => Judgement;
}
