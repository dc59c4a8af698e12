import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Clock } from '../base/clock.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { ErrorKind } from '../model/policies.ts';
import type { Reach } from '../result/reach.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import type { Deliver } from '../wire/webhook-request.ts';

export const FAULT_CLASSES = [
  'body',
  'status',
  'header',
  'method',
  'input',
  'access',
  'envelope',
  'size',
  'rate',
  'session',
  'progress',
  'state',
  'paging',
  'repeat',
  'condition',
  'webhook',
  'lifecycle',
  'encoding',
  'null',
  'network',
] as const;
export type FaultClass = (typeof FAULT_CLASSES)[number];

/**
 * One way to deviate, as data: it reads descriptions and exchanges and knows of no server, so that it
 * can stand in a mock or before anybody's server.
 */
export interface Operator {
  readonly id: string;
  readonly class: FaultClass;
  /**
   * What it takes to see it: 0 any valid request, 1 a particular input, 2 a second credential, a
   * sequence or volume, 3 a rare combination.
   */
  readonly difficulty: 0 | 1 | 2 | 3;
  /** What the server does, as the end of a sentence that begins with it. */
  readonly title: string;
  /**
   * The part of an answer that differs; `verdict` where another answer is given altogether, `webhook`
   * where only who receives one sees it.
   */
  readonly changes: 'status' | 'headers' | 'body' | 'verdict' | 'delivery' | 'webhook';
  /** Where in an operation it applies; nowhere when its precondition does not hold. */
  readonly places: (api: ApiModel, operation: Operation) => readonly FaultPlace[];
  /** The places of one name, where `places` does not have all of a large message. */
  readonly placesAt?: (api: ApiModel, operation: Operation, at: string) => readonly FaultPlace[];
  /** How many sites `places` looks at, where a large message has more than there is time for. */
  readonly reach?: (api: ApiModel, operation: Operation) => Reach;
}

/** An operator at one spot of an operation: a single fault. */
export interface FaultPlace {
  /** What follows `#` to name it among the places of the operation, such as `/events/maxItems`. */
  readonly at: string;
  /** The clause it breaks; undefined where the contract allows it, or has no say over it. */
  readonly clause: Pointer | undefined;
  /** The requests it can touch: the operation's, unless said; its path's, or those to no path. */
  readonly reach?: 'path' | 'nowhere';
  /** A fresh deviation: some remember what they have seen. */
  readonly deviate: (clock: Clock) => Deviation;
  /** Requests of which the last shows it, or one on the way there; none when no example says how. */
  readonly witness: () => readonly WitnessStep[];
  /** What receivers of webhooks must answer for the witness to show it; what lets pass, unless said. */
  readonly receiver?: number | 'silence';
}

/** What is different. Each function gives back its argument's own object where nothing is to change. */
export interface Deviation {
  /** What the server is told instead of what was sent. */
  readonly before?: (sent: Sent) => Sent;
  /** What the client is told instead of the answer. */
  readonly after?: (seen: SeenExchange) => Answer;
  /** How a webhook is sent that the request leads to. */
  readonly webhook?: (webhook: Operation, send: Deliver) => Deliver;
}

/** A request whose content has arrived. */
export interface Sent extends Call {
  readonly bytes: Buffer;
}

/** An exchange as the client has it so far. */
export interface SeenExchange {
  readonly sent: Sent;
  readonly answer: Answer;
  /** Why it was refused. */
  readonly refused: ErrorKind | undefined;
}

/** A request to make, one made from the answer before it, or milliseconds to let pass. */
export type WitnessStep =
  | { readonly send: RequestDraft }
  | { readonly follow: (previous: Answer) => RequestDraft }
  | { readonly wait: number };

/** A request as a client would write it, its path below the documented server. */
export interface RequestDraft {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}
