import type { Io } from './io.ts';

/** What a command is given: the world, and the way to say how it went. */
export interface CommandContext {
  readonly io: Io;
  readonly finish: (exitCode: 0 | 1) => void;
}
