const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** The window in words that follow a number of requests: `per minute`, `per 10 seconds`. */
export function windowWords(seconds: number): string {
  const [length, unit] = UNITS.find(([size]) => seconds % size === 0) ?? [1, 'second'];
  const count = seconds / length;
  return count === 1 ? `per ${unit}` : `per ${count} ${unit}s`;
}

/** A quota as a reader expects it: `1,000`, or `by agreement` where each customer has a figure of its own. */
export function quotaWords(quota: number | 'custom'): string {
  return quota === 'custom' ? 'by agreement' : quota.toLocaleString('en-US');
}
