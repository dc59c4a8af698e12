/** A file that a stage wants to exist; the CLI writes it. `path` is relative to the stage's folder. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
