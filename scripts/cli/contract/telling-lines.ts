/** Lines of a log that an error shows. */
const SHOWN = 8;
/** Lines at its end among which the reason is looked for. */
const LATE = 80;
/** How Node, Deno, Bun, Ruby and many others begin to tell of an error; what follows is where it happened. */
const ERROR =
  /^\s*(?:Uncaught (?:\(in promise\) )?|\[?error\]?:? )?(?:[\w$.]*Error\b.*:|panic:|fatal error:)/i;
/** A frame of the runtime itself. */
const INNER = /^\s+at .*(?:node|ext|bun):/;

/**
 * The lines of a program's log that tell why it ended: those from the first error on, where a trace has pushed it out
 * of the last lines, and else the last ones.
 */
export function tellingLines(log: string): readonly string[] {
  const lines = log.trimEnd().split('\n').slice(-LATE);
  const error = lines.findIndex((line) => ERROR.test(line));
  if (error < 0 || error >= lines.length - SHOWN) return lines.slice(-SHOWN);
  return lines
    .slice(error)
    .filter((line) => !INNER.test(line))
    .slice(0, SHOWN);
}
