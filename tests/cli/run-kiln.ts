import { run, type ExitCode } from '../../scripts/cli/main.ts';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';

export interface Seen {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process and keeps what it prints. */
export async function runKiln(argv: readonly string[], io: Partial<Io> = {}): Promise<Seen> {
  let out = '';
  let err = '';
  const exitCode = await run(argv, {
    ...nodeIo,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    isTerminal: false,
    ...io,
  });
  return { exitCode, out, err };
}
