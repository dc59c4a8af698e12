/** A spelling of an operation in its documents that is not the description's. */
export interface PrintedAs {
  /** As it is printed. */
  readonly text: string;
  /** In small letters; the operation's own where none is printed. */
  readonly method: string;
  /** A template below the server, whose variables are the operation's as far as that is known. */
  readonly path: string;
  /** Whether a request for it leads to the operation: the variables are its own, and the host is. */
  readonly isServed: boolean;
}
