import type { Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { ErrorKind } from '../model/policies.ts';
import type { Stage } from './stage.ts';

/** Names of properties and indexes of items, from a body or the name of a parameter to a place. */
export type FieldPath = readonly (string | number)[];

/** Why a stage ends a request. The envelope says it in the API's own words. */
export interface Refusal {
  readonly refused: ErrorKind;
  /** Where it is another than that of its kind, as of a precondition. */
  readonly status?: number | undefined;
  /** For the client. */
  readonly message: string;
  /** The offending parameter or property; empty for the whole body. */
  readonly path?: FieldPath | undefined;
  /** Nothing stood there. */
  readonly isMissing?: boolean | undefined;
  /** What stood there, unless it is long. */
  readonly value?: Json | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The node of the description that the request breaks. */
  readonly constraint?: Pointer | undefined;
  /** Where the request ended, when its kind does not tell. */
  readonly stage?: Stage | undefined;
  /** For whoever runs the mock, never sent. */
  readonly reason?: string | undefined;
}

type Facts = Omit<Refusal, 'refused' | 'message'>;

export function refuse(kind: ErrorKind, message: string, facts: Facts = {}): Refusal {
  return { refused: kind, message, ...facts };
}

export function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) return false;
  // Asked many times for each request: to read a property costs less than half of looking whether it is there.
  return (value as Partial<Refusal>).refused !== undefined;
}

/** `events[0].name`: a path as a programmer would write it; undefined where it names no field. */
export function fieldOf(path: FieldPath = []): string | undefined {
  const field = path.reduce<string>((sofar, it) => {
    if (typeof it === 'number') return `${sofar}[${it}]`;
    return sofar === '' ? it : `${sofar}.${it}`;
  }, '');
  return field || undefined;
}

/** A field without its places in arrays: `events[].name`, the form that `byField` names. */
export function withoutIndexes(field: string): string {
  return field.replaceAll(/\[\d+\]/g, '[]');
}
