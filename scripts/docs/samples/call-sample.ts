/** A call of an operation in one language, ready to paste. */
export interface CallSample {
  /** Name of the language, as readers see it. */
  readonly label: string;
  /** What a highlighter calls it. */
  readonly language: string;
  readonly source: string;
}
