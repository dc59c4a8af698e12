import type { Json } from '../../../scripts/base/json.ts';
import type { Flaw } from './literal.ts';

/** What a document prints of a request: facts, no prose. */
export interface PrintedRequest {
  /**
   * In which form: a command, a sample, a method with an address, an address alone, a header, the beginning of a
   * key, a body that the API sends, or parts of a request in a text.
   */
  readonly as:
    | 'curl'
    | 'sample'
    | 'call'
    | 'line'
    | 'address'
    | 'header'
    | 'key'
    | 'event'
    | 'parts';
  readonly method?: string;
  /** Path or URL, or the name of what is called in a client library. */
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Of a call. */
  readonly arguments?: readonly Json[];
  /** Names of query parameters that are told apart from an address. */
  readonly query?: readonly string[];
  /** Why the body is no JSON as it is printed. */
  readonly flaws?: readonly Flaw[];
}

/** A request and where it begins and ends. */
export interface Placed {
  readonly at: number;
  readonly end: number;
  readonly request: PrintedRequest;
}
