import { renderLocation, type SourceLocation } from './source-location.ts';

interface UserErrorDetails {
  readonly hint?: string;
  readonly at?: SourceLocation;
  readonly cause?: unknown;
}

/** A failure the user can repair. Whatever else reaches the CLI is a bug of ours. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, { hint, at, cause }: UserErrorDetails = {}) {
    super(at ? `${renderLocation(at)}: ${message}` : message, { cause });
    this.code = code;
    this.hint = hint;
  }
}
