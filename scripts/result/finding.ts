import type { SourceLocation } from '../base/source-location.ts';

/** Something wrong with a document or an exchange. Findings are returned, never thrown. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warn';
  /** JSON Pointer into the bundled description, or into the handwritten file for a syntax rule. */
  readonly at: string;
  readonly location: SourceLocation;
  readonly message: string;
}
