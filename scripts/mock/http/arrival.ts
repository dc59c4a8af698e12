import type { Eventual } from '../../base/eventual.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Call } from '../../wire/call.ts';

/** A request before anybody knows which API it is for. */
export interface Arrival extends Omit<Call, 'path'> {
  /** Whole path of the request, percent-encoded; undefined when it could not be read. */
  readonly path: string | undefined;
  /** Whether it came over TLS. */
  readonly isSecure?: boolean | undefined;
  /** What is wrong with it as HTTP, if anything. */
  readonly defect: string | undefined;
  /** The status that HTTP has for that, where it is not 400. */
  readonly defectStatus?: 408 | 431 | undefined;
  /** What Fastify threw over it, if anything. */
  readonly failure?: unknown;
}

/** Answers whatever comes, and never rejects. */
export type Handle = (arrival: Arrival) => Eventual<Answer>;
