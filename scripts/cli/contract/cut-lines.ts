import { group } from '../../report/totals.ts';

/** Characters of a line that a terminal shows whole: a request with a few hundred fields has ten times as many. */
const LONGEST = 2000;
/** Characters that are left of a longer one. */
const KEPT = 400;

/** Text for a terminal: of lines that are too long to read the beginning, and where all of it is. */
export function cutLines(text: string): string {
  return text.split('\n').map(cut).join('\n');
}

function cut(line: string): string {
  if (line.length <= LONGEST) return line;
  // Not between the halves of a surrogate pair.
  const kept = line.slice(0, KEPT).toWellFormed();
  return `${kept}… (cut here: ${group(line.length)} characters; run.json has all)`;
}
