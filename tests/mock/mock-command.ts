import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';

/** Runs `kiln mock` on free ports; while it listens, the callback may use what it printed. */
export async function mockCommand(
  argv: readonly string[],
  whileListening: (out: string) => Promise<void> = () => Promise.resolve(),
) {
  let [out, err] = ['', ''];
  let using = Promise.resolve();
  const io: Io = {
    ...nodeIo,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interrupted() {
      // What it prints comes at once after it began to listen for signals.
      using = Promise.resolve().then(() => whileListening(out));
      // The command would report a failed expectation as its own.
      return using.catch(() => undefined);
    },
  };
  const exitCode = await run(['mock', '--port', '0', ...argv], io);
  await using;
  return { exitCode, out, err };
}
