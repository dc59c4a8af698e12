/** A request and its answer as they were on the wire, and when. */
export interface Recorded {
  /** Milliseconds since the Unix epoch, by the clock of the server. */
  readonly at: number;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** Webhooks that were sent before the answer. */
  readonly letters: readonly RecordedLetter[];
}

/** A webhook as its receiver got it. */
export interface RecordedLetter {
  /** The webhook's name in the description. */
  readonly webhook: string;
  readonly method: string;
  readonly contentType: string;
  readonly body: string;
  /** Status of the receiver's answer; undefined where it kept silent. */
  readonly answered: number | undefined;
}

export interface RecordedRequest {
  /** As it was sent: `GET`. */
  readonly method: string;
  /** Below the documented server, still percent-encoded. */
  readonly path: string;
  /** What follows the question mark, still percent-encoded. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface RecordedResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
