import type { Json } from '../../base/json.ts';

export type SqlCell = Json;

/** A table as a statement finds it, or leaves it. */
export interface SqlTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: '' | 'BOOLEAN' | 'JSON' }[];
  readonly rows: readonly (readonly SqlCell[])[];
  /** After a statement: which of the rows before each is, or -1. */
  readonly places?: readonly number[];
}

/** A statement to run on tables. */
export interface SqlJob {
  readonly id: number;
  readonly statement: string;
  readonly tables: readonly SqlTable[];
  readonly mayChange: boolean;
  /** What `now()` is, in ISO 8601. */
  readonly now: string;
}

/** The rows of a statement, and the tables where it has changed them; or why there are none. */
export type SqlAnswer =
  | {
      readonly names: readonly string[];
      readonly rows: readonly (readonly SqlCell[])[];
      readonly tables: readonly (SqlTable | undefined)[] | undefined;
    }
  | { readonly error: 'missing' | 'faulty' | 'forbidden' | 'slow'; readonly message: string };
