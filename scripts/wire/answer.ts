/** What goes back on the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
  /** The body as it goes on the wire, where that was known beforehand. */
  readonly encoded?: EncodedBody | undefined;
  /** Why it says less than is documented: for whoever runs the mock, never sent. */
  readonly reason?: string | undefined;
  /** How it is sent, where a fault wants that otherwise. */
  readonly delivery?: Delivery | undefined;
}

/** A text, and its UTF-8 with a character for each byte: Node writes that with the head and converts nothing. */
export interface EncodedBody {
  readonly text: string;
  readonly octets: string;
}

export function encodeBody(text: string): EncodedBody {
  return { text, octets: Buffer.from(text).toString('latin1') };
}

/** Ways to put an answer on the wire that HTTP does not want, or does not care about. */
export const MANNERS = [
  'upper-case',
  'chunked',
  'reset',
  'reset-midway',
  'empty-reply',
  'hang',
  'truncate',
  'garbage',
  'dribble',
] as const;

interface Delivery {
  readonly manner?: (typeof MANNERS)[number] | undefined;
  /** Milliseconds to wait first. */
  readonly delay?: number | undefined;
}
