import type { Breach } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';

/** A broken constraint and the part of the request that breaks it. */
export interface RequestBreach extends Breach {
  /** `body`, or the parameter as `query parameter limit`. */
  readonly part: string;
}

/** A part of a request as the contract reads it. */
export interface RequestPart {
  readonly part: string;
  readonly schema: Pointer | undefined;
  /** What the part says; undefined where it is left out or cannot be read. */
  readonly value: Json | undefined;
  readonly breaches: readonly RequestBreach[];
  /** Whether nothing is known of its content: it is in a media type that is not read here. */
  readonly isOpaque: boolean;
}

/** A part that is not there. */
export function absentPart(part: string, schema: Pointer | undefined): RequestPart {
  return { part, schema, value: undefined, breaches: [], isOpaque: false };
}

/** What is wrong where a part that is needed is not there. */
export function breachOfAbsence(part: string, owner: Pointer): RequestBreach {
  return {
    part,
    instance: '',
    constraint: append(owner, 'required'),
    keyword: 'required',
    expected: true,
    message: 'is absent',
  };
}
