import type { Io } from './io.ts';

/** How a command that did its work ends: 128 and its number where a signal ended it. */
export type FinishCode = 0 | 1 | 2 | 130 | 143;

/** What a command is given: the world, and the way to say how it went. */
export interface CommandContext {
  readonly io: Io;
  readonly finish: (exitCode: FinishCode) => void;
}
