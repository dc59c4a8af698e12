/** Where something was written by hand. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `specs/pets/openapi.yaml:12`, the form editors and terminals make clickable. */
export function renderLocation({ file, line }: SourceLocation): string {
  return `${file}:${line}`;
}
