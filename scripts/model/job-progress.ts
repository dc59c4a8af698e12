/** How a mock works off what it has accepted for later. */
export type JobProgress =
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'polls'; readonly polls: number }
  | { readonly kind: 'at-once' }
  | { readonly kind: 'by-hand' };

export type JobOutcome = 'succeeded' | 'failed';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** What `parseProgress` reads, for a schema. */
export const PROGRESS_PATTERN = String.raw`^(at-once|by-hand|\d{1,6}polls?|\d{1,9}(\.\d+)?(ms|s|m|h))$`;

/** Reads `2s`, `500ms`, `3polls`, `at-once` or `by-hand`; undefined for anything else. */
export function parseProgress(text: string): JobProgress | undefined {
  if (text === 'at-once' || text === 'by-hand') return { kind: text };
  const polls = /^(\d{1,6})polls?$/.exec(text)?.[1];
  if (polls !== undefined) return { kind: 'polls', polls: Number(polls) };
  const [, figure, unit] = /^(\d{1,9}(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  if (figure === undefined) return undefined;
  return { kind: 'time', milliseconds: Number(figure) * UNITS[unit as keyof typeof UNITS] };
}
