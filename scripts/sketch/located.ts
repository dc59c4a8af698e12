import type { Json } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

/** A file that a description is to be made from, read as JSON or YAML; it still knows its lines. */
export interface Located {
  readonly file: string;
  readonly value: Json;
  readonly locate: (tokens: readonly string[]) => SourceLocation;
}

/** What is wrong with such a file, at its line. */
export function misshapen(what: string, at: SourceLocation): UserError {
  return new UserError('source-misshapen', what, {
    at,
    hint: 'Kiln makes a description of OpenAPI and Swagger, HAR 1.2, Postman collections (2.0 and 2.1), and text with curl commands.',
  });
}
