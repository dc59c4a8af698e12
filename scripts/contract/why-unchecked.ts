/** Characters of what was thrown that are told. */
const LONGEST_REASON = 300;

/** What was thrown, and by which of our lines. */
export function whyUnchecked(error: unknown): string {
  const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ''] = told.split('\n');
  const at =
    error instanceof Error ? /\b(?:scripts|tests)\/[^\s():]+:\d+/.exec(error.stack ?? '') : null;
  return `could not be checked: ${line.slice(0, LONGEST_REASON)}${at ? ` (${at[0]})` : ''}`;
}
